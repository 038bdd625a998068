-- Referrals (canalizaciones), each followed to its answer.

create table referral (
  id             uuid primary key,
  case_id        uuid not null references case_file,
  person_id      uuid not null references person,
  from_area      uuid not null references area,
  to_area        uuid references area,
  to_institution uuid references institution,
  agreement_id   uuid references agreement,
  service        text not null,
  urgency        text not null check (urgency in ('NORMAL','PRIORITY','IMMEDIATE')),
  risk_at_sending text not null,
  compartments   text[] not null,
  consent        text not null check (consent in ('GIVEN','EXCEPTION')),
  exception_key  text,
  status         text not null check (status in ('SENT','ACCEPTED','IN_ATTENTION','ANSWERED','REJECTED','CANCELLED')),
  sent_at        timestamptz not null,
  sent_by        uuid not null,
  accept_due_at  timestamptz not null,
  answer_due_at  timestamptz not null,
  accepted_at    timestamptz, accepted_by uuid,
  rejected_at    timestamptz, rejected_by uuid, reject_reason text,
  attended_at    timestamptz,
  answered_at    timestamptz, answered_by uuid,
  result         text,
  cancelled_at   timestamptz, cancelled_by uuid,
  replaces_id    uuid references referral,
  wrapped_key    bytea,
  sealed         bytea,
  answer_sealed  bytea,
  version        integer not null default 0,
  check ((to_area is null) <> (to_institution is null)),
  check (consent = 'GIVEN' or exception_key is not null)
);
comment on column referral.sealed is 'reason and summary of the sender, under the key in wrapped_key';
comment on column referral.answer_sealed is 'counter-referral or reason of refusal, under the same key';
create index referral_case on referral (case_id, sent_at desc);
create index referral_to on referral (to_area, status, sent_at desc);
create index referral_from on referral (from_area, status, sent_at desc);
create index referral_open on referral (answer_due_at) where status in ('SENT','ACCEPTED','IN_ATTENTION');
create index referral_sent on referral (sent_at desc, id desc);

create table referral_note (
  id          uuid primary key,
  referral_id uuid not null references referral,
  case_id     uuid not null references case_file,
  person_id   uuid not null references person,
  at          timestamptz not null,
  by_staff    uuid not null,
  by_area     uuid not null,
  wrapped_key bytea,
  sealed      bytea
);
create index referral_note_referral on referral_note (referral_id, at);

grant select, insert, update on referral to ${runtime};
grant select, insert on referral_note to ${runtime};

alter table referral enable row level security;
alter table referral force row level security;
alter table referral_note enable row level security;
alter table referral_note force row level security;
create policy wall on referral as restrictive to ${runtime} using (person_id <> all ((select cauce.walled_persons())::uuid[]));
create policy wall on referral_note as restrictive to ${runtime} using (person_id <> all ((select cauce.walled_persons())::uuid[]));
-- the two areas it runs between, and the Dirección, which follows all; never somebody without a role that attends cases
create policy party on referral for select to ${runtime} using (
  from_area = any ((select cauce.audience())::uuid[]) or to_area = any ((select cauce.audience())::uuid[]) or (select cauce.actor_has('DIRECTION')));
create policy sent on referral for insert to ${runtime} with check (
  sent_by = (select cauce.actor_staff()) and cauce.may_grant(case_id, compartments));
create policy moved on referral for update to ${runtime} using (
  from_area = any ((select cauce.audience())::uuid[]) or to_area = any ((select cauce.audience())::uuid[]) or (select cauce.actor_has('DIRECTION')));
create policy party on referral_note for select to ${runtime} using (exists (select from referral r where r.id = referral_note.referral_id));
create policy noted on referral_note for insert to ${runtime} with check (
  by_staff = (select cauce.actor_staff()) and exists (select from referral r where r.id = referral_note.referral_id));
