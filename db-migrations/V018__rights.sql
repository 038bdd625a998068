-- Rights over personal data (ARCO), breaches, blocking, erasure with a tombstone.

create sequence rights_number;
grant usage on sequence rights_number to ${runtime};

create table rights_rule (
  key       text primary key,
  kind      text not null check (kind in ('PERIOD','RETENTION')),
  amount    integer check (amount between 0 and 1200),
  source    text not null,
  confirmed boolean not null,
  changed_at timestamptz,
  changed_by uuid,
  version   integer not null default 0
);
comment on column rights_rule.amount is 'PERIOD: working days; RETENTION: months after the closing, none: no review by itself';
-- federal law of 2025 where it is named; the state law is to be confirmed, and so is what the archive catalog will say
insert into rights_rule (key, kind, amount, source, confirmed) values
 ('ANSWER',          'PERIOD', 20, 'Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, 2025', true),
 ('ANSWER_EXTENSION','PERIOD', 10, 'Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, 2025', true),
 ('EFFECT',          'PERIOD', 15, 'Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, 2025', true),
 ('ASK_FOR_DATA',    'PERIOD',  5, 'Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, 2025', true),
 ('COMPLETE_DATA',   'PERIOD', 10, 'Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, 2025', true),
 ('NOT_COMPETENT',   'PERIOD',  3, 'Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, 2025', true),
 ('ANSWER_STATE',    'PERIOD', 10, 'Ley estatal de Jalisco', false),
 ('BREACH_NOTICE',   'PERIOD',  3, 'La ley dice «sin dilación»; días por confirmar', false),
 ('CASE_CLOSED',     'RETENTION', null, 'Catálogo de disposición documental', false),
 ('BLOCKED',         'RETENTION', null, 'Catálogo de disposición documental', false),
 ('TRAIL',           'RETENTION', null, 'Catálogo de disposición documental', false);

create table rights_request (
  id            uuid primary key,
  number        text not null unique,
  kind          text not null check (kind in ('ACCESS','RECTIFICATION','CANCELLATION','OPPOSITION')),
  requester     text not null check (requester in ('HOLDER','REPRESENTATIVE','HEIR')),
  identified_by text not null check (identified_by in ('INE','PASSPORT','OTHER_ID','KNOWN','PENDING')),
  received_at   timestamptz not null,
  received_by   uuid not null references staff_account,
  received_area uuid not null references area,
  case_id       uuid references case_file,
  person_id     uuid references person,
  state         text not null check (state in ('RECEIVED','DATA_ASKED','ANSWERED','EFFECTIVE','NOT_COMPETENT','WITHDRAWN','LAPSED')),
  answer_due    date not null,
  extended      boolean not null default false,
  data_due      date,
  answer        text check (answer in ('GRANTED','PARTLY','REFUSED')),
  answered_at   timestamptz,
  effect_due    date,
  ended_at      timestamptz,
  wrapped_key   bytea,
  sealed        bytea,
  version       integer not null default 0,
  check ((case_id is null) = (person_id is null))
);
create index rights_request_state on rights_request (state, answer_due);

create table rights_document (
  id          uuid primary key,
  request_id  uuid not null references rights_request,
  case_id     uuid references case_file,
  person_id   uuid references person,
  media_type  text not null,
  size        integer not null check (size between 1 and 10485760),
  wrapped_key bytea,
  sealed      bytea,
  added_at    timestamptz not null,
  added_by    uuid not null
);
create index rights_document_request on rights_document (request_id);

create table breach (
  id            uuid primary key,
  number        text not null unique,
  kind          text not null check (kind in ('LOSS','THEFT','UNAUTHORIZED_USE','DAMAGE','OTHER')),
  noticed_at    timestamptz not null,
  recorded_at   timestamptz not null,
  recorded_by   uuid not null references staff_account,
  people        integer check (people >= 0),
  sensitive     boolean not null,
  notice_due    date not null,
  people_told_at    timestamptz,
  authority_told_at timestamptz,
  closed_at     timestamptz,
  wrapped_key   bytea not null,
  sealed        bytea not null,
  version       integer not null default 0
);
comment on column breach.sealed is 'what happened, reason, corrective action, advice to the people';

create table case_block (
  id         uuid primary key,
  case_id    uuid not null references case_file,
  person_id  uuid not null references person,
  folio      text not null,
  reason     text not null check (reason in ('RETENTION','CANCELLATION','OPPOSITION','ORDER')),
  blocked_at timestamptz not null,
  blocked_by uuid not null,
  held       uuid[] not null default '{}',
  lifted_at  timestamptz,
  lifted_by  uuid
);
comment on column case_block.held is 'grants without an end that the blocking ended; they come back when it is lifted, others do not';
create unique index case_block_one on case_block (case_id) where lifted_at is null;

create table erasure (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  person_id    uuid not null references person,
  folio        text not null,
  reason       text not null check (reason in ('CANCELLATION','RETENTION','ORDER')),
  request_id   uuid references rights_request,
  proposed_at  timestamptz not null,
  proposed_by  uuid not null references staff_account,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  confirmed_at timestamptz,
  confirmed_by uuid references staff_account,
  check (confirmed_by <> proposed_by)
);
create unique index erasure_open on erasure (case_id) where withdrawn_at is null;

create table tombstone (
  case_id      uuid primary key references case_file,
  person_id    uuid not null references person,
  whole_person boolean not null,
  erased_at    timestamptz not null,
  erasure_id   uuid
);
comment on table tombstone is 'cases whose keys were destroyed; what is counted of them stays in case_file';

grant select on rights_rule, rights_request, rights_document, breach, case_block, erasure, tombstone to ${runtime};
grant insert on rights_request, rights_document, breach, erasure to ${runtime};
grant update (amount, source, confirmed, changed_at, changed_by, version) on rights_rule to ${runtime};
grant update (case_id, person_id, identified_by, state, extended, answer_due, data_due, answer, answered_at, effect_due, ended_at, sealed, version)
  on rights_request to ${runtime};
grant update (people, people_told_at, authority_told_at, closed_at, sealed, version) on breach to ${runtime};
grant update (withdrawn_at, withdrawn_by) on erasure to ${runtime};

do $$
declare t text;
begin
  foreach t in array array['rights_request','rights_document','breach','case_block','erasure','tombstone'] loop
    execute format('alter table cauce.%I enable row level security', t);
    execute format('alter table cauce.%I force row level security', t);
  end loop;
  foreach t in array array['rights_request','rights_document','case_block','erasure','tombstone'] loop
    execute format('create policy wall on cauce.%I as restrictive to ${runtime} using (person_id is null or person_id <> all ((select cauce.walled_persons())::uuid[]))', t);
  end loop;
  foreach t in array array['rights_request','case_block','erasure','tombstone'] loop
    execute format('create policy overseen on cauce.%I for select to ${runtime} using ((select cauce.actor_has(''DIRECTION'')) or (select cauce.actor_has(''TRANSPARENCY'')))', t);
  end loop;
  foreach t in array array['case_block','erasure','tombstone'] loop
    execute format('create policy guard on cauce.%I to cauce_guard using (true) with check (true)', t);
  end loop;
end $$;
create policy received on rights_request for insert to ${runtime} with check (
  received_by = (select cauce.actor_staff()) and received_area = (select cauce.actor_area())
  and (case_id is null or (select true from held_grant g where g.case_id = rights_request.case_id limit 1)));
create policy emergency_new on rights_request as restrictive for insert to ${runtime}
  with check (case_id is null or case_id <> all ((select cauce.emergency_cases())::uuid[]));
create policy handled on rights_request for update to ${runtime} using ((select cauce.actor_has('DIRECTION')));
create policy handled on rights_document to ${runtime}
  using ((select cauce.actor_has('DIRECTION'))) with check ((select cauce.actor_has('DIRECTION')) and added_by = (select cauce.actor_staff()));
create policy handled on breach to ${runtime} using ((select cauce.actor_has('DIRECTION'))) with check ((select cauce.actor_has('DIRECTION')));
create policy proposed on erasure for insert to ${runtime} with check (
  (select cauce.actor_has('DIRECTION')) and proposed_by = (select cauce.actor_staff()) and confirmed_at is null and withdrawn_at is null
  and exists (select from case_block b where b.case_id = erasure.case_id and b.lifted_at is null));
create policy withdrawn on erasure for update to ${runtime}
  using ((select cauce.actor_has('DIRECTION')) and confirmed_at is null) with check (withdrawn_by = (select cauce.actor_staff()));

-- ---------------------------------------------------------------- blocking
-- A blocked case has no grants: nobody sees it, not even the Dirección, until it opens it for an hour and says why.
create function block_case(of_case uuid, why text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who  cauce.actor_context := cauce.actor();
  c    record;
  made uuid := gen_random_uuid();
  moment timestamptz := clock_timestamp();
begin
  select f.id, f.person_id, f.folio into c from cauce.case_file f where f.id = of_case and f.status = 'CLOSED'
    and f.person_id <> all (cauce.walled_persons());
  if not found or cauce.actor_has('DIRECTION') is not true then
    raise exception 'not a closed case of the actor' using errcode = 'insufficient_privilege';
  end if;
  insert into cauce.case_block (id, case_id, person_id, folio, reason, blocked_at, blocked_by, held)
  select made, c.id, c.person_id, c.folio, why, moment, who.staff,
         coalesce(array_agg(g.id), '{}') from cauce.case_grant g where g.case_id = c.id and g.until_at is null;
  update cauce.case_grant g set until_at = moment where g.case_id = c.id and (g.until_at is null or g.until_at > moment);
  return made;
end $$;

create function open_blocked(of_case uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
  b   cauce.case_block;
begin
  select * into b from cauce.case_block x where x.case_id = of_case and x.lifted_at is null
    and x.person_id <> all (cauce.walled_persons());
  if not found or cauce.actor_has('DIRECTION') is not true then
    raise exception 'not a blocked case of the actor' using errcode = 'insufficient_privilege';
  end if;
  insert into cauce.case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, source_id, from_at, until_at, granted_by)
  values (gen_random_uuid(), b.case_id, b.person_id, who.staff, 'STAFF', array['IDENTITY','CONTACT','SOCIAL','FACTS','AGGRESSOR','LEGAL'],
          'ASSIGNED', b.id, now(), now() + interval '1 hour', who.staff);
end $$;

create function unblock_case(of_case uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  b cauce.case_block;
begin
  select * into b from cauce.case_block x where x.case_id = of_case and x.lifted_at is null
    and x.person_id <> all (cauce.walled_persons())
    and not exists (select from cauce.erasure e where e.case_id = of_case and e.withdrawn_at is null);
  if not found or cauce.actor_has('DIRECTION') is not true then
    return false;
  end if;
  update cauce.case_block x set lifted_at = clock_timestamp(), lifted_by = (cauce.actor()).staff where x.id = b.id;
  update cauce.case_grant g set until_at = null where g.case_id = of_case and g.id = any (b.held);
  return true;
end $$;

create function no_grant_on_blocked() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if exists (select from cauce.case_block b where b.case_id = new.case_id and b.lifted_at is null and b.id is distinct from new.source_id) then
    raise exception 'the case is blocked' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger no_grant_on_blocked before insert on case_grant for each row execute function no_grant_on_blocked();

-- ---------------------------------------------------------------- erasing
-- Every bytea of every table that names a case or a person: whatever table a later version adds is covered by its columns.
-- Current rows come before past ones, for their triggers copy what was there.
create function erase_sealed(of_case uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  p     uuid;
  whole boolean;
  t     record;
begin
  select f.person_id into strict p from cauce.case_file f where f.id = of_case;
  whole := not exists (select from cauce.case_file f where f.person_id = p and f.id <> of_case
                       and not exists (select from cauce.tombstone s where s.case_id = f.id));
  for t in select * from cauce.erasable() e where e.key = 'case_id' or whole order by e.past loop
    execute format('update cauce.%I set %s where %I = $1', t.name, t.sets, t.key) using case when t.key = 'case_id' then of_case else p end;
  end loop;
  -- a file that waits to be taken holds lines of several women: it has to be asked for again
  update cauce.export_request x set file = null, file_key = null, expires_at = least(x.expires_at, clock_timestamp())
    where p = any (x.persons) and x.file is not null;
  delete from cauce.draft d where d.subject in (select of_case union select r.id from cauce.referral r where r.case_id = of_case
    union select a.id from cauce.attention a where a.case_id = of_case union select p where whole);
  if whole then
    delete from cauce.person_phone x where x.person_id = p;
    update cauce.person x set curp_index = null where x.id = p;
  end if;
  update cauce.case_grant g set until_at = clock_timestamp() where g.case_id = of_case and (g.until_at is null or g.until_at > clock_timestamp());
  return whole;
end $$;

-- sets: what destroys them; holds: whether a row still holds any; past: copies that triggers keep of earlier versions
create function erasable() returns table (name text, key text, sets text, holds text, past boolean)
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select c.relname::text, k.attname::text,
    string_agg(format('%I = %s', a.attname, case when a.attnotnull then '''\x''::bytea' else 'null' end), ', ' order by a.attnum),
    string_agg(format('length(%I) > 0', a.attname), ' or ' order by a.attnum),
    c.relname like '%\_past'
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'bytea'::regtype
  join lateral (select x.attname from pg_attribute x where x.attrelid = c.oid and x.attname in ('case_id', 'person_id') and not x.attisdropped
                order by x.attname limit 1) k on true
  where c.relnamespace = 'cauce'::regnamespace and c.relkind = 'r' and c.relname not in ('trail_entry', 'person_phone')
  group by c.relname, k.attname
$$;

-- The second person. The first must have proposed it, the case must be blocked; both are asked again here.
create function erase_case(of_erasure uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who   cauce.actor_context := cauce.actor();
  e     cauce.erasure;
  whole boolean;
begin
  select * into e from cauce.erasure x where x.id = of_erasure and x.withdrawn_at is null and x.confirmed_at is null
    and x.proposed_by <> who.staff and x.person_id <> all (cauce.walled_persons())
    and exists (select from cauce.case_block b where b.case_id = x.case_id and b.lifted_at is null) for update;
  if not found or (who.roles && array['DIRECTION','TRANSPARENCY']) is not true then
    raise exception 'nothing here to confirm' using errcode = 'insufficient_privilege';
  end if;
  whole := cauce.erase_sealed(e.case_id);
  update cauce.erasure x set confirmed_at = clock_timestamp(), confirmed_by = who.staff where x.id = e.id;
  insert into cauce.tombstone (case_id, person_id, whole_person, erased_at, erasure_id)
  values (e.case_id, e.person_id, whole, clock_timestamp(), e.id);
  return whole;
end $$;

-- What a restored database brought back is destroyed again. Only the system asks, with what its file of tombstones says.
create function erase_again(of_case uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  p     uuid;
  t     record;
  whole boolean;
  found_any boolean := false;
  n     bigint;
begin
  if (cauce.actor()).kind is distinct from 'SYSTEM' then
    raise exception 'only the system erases again' using errcode = 'insufficient_privilege';
  end if;
  select f.person_id into p from cauce.case_file f where f.id = of_case;
  if p is null then
    return false;
  end if;
  insert into cauce.tombstone (case_id, person_id, whole_person, erased_at) values (of_case, p, false, clock_timestamp())
    on conflict do nothing;
  found_any := found;
  if not found_any then
    for t in select * from cauce.erasable() e where e.key = 'case_id' loop
      execute format('select count(*) from cauce.%I where case_id = $1 and (%s)', t.name, t.holds) into n using of_case;
      found_any := found_any or n > 0;
    end loop;
    found_any := found_any or exists (select from cauce.tombstone s join cauce.person_part q on q.person_id = s.person_id
      where s.case_id = of_case and s.whole_person and length(q.wrapped_key) > 0);
  end if;
  if found_any then
    whole := cauce.erase_sealed(of_case);
    update cauce.tombstone s set whole_person = whole where s.case_id = of_case;
    insert into cauce.case_block (id, case_id, person_id, folio, reason, blocked_at, blocked_by)
      select gen_random_uuid(), f.id, f.person_id, f.folio, 'RETENTION', clock_timestamp(), '00000000-0000-0000-0000-000000000000'
      from cauce.case_file f where f.id = of_case on conflict do nothing;
  end if;
  return found_any;
end $$;

create function tombstones() returns table (case_id uuid, person_id uuid, erased_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if (cauce.actor()).kind is distinct from 'SYSTEM' then
    raise exception 'only the system reads them all' using errcode = 'insufficient_privilege';
  end if;
  return query select t.case_id, t.person_id, t.erased_at from cauce.tombstone t order by t.erased_at;
end $$;

-- ---------------------------------------------------------------- who saw her file
-- For the report she may ask for: readings and writings in her cases, and what was tried and not allowed.
create function access_of(of_case uuid)
  returns table (at timestamptz, staff uuid, area uuid, action text, outcome text, detail text, source text)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  p uuid;
begin
  select f.person_id into p from cauce.case_file f where f.id = of_case and f.person_id <> all (cauce.walled_persons())
    and exists (select from cauce.case_grant g where g.case_id = of_case and g.audience = any (cauce.audience())
                and g.from_at <= now() and (g.until_at is null or g.until_at > now()));
  if p is null or cauce.actor_has('DIRECTION') is not true then
    raise exception 'out of reach' using errcode = 'insufficient_privilege';
  end if;
  return query
  select e.at, e.actor, e.area, e.action, e.outcome, e.detail,
    (select g.source from cauce.case_grant g where g.person_id = p and g.audience in (e.area, e.actor) and g.from_at <= e.at
       and (g.until_at is null or g.until_at > e.at) order by g.audience_kind desc, g.from_at limit 1)
  from cauce.trail_entry e
  where e.actor_kind = 'STAFF' and (e.person_id = p or e.case_id in (select f.id from cauce.case_file f where f.person_id = p)
    or (e.outcome = 'DENIED' and exists (select from cauce.case_file f where f.person_id = p
      and (e.detail = 'folio=' || f.folio or e.detail like 'by=FOLIO,folio=' || f.folio || ',%'))))
  order by e.at;
end $$;

-- Closed cases whose time to be kept has passed, of which nobody has blocked yet, and blocked ones to be looked at.
create function retention_due(closed_before timestamptz, blocked_before timestamptz)
  returns table (case_id uuid, folio text, since timestamptz, step text)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if cauce.actor_has('DIRECTION') is not true then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  return query
  select f.id, f.folio, f.closed_at, 'BLOCK' from cauce.case_file f
    where f.status = 'CLOSED' and f.closed_at < closed_before and f.person_id <> all (cauce.walled_persons())
      and not exists (select from cauce.case_block b where b.case_id = f.id and b.lifted_at is null)
  union all
  select b.case_id, b.folio, b.blocked_at, 'ERASE' from cauce.case_block b
    where b.lifted_at is null and b.blocked_at < blocked_before and b.person_id <> all (cauce.walled_persons())
      and not exists (select from cauce.erasure e where e.case_id = b.case_id and e.withdrawn_at is null)
      and not exists (select from cauce.tombstone t where t.case_id = b.case_id)
  order by 3 limit 500;
end $$;

do $$
declare f text;
begin
  foreach f in array array['block_case(uuid,text)','open_blocked(uuid)','unblock_case(uuid)','no_grant_on_blocked()','erase_sealed(uuid)','erasable()',
      'erase_case(uuid)','erase_again(uuid)','tombstones()','access_of(uuid)','retention_due(timestamptz,timestamptz)'] loop
    execute format('alter function cauce.%s owner to cauce_guard', f);
  end loop;
end $$;
grant execute on function block_case(uuid, text), open_blocked(uuid), unblock_case(uuid), no_grant_on_blocked(), erase_case(uuid), erase_again(uuid),
  tombstones(), access_of(uuid), retention_due(timestamptz, timestamptz) to ${runtime};
grant execute on function actor_has(text) to cauce_guard;
grant select, insert, update on case_block, tombstone to cauce_guard;
grant select, update on erasure to cauce_guard;
grant select on trail_entry, draft, person_phone, attention, referral to cauce_guard;
grant delete on draft, person_phone to cauce_guard;
grant update (curp_index) on person to cauce_guard;
create policy guard on trail_entry for select to cauce_guard using (true);
create policy eraser on draft to cauce_guard using (true);
create policy eraser on person_phone to cauce_guard using (true);
create policy eraser on attention for select to cauce_guard using (true);
