-- Persons, expedientes, grants and walls.

create table person (
  id          uuid primary key,
  curp_index  bytea,
  changed_by_tx xid8 not null default pg_current_xact_id(),
  created_at  timestamptz not null,
  created_by  uuid references staff_account,
  version     integer not null default 0
);
comment on column person.curp_index is 'keyed hash of the CURP: finds equals, says nothing';
create index person_curp on person (curp_index) where curp_index is not null;
create index person_changed on person (changed_by_tx, id);

create table person_phone (
  person_id   uuid  not null references person,
  phone_index bytea not null,
  primary key (phone_index, person_id)
);
create index person_phone_person on person_phone (person_id);

create table person_part (
  person_id   uuid not null references person,
  compartment text not null check (compartment in ('IDENTITY','CONTACT','SOCIAL')),
  wrapped_key bytea,
  sealed      bytea,
  updated_at  timestamptz not null,
  updated_by  uuid,
  version     integer not null default 0,
  primary key (person_id, compartment)
);

create table person_part_past (like person_part, replaced_at timestamptz not null default clock_timestamp());
create index person_part_past_key on person_part_past (person_id, compartment, version);

create table case_file (
  id              uuid primary key,
  folio           text not null unique,
  person_id       uuid not null references person,
  area_id         uuid not null references area,
  opened_at       timestamptz not null,
  opened_by       uuid not null references staff_account,
  status          text not null check (status in ('REGISTERED','IN_FOLLOW_UP','CLOSED')),
  risk_level      text not null default 'NONE' check (risk_level in ('EXTREME','HIGH','MEDIUM','LOW','NONE')),
  risk_assessed_at timestamptz,
  contact_manner  text not null default 'IN_PERSON',
  facts_on        date,
  facts_time      time,
  age_at_facts    smallint check (age_at_facts between 0 and 120),
  locality        text,
  violence_types  text[] not null default '{}',
  setting         text,
  relationship    text,
  danger          text not null default 'UNKNOWN' check (danger in ('YES','NO','UNKNOWN')),
  weapons         text not null default 'UNKNOWN' check (weapons in ('YES','NO','UNKNOWN')),
  threats         text not null default 'UNKNOWN' check (threats in ('YES','NO','UNKNOWN')),
  injuries        text not null default 'UNKNOWN' check (injuries in ('YES','NO','UNKNOWN')),
  minors_present  text not null default 'UNKNOWN' check (minors_present in ('YES','NO','UNKNOWN')),
  public_servant  text not null default 'UNKNOWN' check (public_servant in ('YES','NO','UNKNOWN')),
  prosecutor_notified_at timestamptz,
  privacy_notice_at timestamptz,
  consent         text not null default 'PENDING' check (consent in ('GIVEN','REFUSED','PENDING')),
  consent_at      timestamptz,
  last_activity_at timestamptz not null,
  closed_at       timestamptz,
  closed_by       uuid,
  closure_reason  text,
  version         integer not null default 0
);
create index case_file_opened on case_file (opened_at desc, id desc);
create index case_file_person on case_file (person_id);
create index case_file_status on case_file (status, opened_at desc);
create index case_file_risk on case_file (risk_level, opened_at desc) where risk_level in ('EXTREME','HIGH');

create table case_part (
  case_id     uuid not null references case_file,
  compartment text not null check (compartment in ('FACTS','AGGRESSOR','CLINICAL','LEGAL')),
  wrapped_key bytea,
  sealed      bytea,
  updated_at  timestamptz not null,
  updated_by  uuid,
  version     integer not null default 0,
  primary key (case_id, compartment)
);
create table case_part_past (like case_part, replaced_at timestamptz not null default clock_timestamp());
create index case_part_past_key on case_part_past (case_id, compartment, version);

create table case_grant (
  id            uuid primary key,
  case_id       uuid not null references case_file,
  person_id     uuid not null references person,
  audience      uuid not null,
  audience_kind text not null check (audience_kind in ('AREA','STAFF')),
  compartments  text[] not null,
  source        text not null check (source in ('REGISTERED','OVERSIGHT','REFERRAL','ASSIGNED','BREAK_GLASS')),
  source_id     uuid,
  from_at       timestamptz not null,
  until_at      timestamptz,
  granted_by    uuid
);
create index case_grant_case on case_grant (case_id, audience);
create index case_grant_person on case_grant (person_id, audience);
create index case_grant_audience on case_grant (audience, case_id);

create table case_exclusion (
  id         uuid primary key,
  case_id    uuid not null references case_file,
  person_id  uuid not null references person,
  staff_id   uuid not null references staff_account,
  reason     text not null check (reason in ('AGGRESSOR','RELATIVE','CLOSE','WORK','OTHER')),
  from_at    timestamptz not null,
  until_at   timestamptz,
  created_by uuid not null
);
create index case_exclusion_staff on case_exclusion (staff_id, person_id);

create table risk_assessment (
  id          uuid primary key,
  case_id     uuid not null references case_file,
  person_id   uuid not null references person,
  at          timestamptz not null,
  assessed_by uuid not null,
  instrument  text not null,
  score       smallint not null,
  answered    smallint not null,
  critical    boolean not null,
  suggested   text not null check (suggested in ('EXTREME','HIGH','MEDIUM','LOW','INSUFFICIENT')),
  level       text not null check (level in ('EXTREME','HIGH','MEDIUM','LOW')),
  next_due_at timestamptz not null,
  wrapped_key bytea,
  sealed      bytea
);
create index risk_assessment_case on risk_assessment (case_id, at desc);

create table case_event (
  id        uuid primary key,
  case_id   uuid not null references case_file,
  person_id uuid not null references person,
  at        timestamptz not null,
  by_staff  uuid,
  by_area   uuid,
  kind      text not null,
  detail    text not null default '',
  ref_id    uuid
);
comment on table case_event is 'what the timeline shows: kinds and keys, no words typed by anyone';
create index case_event_case on case_event (case_id, at desc);

create table draft (
  id         uuid primary key,
  staff_id   uuid not null references staff_account,
  kind       text not null,
  subject    uuid,
  wrapped_key bytea not null,
  sealed     bytea not null,
  updated_at timestamptz not null
);
create index draft_staff on draft (staff_id, kind, updated_at desc);

create table saved_filter (
  id         uuid primary key,
  staff_id   uuid not null references staff_account,
  name       text not null check (length(name) between 1 and 60),
  query      text not null,
  created_at timestamptz not null
);
comment on column saved_filter.query is 'keys of state, risk, area, type and dates; never the text searched for';

-- earlier versions are kept by the database, so that no code can forget to
create function keep_past() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  execute format('insert into cauce.%I select ($1).*, clock_timestamp()', tg_table_name || '_past') using old;
  return new;
end $$;
create trigger keep_past before update on person_part for each row when (old.sealed is distinct from new.sealed) execute function keep_past();
create trigger keep_past before update on case_part for each row when (old.sealed is distinct from new.sealed) execute function keep_past();

-- the name index reads what changed since its last look
create function mark_person() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  update cauce.person set changed_by_tx = pg_current_xact_id() where id = new.person_id;
  return null;
end $$;

-- Folios: a sequence for each year, so that two registrations never wait for each other. A rolled back one leaves a gap.
create function next_folio(in_year integer) returns bigint
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if in_year not between 2000 and 2200 then
    raise exception 'year outside 2000 to 2200';
  end if;
  if to_regclass('cauce.folio_' || in_year) is null then
    execute format('create sequence if not exists cauce.folio_%s', in_year);
  end if;
  return nextval('cauce.folio_' || in_year);
end $$;

-- ---------------------------------------------------------------- walls
-- Cases of women from whom the actor is kept away. One look a statement; usually empty.
create function walled_persons() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select coalesce(array_agg(distinct e.person_id), '{}') from cauce.case_exclusion e
  where e.staff_id = (select (cauce.actor()).staff)
    and e.from_at <= clock_timestamp() and (e.until_at is null or e.until_at > clock_timestamp())
$$;

-- The first grants of a new case: the area that registers it and the Dirección, which follows every case.
create function grant_opening(new_case uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
  c   record;
  dir uuid;
begin
  select f.id, f.person_id, f.area_id, f.opened_at into strict c from cauce.case_file f
   where f.id = new_case and f.opened_by = who.staff and f.area_id = who.area;
  if exists (select from cauce.case_grant g where g.case_id = new_case) then
    raise exception 'the case is open already' using errcode = 'insufficient_privilege';
  end if;
  select a.id into strict dir from cauce.area a where a.kind = 'DIRECTION';
  insert into cauce.case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at, granted_by)
  values (gen_random_uuid(), c.id, c.person_id, c.area_id, 'AREA',
          array['IDENTITY','CONTACT','SOCIAL','FACTS','AGGRESSOR','LEGAL','CLINICAL'], 'REGISTERED', least(c.opened_at, now()), who.staff);
  if dir <> c.area_id then
    insert into cauce.case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at, granted_by)
    values (gen_random_uuid(), c.id, c.person_id, dir, 'AREA',
            array['IDENTITY','CONTACT','SOCIAL','FACTS','AGGRESSOR','LEGAL'], 'OVERSIGHT', least(c.opened_at, now()), who.staff);
  end if;
end $$;

-- Nobody gives away more than she holds.
create function may_grant(for_case uuid, wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.case_grant g
    where g.case_id = for_case and g.audience = any (cauce.audience()) and g.compartments @> wanted
      and g.from_at <= clock_timestamp() and (g.until_at is null or g.until_at > clock_timestamp()))
$$;

-- What the in-memory name index reads: sealed identities changed by transactions from `since` on, in the order of transaction and id;
-- the next batch follows the last row of the one before. Only the system itself may ask.
create function identity_feed(since text, after uuid, batch integer)
  returns table (tx text, person_id uuid, wrapped_key bytea, sealed bytea)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if (cauce.actor()).kind is distinct from 'SYSTEM' then
    raise exception 'only the system reads the feed' using errcode = 'insufficient_privilege';
  end if;
  return query
    select p.changed_by_tx::text, p.id, i.wrapped_key, i.sealed
    from cauce.person p join cauce.person_part i on i.person_id = p.id and i.compartment = 'IDENTITY'
    where (p.changed_by_tx, p.id) > (since::xid8, after) order by p.changed_by_tx, p.id limit batch;
end $$;

create trigger mark_person after insert or update on person_part
  for each row when (new.compartment = 'IDENTITY') execute function mark_person();

do $$
declare f text;
begin
  foreach f in array array['keep_past()','mark_person()','walled_persons()','grant_opening(uuid)','may_grant(uuid,text[])','identity_feed(text,uuid,integer)'] loop
    execute format('alter function cauce.%s owner to cauce_guard', f);
  end loop;
end $$;
grant select on case_file, case_grant, case_exclusion, person, person_part, area to cauce_guard;
grant insert on case_grant, person_part_past, case_part_past to cauce_guard;
grant update (changed_by_tx) on person to cauce_guard;
grant execute on function next_folio(integer), walled_persons(), grant_opening(uuid), may_grant(uuid, text[]), identity_feed(text, uuid, integer),
  keep_past(), mark_person() to ${runtime};

-- ---------------------------------------------------------------- who sees a row
grant select on person, person_phone, person_part, person_part_past, case_file, case_part, case_part_past, case_grant, case_exclusion,
  risk_assessment, case_event, draft, saved_filter to ${runtime};
grant insert on person, person_phone, person_part, case_file, case_part, case_grant, case_exclusion, risk_assessment, case_event, draft, saved_filter
  to ${runtime};
grant update on person, person_part, case_file, case_part, draft, saved_filter to ${runtime};
-- a grant is ended by a definer function that asks why (V007): whoever could write until_at could also open it again
grant update (until_at) on case_exclusion to ${runtime};
grant delete on person_phone, draft, saved_filter to ${runtime};

do $$
declare t text;
begin
  foreach t in array array['person','person_phone','person_part','person_part_past','case_file','case_part','case_part_past','case_grant',
      'case_exclusion','risk_assessment','case_event','draft','saved_filter'] loop
    execute format('alter table cauce.%I enable row level security', t);
    execute format('alter table cauce.%I force row level security', t);
  end loop;
  foreach t in array array['person','person_part','case_file','case_grant','case_exclusion'] loop
    execute format('create policy guard on cauce.%I to cauce_guard using (true) with check (true)', t);
  end loop;
  foreach t in array array['person_part_past','case_part_past'] loop
    execute format('create policy guard on cauce.%I for insert to cauce_guard with check (true)', t);
  end loop;
  -- the wall: restrictive, so that it beats whatever else allows; a new case or person passes, for nobody is kept from it yet
  foreach t in array array['person_phone','person_part','person_part_past','case_file','case_grant','risk_assessment','case_event'] loop
    execute format('create policy wall on cauce.%I as restrictive to ${runtime} using (person_id <> all ((select cauce.walled_persons())::uuid[]))', t);
  end loop;
  create policy wall on person as restrictive to ${runtime} using (id <> all ((select cauce.walled_persons())::uuid[]));
end $$;

-- The grants the actor holds now, for the policies of the other tables. The guard owns it, so that the policies of case_grant are not
-- worked out again inside each of theirs. A policy asks with a subquery of one row: exists () would be turned into a hash over every
-- grant the actor holds, for a list of fifty, too.
create view held_grant as
  select g.case_id, g.person_id, g.compartments from cauce.case_grant g
  where g.audience = any ((select cauce.audience())::uuid[]) and g.person_id <> all ((select cauce.walled_persons())::uuid[])
    and g.from_at <= now() and (g.until_at is null or g.until_at > now());
grant select on held_grant to ${runtime};
alter view held_grant owner to cauce_guard;

create policy granted on case_grant for select to ${runtime}
  using (audience = any ((select cauce.audience())::uuid[]) or (select cauce.actor_has('DIRECTION')));
create policy given on case_grant for insert to ${runtime}
  with check (granted_by = (select cauce.actor_staff()) and cauce.may_grant(case_id, compartments));

create policy granted on case_file for select to ${runtime} using ((select true from held_grant g where g.case_id = case_file.id limit 1));
create policy changed on case_file for update to ${runtime} using ((select true from held_grant g where g.case_id = case_file.id limit 1));

create policy registered on person for insert to ${runtime}
  with check (created_by = (select cauce.actor_staff()) and (select cauce.audience()) <> '{}');
create policy granted on person for select to ${runtime} using ((select true from held_grant g where g.person_id = person.id limit 1));
create policy changed on person for update to ${runtime} using (
    (select true from held_grant g where g.person_id = person.id and g.compartments @> array['IDENTITY'] limit 1));

-- A part needs the grant of its compartment and a role that may open it. What is new (its person or case has no grant yet) may be written
-- by whoever opens it.
create function unclaimed_person(p uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.person x where x.id = p and x.created_by = (select (cauce.actor()).staff))
     and not exists (select from cauce.case_grant g where g.person_id = p)
$$;
create function unclaimed_case(c uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.case_file x where x.id = c and x.opened_by = (select (cauce.actor()).staff))
     and not exists (select from cauce.case_grant g where g.case_id = c)
$$;
alter function unclaimed_person(uuid) owner to cauce_guard;
alter function unclaimed_case(uuid) owner to cauce_guard;
grant execute on function unclaimed_person(uuid), unclaimed_case(uuid) to ${runtime};

create policy opened on case_file for insert to ${runtime}
  with check (opened_by = (select cauce.actor_staff()) and area_id = (select cauce.actor_area()) and (select cauce.audience()) <> '{}'
    -- a case of somebody out of reach would open her file: only a new person, or one the actor sees already
    and (cauce.unclaimed_person(person_id) or exists (select from person p where p.id = case_file.person_id)));

create policy written on person_part for insert to ${runtime} with check (
  cauce.unclaimed_person(person_id) or (compartment = any ((select cauce.readable())::text[]) and
    (select true from held_grant g where g.person_id = person_part.person_id and g.compartments @> array[person_part.compartment] limit 1)));
create policy written on person_phone for insert to ${runtime} with check (
  cauce.unclaimed_person(person_id) or
    (select true from held_grant g where g.person_id = person_phone.person_id and g.compartments @> array['CONTACT'] limit 1));
create policy written on case_part for insert to ${runtime} with check (
  cauce.unclaimed_case(case_id) or (compartment = any ((select cauce.readable())::text[]) and
    (select true from held_grant g where g.case_id = case_part.case_id and g.compartments @> array[case_part.compartment] limit 1)));

do $$
declare
  person_rule text := 'compartment = any ((select cauce.readable())::text[]) and
    (select true from held_grant g where g.person_id = %1$I.person_id and g.compartments @> array[%1$I.compartment] limit 1)';
  case_rule text := 'compartment = any ((select cauce.readable())::text[]) and
    (select true from held_grant g where g.case_id = %1$I.case_id and g.compartments @> array[%1$I.compartment] limit 1)';
  row_rule text := '(select true from held_grant g where g.case_id = %1$I.case_id limit 1)';
begin
  execute 'create policy granted on person_part for select to ${runtime} using (' || format(person_rule, 'person_part') || ')';
  execute 'create policy changed on person_part for update to ${runtime} using (' || format(person_rule, 'person_part') || ')';
  execute 'create policy granted on person_part_past for select to ${runtime} using (' || format(person_rule, 'person_part_past') || ')';
  execute 'create policy granted on case_part for select to ${runtime} using (' || format(case_rule, 'case_part') || ')';
  execute 'create policy changed on case_part for update to ${runtime} using (' || format(case_rule, 'case_part') || ')';
  execute 'create policy granted on case_part_past for select to ${runtime} using (' || format(case_rule, 'case_part_past') || ')';
  execute 'create policy granted on risk_assessment for select to ${runtime} using (' || format(row_rule, 'risk_assessment') || ')';
  execute 'create policy given on risk_assessment for insert to ${runtime} with check (assessed_by = (select cauce.actor_staff()) and '
    || format(row_rule, 'risk_assessment') || ')';
  execute 'create policy granted on case_event for select to ${runtime} using (' || format(row_rule, 'case_event') || ')';
  execute 'create policy told on case_event for insert to ${runtime} with check (' || format(row_rule, 'case_event') || ')';
end $$;

create policy granted on person_phone for select to ${runtime} using (
    (select true from held_grant g where g.person_id = person_phone.person_id and g.compartments @> array['CONTACT'] limit 1));
create policy dropped on person_phone for delete to ${runtime} using (
    (select true from held_grant g where g.person_id = person_phone.person_id and g.compartments @> array['CONTACT'] limit 1));

-- exclusions: only the Dirección sees and sets them, and never the one about herself
create policy watched on case_exclusion for select to ${runtime}
  using ((select cauce.actor_has('DIRECTION')) and staff_id <> (select cauce.actor_staff())
    and person_id <> all ((select cauce.walled_persons())::uuid[]));
create policy raised on case_exclusion for insert to ${runtime}
  with check (created_by = (select cauce.actor_staff())
    and exists (select from case_grant g where g.case_id = case_exclusion.case_id and g.audience = any ((select cauce.audience())::uuid[])));
create policy lifted on case_exclusion for update to ${runtime}
  using ((select cauce.actor_has('DIRECTION')) and staff_id <> (select cauce.actor_staff())
    and person_id <> all ((select cauce.walled_persons())::uuid[]));

create policy own on draft to ${runtime} using (staff_id = (select cauce.actor_staff())) with check (staff_id = (select cauce.actor_staff()));
create policy own on saved_filter to ${runtime} using (staff_id = (select cauce.actor_staff())) with check (staff_id = (select cauce.actor_staff()));

-- whoever works with a case may see who has seen it
create policy case_reads on trail_entry for select to ${runtime} using (case_id is not null and
    (select true from held_grant g where g.case_id = trail_entry.case_id limit 1));
