-- Attentions (service sessions). A correction keeps the earlier version; the reserved note is read by its discipline only.

create table attention (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  person_id    uuid not null references person,
  referral_id  uuid references referral,
  discipline   text not null check (discipline in ('FIRST_CONTACT','PSYCHOLOGY','LEGAL','SOCIAL_WORK','MEDICAL','DIRECTION')),
  area_id      uuid not null references area,
  staff_id     uuid not null references staff_account,
  kind         text not null,
  mode         text not null check (mode in ('IN_PERSON','TELEPHONE','HOME','OTHER')),
  walk_in      boolean not null,
  status       text not null check (status in ('SCHEDULED','ATTENDED','NO_SHOW','CANCELLED')),
  starts_at    timestamptz not null,
  minutes      smallint check (minutes between 1 and 600),
  next_at      timestamptz,
  corrections  smallint not null default 0,
  recorded_at  timestamptz not null,
  recorded_by  uuid not null,
  wrapped_key  bytea,
  sealed       bytea,
  version      integer not null default 0
);
comment on column attention.sealed is 'what was done and why it was corrected, visible to the team that attends the case';
comment on column attention.recorded_by is 'who wrote this version; staff_id is who attends';
create index attention_case on attention (case_id, starts_at desc);
create index attention_agenda on attention (staff_id, starts_at);
create index attention_area on attention (area_id, starts_at);
create index attention_counted on attention (starts_at, discipline) where status = 'ATTENDED';

create table attention_past (like attention, replaced_at timestamptz not null default clock_timestamp());
create index attention_past_key on attention_past (id, version);

create table attention_reserved (
  attention_id uuid primary key references attention,
  case_id      uuid not null references case_file,
  person_id    uuid not null references person,
  discipline   text not null check (discipline in ('PSYCHOLOGY','LEGAL','SOCIAL_WORK')),
  author       uuid not null references staff_account,
  wrapped_key  bytea,
  sealed       bytea,
  updated_at   timestamptz not null,
  version      integer not null default 0
);
create table attention_reserved_past (like attention_reserved, replaced_at timestamptz not null default clock_timestamp());
create index attention_reserved_past_key on attention_reserved_past (attention_id, version);

-- the link to a referral is set after the fact and is no other version; whatever else changes is
create trigger keep_past before update on attention for each row
  when ((to_jsonb(old) - 'referral_id') is distinct from (to_jsonb(new) - 'referral_id')) execute function keep_past();
create trigger keep_past before update on attention_reserved for each row execute function keep_past();
grant insert on attention_past, attention_reserved_past to cauce_guard;

grant select, insert, update on attention, attention_reserved to ${runtime};
grant select on attention_past, attention_reserved_past to ${runtime};

do $$
declare
  t text;
  row_rule text := '(select true from held_grant g where g.case_id = %1$I.case_id limit 1)';
begin
  foreach t in array array['attention','attention_past','attention_reserved','attention_reserved_past'] loop
    execute format('alter table cauce.%I enable row level security', t);
    execute format('alter table cauce.%I force row level security', t);
    execute format('create policy wall on cauce.%I as restrictive to ${runtime} using (person_id <> all ((select cauce.walled_persons())::uuid[]))', t);
  end loop;
  foreach t in array array['attention_past','attention_reserved_past'] loop
    execute format('create policy guard on cauce.%I for insert to cauce_guard with check (true)', t);
  end loop;
  foreach t in array array['attention','attention_past'] loop
    execute format('create policy granted on cauce.%I for select to ${runtime} using (', t) || format(row_rule, t) || ')';
  end loop;
  execute 'create policy given on attention for insert to ${runtime} with check (recorded_by = (select cauce.actor_staff())
    and area_id = (select cauce.actor_area()) and ' || format(row_rule, 'attention') || ')';
  execute 'create policy corrected on attention for update to ${runtime} using (area_id = (select cauce.actor_area()) and ' || format(row_rule, 'attention')
    || ') with check (area_id = (select cauce.actor_area()) and recorded_by = (select cauce.actor_staff()))';
  foreach t in array array['attention_reserved','attention_reserved_past'] loop
    execute format('create policy discipline on cauce.%I for select to ${runtime} using ((select cauce.actor_has(discipline)) and ', t) || format(row_rule, t) || ')';
  end loop;
  execute 'create policy written on attention_reserved for insert to ${runtime} with check (author = (select cauce.actor_staff()) and cauce.actor_has(discipline) and '
    || format(row_rule, 'attention_reserved') || ')';
  execute 'create policy corrected on attention_reserved for update to ${runtime} using (author = (select cauce.actor_staff()) and '
    || format(row_rule, 'attention_reserved') || ')';
end $$;
