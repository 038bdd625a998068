-- What an insider tried, and what follows from it: a wall holds for the woman and not for one row of hers, a new case opens no more of her
-- than was open, and a row belongs to one case and the person of that case.

-- ---------------------------------------------------------------- one woman, several rows
-- Two areas that do not see each other's cases make two rows of one woman. Who is kept away from one of them is kept away from those with
-- the same CURP. One look at her walls a statement; usually there is none.
create or replace function walled_persons() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  me   uuid := (cauce.actor()).staff;
  hers uuid[];
begin
  hers := array(select distinct e.person_id from cauce.case_exclusion e
    where e.staff_id = me and e.from_at <= clock_timestamp() and (e.until_at is null or e.until_at > clock_timestamp()));
  if hers = '{}' then
    return hers;
  end if;
  return array(select unnest(hers) union
    select same.id from cauce.person p join cauce.person same on same.curp_index = p.curp_index where p.id = any (hers));
end $$;

-- As in V011; and a folio that does not exist takes the same looks, at walls and grants, as one that is out of reach.
create or replace function open_case(wanted text)
  returns table (file case_file, area_name text, held text[], name_key bytea, name_sealed bytea)
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  found_id     uuid;
  found_person uuid;
  may          text[];
begin
  select c.id, c.person_id into found_id, found_person from cauce.case_file c where c.folio = wanted;
  may := (select array_agg(distinct x) from cauce.held_grant g, unnest(g.compartments) x
    where g.case_id = coalesce(found_id, '00000000-0000-0000-0000-000000000000'));
  if may is null then
    return;
  end if;
  may := array(select unnest(may) intersect select unnest(cauce.readable()));
  perform cauce.trail_append('CASE_OPENED', 'DONE', 'CASE', found_id, found_id, found_person, '');
  return query
    select c, a.name, may, p.wrapped_key, p.sealed
    from cauce.case_file c join cauce.area a on a.id = c.area_id
    left join cauce.person_part p on p.person_id = c.person_id and p.compartment = 'IDENTITY' and 'IDENTITY' = any (may)
    where c.id = found_id;
end $$;

-- ---------------------------------------------------------------- a known woman's new case
-- As in V005; but of a woman who has a case already, the area gets no part that it did not hold: a referral of one part would open all of
-- her, and for good. The parts of the new case itself are the area's own.
create or replace function grant_opening(new_case uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who  cauce.actor_context := cauce.actor();
  c    record;
  dir  uuid;
  hers text[] := array['IDENTITY','CONTACT','SOCIAL'];
begin
  select f.id, f.person_id, f.area_id, f.opened_at into strict c from cauce.case_file f
   where f.id = new_case and f.opened_by = who.staff and f.area_id = who.area;
  if exists (select from cauce.case_grant g where g.case_id = new_case) then
    raise exception 'the case is open already' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from cauce.case_grant g where g.person_id = c.person_id) then
    hers := array(select distinct x from cauce.case_grant g, unnest(g.compartments) x
      where g.person_id = c.person_id and g.audience = who.area and g.from_at <= now() and (g.until_at is null or g.until_at > now())
        and x = any (hers));
  end if;
  select a.id into strict dir from cauce.area a where a.kind = 'DIRECTION';
  insert into cauce.case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at, granted_by)
  values (gen_random_uuid(), c.id, c.person_id, c.area_id, 'AREA', hers || array['FACTS','AGGRESSOR','LEGAL','CLINICAL'],
          'REGISTERED', least(c.opened_at, now()), who.staff);
  if dir <> c.area_id then
    insert into cauce.case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at, granted_by)
    values (gen_random_uuid(), c.id, c.person_id, dir, 'AREA',
            array['IDENTITY','CONTACT','SOCIAL','FACTS','AGGRESSOR','LEGAL'], 'OVERSIGHT', least(c.opened_at, now()), who.staff);
  end if;
end $$;

-- ---------------------------------------------------------------- a row belongs to one case and its person
-- The policies ask a grant for its case, or for its person: a row that named one of each would open both. One key instead of two.
alter table case_file add constraint case_file_of_person unique (id, person_id);
do $$
declare t text;
begin
  for t in
    select c.table_name from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
     where c.table_schema = 'cauce' and b.table_type = 'BASE TABLE' and c.column_name in ('case_id', 'person_id')
       and c.table_name <> 'trail_entry' and c.table_name not like '%\_past'
     group by 1 having count(*) = 2 and bool_and(c.is_nullable = 'NO')
  loop
    execute format('alter table cauce.%1$I drop constraint %1$s_case_id_fkey, drop constraint %1$s_person_id_fkey,
      add constraint %1$s_of_person foreign key (case_id, person_id) references cauce.case_file (id, person_id)', t);
  end loop;
  -- a request may name neither
  foreach t in array array['rights_request', 'rights_document'] loop
    execute format('alter table cauce.%1$I add constraint %1$s_of_person foreign key (case_id, person_id) references cauce.case_file (id, person_id)', t);
  end loop;
end $$;

-- What a case is and whose it is stays as it was opened; only its course is written.
revoke update on case_file, person from ${runtime};
grant update (status, risk_level, risk_assessed_at, facts_on, facts_time, age_at_facts, locality, violence_types, setting, relationship, danger,
  weapons, threats, injuries, minors_present, public_servant, prosecutor_notified_at, privacy_notice_at, consent, consent_at, last_activity_at,
  closed_at, closed_by, closure_reason, version) on case_file to ${runtime};
grant update (curp_index, version) on person to ${runtime};

-- An attention does not move to a case out of reach.
alter policy corrected on attention with check (area_id = (select cauce.actor_area()) and recorded_by = (select cauce.actor_staff())
  and (select true from held_grant g where g.case_id = attention.case_id limit 1));

-- Nobody gives away more than she holds, nor what is kept from her.
create or replace function may_grant(for_case uuid, wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.case_grant g
    where g.case_id = for_case and g.audience = any (cauce.audience()) and g.compartments @> wanted
      and g.source not in ('BREAK_GLASS', 'BLOCKED_LOOK') and g.person_id <> all (cauce.walled_persons())
      and g.from_at <= clock_timestamp() and (g.until_at is null or g.until_at > clock_timestamp()))
$$;

-- ---------------------------------------------------------------- what an assessment asks is told with the facts
-- Its level stands in the head of the case; its answers and the reason are facts.
alter policy granted on risk_assessment using (
  (select true from held_grant g where g.case_id = risk_assessment.case_id and g.compartments @> array['FACTS'] limit 1));

-- ---------------------------------------------------------------- blocking, and what is opened at the same moment
-- Whoever gives a grant waits for a block that is under way, and sees it.
create or replace function no_grant_on_blocked() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(7343, hashtext(new.case_id::text));
  if exists (select from cauce.case_block b where b.case_id = new.case_id and b.lifted_at is null and b.id is distinct from new.source_id) then
    raise exception 'the case is blocked' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- As in V018; and by somebody else than who closed it, so that nobody makes a case that is alive vanish alone.
create or replace function block_case(of_case uuid, why text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who  cauce.actor_context := cauce.actor();
  c    record;
  made uuid := gen_random_uuid();
  moment timestamptz;
begin
  select f.id, f.person_id, f.folio into c from cauce.case_file f where f.id = of_case and f.status = 'CLOSED'
    and f.closed_by is distinct from who.staff and f.person_id <> all (cauce.walled_persons());
  if not found or cauce.actor_has('DIRECTION') is not true then
    raise exception 'not a closed case of the actor' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(7343, hashtext(of_case::text));
  moment := clock_timestamp();
  insert into cauce.case_block (id, case_id, person_id, folio, reason, blocked_at, blocked_by, held)
  select made, c.id, c.person_id, c.folio, why, moment, who.staff,
         coalesce(array_agg(g.id), '{}') from cauce.case_grant g where g.case_id = c.id and g.until_at is null;
  update cauce.case_grant g set until_at = moment where g.case_id = c.id and (g.until_at is null or g.until_at > moment);
  return made;
end $$;

-- As in V018; and what was erased again after a backup came back, of which there is a tombstone and no proposal, is given back to nobody.
create or replace function unblock_case(of_case uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  b cauce.case_block;
begin
  select * into b from cauce.case_block x where x.case_id = of_case and x.lifted_at is null
    and x.person_id <> all (cauce.walled_persons())
    and not exists (select from cauce.erasure e where e.case_id = of_case and e.withdrawn_at is null)
    and not exists (select from cauce.tombstone t where t.case_id = of_case);
  if not found or cauce.actor_has('DIRECTION') is not true then
    return false;
  end if;
  update cauce.case_block x set lifted_at = clock_timestamp(), lifted_by = (cauce.actor()).staff where x.id = b.id;
  update cauce.case_grant g set until_at = null where g.case_id = of_case and g.id = any (b.held);
  return true;
end $$;

-- ---------------------------------------------------------------- a file is taken while its lines are within reach
-- As in V017; what went out of reach since (a wall, a grant that ended, a block) ends it like its time does, so that nothing tells why.
create or replace function take_export(p_id uuid) returns table (folio text, file_key bytea, file bytea)
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
  x   cauce.export_request;
begin
  select * into x from cauce.export_request r where r.id = p_id and r.staff_id = who.staff for update;
  if x.id is null or not coalesce(x.allowed, false) or x.taken_at is not null or x.file is null or x.expires_at <= clock_timestamp() then
    return;
  end if;
  if x.area_id is distinct from who.area
      or exists (select from unnest(x.persons) p where not exists (select from cauce.held_grant g where g.person_id = p))
      or exists (select from cauce.case_block b where b.person_id = any (x.persons) and b.lifted_at is null and b.blocked_at >= x.at) then
    update cauce.export_request r set expires_at = clock_timestamp(), file = null, file_key = null where r.id = p_id;
    return;
  end if;
  update cauce.export_request r set taken_at = clock_timestamp(), file = null, file_key = null where r.id = p_id;
  return query select x.folio, x.file_key, x.file;
end $$;

-- ---------------------------------------------------------------- unknown is said once
-- In these lists it is what every field can say ("Se desconoce"): as an entry of its own it stood there twice and was counted apart.
alter table case_file no force row level security; -- the owner's own statement, which no policy lets see a row
update case_file set locality = nullif(locality, 'UNKNOWN'), setting = nullif(setting, 'UNKNOWN'), relationship = nullif(relationship, 'UNKNOWN')
 where 'UNKNOWN' in (locality, setting, relationship);
alter table case_file force row level security;
update catalog_entry set valid_to = greatest(valid_from, current_date - 1) where key = 'UNKNOWN' and catalog <> 'SAFE_CONTACT' and valid_to is null;
