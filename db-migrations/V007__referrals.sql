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
  risk_at_sending text not null check (risk_at_sending in ('EXTREME','HIGH','MEDIUM','LOW','NONE')),
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
create index referral_open on referral (status, answer_due_at) where status in ('SENT','ACCEPTED','IN_ATTENTION');
create index referral_status on referral (status, sent_at desc);
create index referral_agreement on referral (agreement_id) where agreement_id is not null;
create index referral_replaces on referral (replaces_id) where replaces_id is not null;
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

-- what was sent stays as it was sent; only its course may be written
grant select, insert on referral to ${runtime};
grant update (status, accepted_at, accepted_by, rejected_at, rejected_by, reject_reason, attended_at, answered_at, answered_by, result, cancelled_at,
  cancelled_by, answer_sealed, version) on referral to ${runtime};
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
  sent_by = (select cauce.actor_staff()) and (from_area = (select cauce.actor_area()) or (select cauce.actor_has('DIRECTION')))
  and cauce.may_grant(case_id, compartments));
create policy moved on referral for update to ${runtime} using (
  from_area = any ((select cauce.audience())::uuid[]) or to_area = any ((select cauce.audience())::uuid[]) or (select cauce.actor_has('DIRECTION')));
create policy party on referral_note for select to ${runtime} using (exists (select from referral r where r.id = referral_note.referral_id));
create policy noted on referral_note for insert to ${runtime} with check (
  by_staff = (select cauce.actor_staff()) and exists (select from referral r where r.id = referral_note.referral_id));

-- How much an agreement is used: numbers for whoever reads agreements, planning too, which sees no referral.
create function agreement_use(agreements uuid[]) returns table (agreement uuid, carried bigint, answered bigint, on_time bigint)
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select r.agreement_id, count(*), count(*) filter (where r.status = 'ANSWERED'),
         count(*) filter (where r.status = 'ANSWERED' and r.answered_at <= r.answer_due_at)
  from cauce.referral r where r.agreement_id = any (agreements) and (cauce.actor()).kind = 'STAFF' group by r.agreement_id
$$;
alter function agreement_use(uuid[]) owner to cauce_counter;
grant execute on function agreement_use(uuid[]) to ${runtime};
grant select (agreement_id, status, answered_at, answer_due_at) on referral to cauce_counter;
create policy counted on referral for select to cauce_counter using (true);

-- Ends what a rejected or cancelled referral had opened. The sender cannot see the grant of the other area, so the guard does it for both.
create function end_referral_grant(of_referral uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if not exists (select from cauce.referral r where r.id = of_referral and r.status in ('REJECTED', 'CANCELLED')
      and (r.from_area = any (cauce.audience()) or r.to_area = any (cauce.audience()) or cauce.actor_has('DIRECTION'))
      and r.person_id <> all (cauce.walled_persons())) then
    raise exception 'not a closed referral of the actor' using errcode = 'insufficient_privilege';
  end if;
  update cauce.case_grant g set until_at = now() where g.source = 'REFERRAL' and g.source_id = of_referral and g.until_at is null;
end $$;
alter function end_referral_grant(uuid) owner to cauce_guard;
grant execute on function end_referral_grant(uuid) to ${runtime};
grant select (id, person_id, from_area, to_area, status) on referral to cauce_guard;
grant update (until_at) on case_grant to cauce_guard;
create policy guard on referral for select to cauce_guard using (true);
