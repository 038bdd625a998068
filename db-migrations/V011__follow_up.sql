-- What people do most, with less work for the server; sealed contacts of agreements; closing a case with its referrals.

-- ---------------------------------------------------------------- the trail
-- Only trail_append writes entries, and it writes into a chain whose head it has just moved: asking again costs a query for each entry.
alter table trail_entry drop constraint trail_entry_chain_fkey;
alter table trail_entry add constraint trail_entry_chain check (chain between 0 and 63);

-- As in V002, but the chain is ours by the advisory lock alone, which ends after the commit can be seen: no row lock beside it.
create or replace function trail_append(action text, outcome text, subject_kind text, subject uuid, case_id uuid, person_id uuid, detail text)
  returns void language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who   cauce.actor_context := cauce.actor();
  e     cauce.trail_entry;
  mine  text := nullif(current_setting('cauce.trail_chain', true), '');
  start int;
begin
  if who.kind is null then
    raise exception 'no context: nothing can be recorded' using errcode = 'insufficient_privilege';
  end if;
  if mine is null then
    start := floor(random() * 64)::int;
    for i in 0..63 loop
      if pg_try_advisory_xact_lock(7341, (start + i) % 64) then
        mine := ((start + i) % 64)::text;
        exit;
      end if;
    end loop;
    if mine is null then
      perform pg_advisory_xact_lock(7341, start);
      mine := start::text;
    end if;
    perform set_config('cauce.trail_chain', mine, true);
  end if;
  select h.chain, h.seq + 1, clock_timestamp(), who.kind, who.staff, who.area, trail_append.action, trail_append.outcome,
         trail_append.subject_kind, trail_append.subject, trail_append.case_id, trail_append.person_id,
         coalesce(trail_append.detail, ''), h.hash
    into strict e from cauce.trail_head h where h.chain = mine::smallint;
  e.hash := sha256(e.hash || convert_to(cauce.trail_text(e), 'UTF8'));
  insert into cauce.trail_entry values (e.*);
  update cauce.trail_head h set seq = e.seq, hash = e.hash where h.chain = e.chain;
end $$;

-- ---------------------------------------------------------------- opening a case
-- One look at who acts, one at the grants, the row and its trace: what the policies of three tables would each work out again. The rule is
-- that of the policies, by the same view: no grant that holds now, no row.
create function open_case(wanted text)
  returns table (file case_file, area_name text, held text[], name_key bytea, name_sealed bytea)
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  found_id     uuid;
  found_person uuid;
  may          text[];
begin
  select c.id, c.person_id, (select array_agg(distinct x) from cauce.held_grant g, unnest(g.compartments) x where g.case_id = c.id)
    into found_id, found_person, may from cauce.case_file c where c.folio = wanted;
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
alter function open_case(text) owner to cauce_guard;
grant execute on function open_case(text) to ${runtime};
grant execute on function trail_append(text, text, text, uuid, uuid, uuid, text) to cauce_guard;

-- As in V005, in plpgsql, which keeps its plans: each row of a registration asks.
create or replace function unclaimed_person(p uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  return exists (select from cauce.person x where x.id = p and x.created_by = (cauce.actor()).staff)
     and not exists (select from cauce.case_grant g where g.person_id = p);
end $$;
create or replace function unclaimed_case(c uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  return exists (select from cauce.case_file x where x.id = c and x.opened_by = (cauce.actor()).staff)
     and not exists (select from cauce.case_grant g where g.case_id = c);
end $$;

-- A person who is new in this transaction carries its number already.
create or replace function mark_person() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  update cauce.person set changed_by_tx = pg_current_xact_id() where id = new.person_id and changed_by_tx <> pg_current_xact_id();
  return null;
end $$;

-- ---------------------------------------------------------------- counting
-- What of the open cases within reach asks for somebody today. A policy asks for each row; who holds every case has it asked of all of them,
-- so here the grants that hold, the same view, are joined once.
create function waiting_cases() returns table (grave bigint, untold bigint, unassessed bigint)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  return query
  select count(*) filter (where c.risk_level in ('EXTREME', 'HIGH') and not exists
           (select from cauce.attention t where t.case_id = c.id and t.status = 'ATTENDED')),
         count(*) filter (where c.prosecutor_notified_at is null),
         count(*) filter (where c.risk_level = 'NONE')
  from cauce.case_file c
  where c.status <> 'CLOSED' and (c.risk_level in ('EXTREME', 'HIGH', 'NONE') or c.prosecutor_notified_at is null)
    and c.id in (select g.case_id from cauce.held_grant g);
end $$;
alter function waiting_cases() owner to cauce_guard;
grant execute on function waiting_cases() to ${runtime};
grant select (case_id, status) on attention to cauce_guard;
create policy guard on attention for select to cauce_guard using (true);
create index case_file_waiting on case_file (id) include (risk_level, prosecutor_notified_at)
  where status <> 'CLOSED' and (risk_level in ('EXTREME', 'HIGH', 'NONE') or prosecutor_notified_at is null);

-- The counts of the plan and the pictures read a year of cases: from the index, without the rows.
create index case_file_counted on case_file (opened_at) include (person_id, area_id, risk_level);

-- ---------------------------------------------------------------- an answered referral
-- As in V007; and once the counter-referral is there, what the referral opened stays open for the follow-up only (docs/decisions/011),
-- unless the answer says that the work goes on there.
create or replace function end_referral_grant(of_referral uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  until timestamptz;
begin
  select case when r.status = 'ANSWERED' then now() + interval '30 days' else now() end into until
  from cauce.referral r where r.id = of_referral
    and (r.status in ('REJECTED', 'CANCELLED') or r.status = 'ANSWERED' and r.result <> 'CONTINUES')
    and (r.from_area = any (cauce.audience()) or r.to_area = any (cauce.audience()) or cauce.actor_has('DIRECTION'))
    and r.person_id <> all (cauce.walled_persons());
  if until is null then
    raise exception 'not a closed referral of the actor' using errcode = 'insufficient_privilege';
  end if;
  update cauce.case_grant g set until_at = until
  where g.source = 'REFERRAL' and g.source_id = of_referral and (g.until_at is null or g.until_at > until);
end $$;
grant select (result) on referral to cauce_guard;

-- ---------------------------------------------------------------- contacts of agreements
-- Sealed by the application at its next start, which empties the plain columns; the version after this one drops them.
alter table agreement add column contact_key bytea, add column contact_sealed bytea;
alter table agreement add check ((contact_key is null) = (contact_sealed is null));
comment on column agreement.contact_name is 'emptied: see contact_sealed';
revoke insert on agreement from ${runtime};
grant insert (id, number, counterpart_kind, area_id, institution_id, object, services, contact_key, contact_sealed, signed_on, signed_by, valid_from,
  valid_until, warn_days, renews_id, created_at, created_by) on agreement to ${runtime};
revoke update (contact_name, contact_post, contact_phone, contact_email) on agreement from ${runtime};
grant update (contact_key, contact_sealed) on agreement to ${runtime};
