-- Who watches over access: walls that the program proposes, access in an emergency with its review, and a budget of readings for each day.

-- ---------------------------------------------------------------- walls proposed
-- created_by is null where the system itself put the wall up
alter table case_exclusion alter column created_by drop not null;

create table staff_curp (
  staff_id   uuid primary key references staff_account,
  curp_index bytea not null
);
comment on table staff_curp is 'keyed hash of the CURP of a member of staff: only to compare with that of an aggressor';
create unique index staff_curp_index on staff_curp (curp_index);

create table wall_proposal (
  id           uuid primary key,
  case_id      uuid not null references case_file,
  person_id    uuid not null references person,
  staff_id     uuid references staff_account,
  ground       text not null check (ground in ('CURP','SAME_NAME','SOUNDS_ALIKE','PART_OF_NAME','SURNAMES','PUBLIC_SERVANT','DECLARED')),
  exclusion_id uuid references case_exclusion,
  at           timestamptz not null,
  due_at       timestamptz not null,
  decided_at   timestamptz,
  decided_by   uuid references staff_account,
  decision     text check (decision in ('KEPT_AWAY','NO_REASON')),
  check ((decided_at is null) = (decision is null)),
  unique nulls not distinct (case_id, staff_id, ground)
);
comment on column wall_proposal.staff_id is 'null: the record says that he works for the municipality, and nobody is named';
comment on column wall_proposal.exclusion_id is 'the wall that was put up at once, until somebody looks at it';
create index wall_proposal_open on wall_proposal (due_at) where decided_at is null;

-- accounts that are still to be compared with the aggressors on record
create table wall_check_due (
  staff_id uuid primary key references staff_account,
  since    timestamptz not null default clock_timestamp()
);
insert into wall_check_due (staff_id) select id from staff_account;

create function wall_check_needed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  insert into cauce.wall_check_due (staff_id) values (new.id) on conflict (staff_id) do update set since = clock_timestamp();
  return null;
end $$;
create trigger wall_check_needed after insert or update of display_name on staff_account for each row execute function wall_check_needed();

-- Proposes a wall, and puts it up at once where the ground is strong enough. Whoever works with the case may do so, and the system; both
-- get to know no more than what they did.
create function propose_wall(p_id uuid, p_case uuid, p_staff uuid, p_ground text, p_reason text, p_due timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who    cauce.actor_context := cauce.actor();
  person uuid;
  wall   uuid;
  ranks  text[] := array['PUBLIC_SERVANT','SURNAMES','PART_OF_NAME','SOUNDS_ALIKE','SAME_NAME','CURP','DECLARED'];
begin
  select f.person_id into strict person from cauce.case_file f where f.id = p_case;
  if who.kind is distinct from 'SYSTEM' and not (who.kind = 'STAFF' and person <> all (cauce.walled_persons()) and exists (
      select from cauce.case_grant g where g.case_id = p_case and g.audience = any (cauce.audience())
        and g.from_at <= clock_timestamp() and (g.until_at is null or g.until_at > clock_timestamp()))) then
    raise exception 'not a case of the actor' using errcode = 'insufficient_privilege';
  end if;
  if p_ground = 'DECLARED' and p_staff is distinct from who.staff then
    raise exception 'one declares for oneself' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(7342, hashtext(p_case::text));
  if exists (select from cauce.wall_proposal w where w.case_id = p_case and w.staff_id is not distinct from p_staff
        and array_position(ranks, w.ground) >= array_position(ranks, p_ground))
     or exists (select from cauce.case_exclusion e where e.person_id = person and e.staff_id = p_staff
        and (e.until_at is null or e.until_at > clock_timestamp())) then
    return 'KNOWN';
  end if;
  if p_ground in ('CURP', 'SAME_NAME', 'DECLARED') then
    wall := gen_random_uuid();
    insert into cauce.case_exclusion (id, case_id, person_id, staff_id, reason, from_at, created_by)
    values (wall, p_case, person, p_staff, p_reason, now(), who.staff);
  end if;
  insert into cauce.wall_proposal (id, case_id, person_id, staff_id, ground, exclusion_id, at, due_at)
  values (p_id, p_case, person, p_staff, p_ground, wall, clock_timestamp(), p_due);
  return case when wall is null then 'PROPOSED' else 'WALLED' end;
end $$;

create function only_the_system() returns void
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if (cauce.actor()).kind is distinct from 'SYSTEM' then
    raise exception 'only the system asks this' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- For the comparison of a new account with all aggressors on record, sealed; and for nothing and nobody else.
create function aggressor_feed(after uuid, batch integer) returns table (case_id uuid, person_id uuid, wrapped_key bytea, sealed bytea)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform cauce.only_the_system();
  return query select p.case_id, f.person_id, p.wrapped_key, p.sealed from cauce.case_part p join cauce.case_file f on f.id = p.case_id
    where p.compartment = 'AGGRESSOR' and p.case_id > after and length(p.wrapped_key) > 0 order by p.case_id limit batch;
end $$;

create function wall_checks_due() returns table (staff_id uuid, display_name text, curp_index bytea, since timestamptz, ripe boolean)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform cauce.only_the_system();
  return query select d.staff_id, s.display_name, c.curp_index, d.since, d.since < clock_timestamp() - interval '5 minutes' from cauce.wall_check_due d
    join cauce.staff_account s on s.id = d.staff_id left join cauce.staff_curp c on c.staff_id = d.staff_id order by d.since;
end $$;

-- A case registered while the account was being opened sees neither: so the check counts as done only some minutes after the account.
create function wall_check_done(checked uuid, as_of timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform cauce.only_the_system();
  delete from cauce.wall_check_due d where d.staff_id = checked and d.since = as_of and as_of < clock_timestamp() - interval '5 minutes';
end $$;

create function staff_with_curp(wanted bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select c.staff_id from cauce.staff_curp c where c.curp_index = wanted and ((cauce.actor()).kind = 'SYSTEM' or cauce.audience() <> '{}')
$$;

create function set_staff_curp(of_staff uuid, value bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if not cauce.actor_has('ADMINISTRATION') then
    raise exception 'only administration keeps accounts' using errcode = 'insufficient_privilege';
  end if;
  if value is null then
    delete from cauce.staff_curp where staff_id = of_staff;
  elsif exists (select from cauce.staff_curp c where c.curp_index = value and c.staff_id <> of_staff) then
    return false;
  else
    insert into cauce.staff_curp values (of_staff, value) on conflict (staff_id) do update set curp_index = excluded.curp_index;
  end if;
  insert into cauce.wall_check_due (staff_id) values (of_staff) on conflict (staff_id) do update set since = clock_timestamp();
  return true;
end $$;

-- ---------------------------------------------------------------- access in an emergency (break-glass)
create table break_glass (
  id            uuid primary key,
  case_id       uuid not null references case_file,
  person_id     uuid not null references person,
  staff_id      uuid not null references staff_account,
  area_id       uuid not null references area,
  holder_area   uuid not null references area,
  at            timestamptz not null,
  until_at      timestamptz not null,
  sought        text not null check (sought in ('FOLIO','CURP')),
  wrapped_key   bytea,
  sealed        bytea,
  seen_at       timestamptz,
  seen_by       uuid references staff_account,
  closed_at     timestamptz,
  closed_by     uuid references staff_account,
  result        text check (result in ('JUSTIFIED','NOT_JUSTIFIED')),
  answer_sealed bytea,
  check ((closed_at is null) = (result is null)),
  check (closed_by is distinct from staff_id)
);
comment on column break_glass.sealed is 'the reason, in the words of who opened it';
comment on column break_glass.answer_sealed is 'what the review found, under the same key';
create index break_glass_open on break_glass (at) where closed_at is null;
create index break_glass_holder on break_glass (holder_area, at) where seen_at is null;

create table break_glass_try (
  staff_id uuid not null references staff_account,
  day      date not null,
  missed   integer not null,
  primary key (staff_id, day)
);

-- Unknown, behind a wall and closed off all give NOTHING; after ten of them in a day nothing is looked up any more.
create function break_glass(p_id uuid, p_sought text, p_folio text, p_curp bytea, p_wrapped bytea, p_sealed bytea)
  returns table (outcome text, case_id uuid, person_id uuid, folio text, until_at timestamptz)
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who     cauce.actor_context := cauce.actor();
  found_c record;
  today   date := (clock_timestamp() at time zone 'America/Mexico_City')::date;
  ends    timestamptz := now() + interval '4 hours';
begin
  if who.kind is distinct from 'STAFF' or cauce.audience() = '{}' then
    raise exception 'who attends nobody has no emergency' using errcode = 'insufficient_privilege';
  end if;
  insert into cauce.break_glass_try as t values (who.staff, today, 0) on conflict (staff_id, day) do update set missed = t.missed;
  if (select t.missed from cauce.break_glass_try t where t.staff_id = who.staff and t.day = today) >= 10 then
    return query select 'TOO_MANY', null::uuid, null::uuid, null::text, null::timestamptz;
    return;
  end if;
  select f.id, f.person_id, f.folio, f.area_id,
      exists (select from cauce.case_grant g where g.case_id = f.id and g.audience = any (cauce.audience())
        and g.from_at <= clock_timestamp() and (g.until_at is null or g.until_at > clock_timestamp())) as held
    into found_c
  from cauce.case_file f
  where ((p_sought = 'FOLIO' and f.folio = p_folio)
      or (p_sought = 'CURP' and f.person_id in (select p.id from cauce.person p where p.curp_index = p_curp)))
    and f.person_id <> all (cauce.walled_persons())
    and not exists (select from cauce.case_block b where b.case_id = f.id and b.lifted_at is null) -- of V018
  order by (f.status <> 'CLOSED') desc, f.opened_at desc limit 1;
  if found_c.id is null then
    update cauce.break_glass_try t set missed = t.missed + 1 where t.staff_id = who.staff and t.day = today;
    return query select 'NOTHING', null::uuid, null::uuid, null::text, null::timestamptz;
    return;
  end if;
  if found_c.held then
    return query select 'HELD', found_c.id, found_c.person_id, found_c.folio, null::timestamptz;
    return;
  end if;
  insert into cauce.break_glass (id, case_id, person_id, staff_id, area_id, holder_area, at, until_at, sought, wrapped_key, sealed)
  values (p_id, found_c.id, found_c.person_id, who.staff, who.area, found_c.area_id, now(), ends, p_sought, p_wrapped, p_sealed);
  insert into cauce.case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, source_id, from_at, until_at, granted_by)
  values (gen_random_uuid(), found_c.id, found_c.person_id, who.staff, 'STAFF', array['IDENTITY','CONTACT','FACTS','AGGRESSOR'],
          'BREAK_GLASS', p_id, now(), ends, who.staff);
  insert into cauce.case_event (id, case_id, person_id, at, by_staff, by_area, kind, ref_id)
  values (gen_random_uuid(), found_c.id, found_c.person_id, clock_timestamp(), who.staff, who.area, 'BREAK_GLASS', p_id);
  return query select 'OPENED', found_c.id, found_c.person_id, found_c.folio, ends;
end $$;

-- The Dirección closes it with a result, never about herself; what is still open of it ends with that.
create function close_break_glass(p_id uuid, p_result text, p_answer bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if not cauce.actor_has('DIRECTION') then
    raise exception 'only the Dirección reviews' using errcode = 'insufficient_privilege';
  end if;
  update cauce.break_glass b set closed_at = clock_timestamp(), closed_by = who.staff, result = p_result, answer_sealed = p_answer
   where b.id = p_id and b.closed_at is null and b.staff_id <> who.staff and b.person_id <> all (cauce.walled_persons());
  if not found then
    return false;
  end if;
  update cauce.case_grant g set until_at = now() where g.source = 'BREAK_GLASS' and g.source_id = p_id and g.until_at > now();
  return true;
end $$;

create function see_break_glass(p_id uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  update cauce.break_glass b set seen_at = clock_timestamp(), seen_by = who.staff
   where b.id = p_id and b.seen_at is null and b.staff_id <> who.staff and b.holder_area = any (cauce.audience())
     and b.person_id <> all (cauce.walled_persons());
  return found;
end $$;

-- Cases and persons the actor reaches through an emergency only: to read, never to change, to pass on, or to open another case with.
create function emergency_cases() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  mine uuid := (cauce.actor()).staff;
begin
  return (select coalesce(array_agg(g.case_id), '{}') from cauce.case_grant g
    where g.audience = mine and g.source = 'BREAK_GLASS' and g.until_at > now() and not exists (
      select from cauce.case_grant o where o.case_id = g.case_id and o.audience = any (cauce.audience()) and o.source <> 'BREAK_GLASS'
        and o.from_at <= now() and (o.until_at is null or o.until_at > now())));
end $$;
create function emergency_persons() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  mine uuid := (cauce.actor()).staff;
begin
  return (select coalesce(array_agg(g.person_id), '{}') from cauce.case_grant g
    where g.audience = mine and g.source = 'BREAK_GLASS' and g.until_at > now() and not exists (
      select from cauce.case_grant o where o.person_id = g.person_id and o.audience = any (cauce.audience()) and o.source <> 'BREAK_GLASS'
        and o.from_at <= now() and (o.until_at is null or o.until_at > now())));
end $$;

create or replace function may_grant(for_case uuid, wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.case_grant g
    where g.case_id = for_case and g.audience = any (cauce.audience()) and g.compartments @> wanted and g.source <> 'BREAK_GLASS'
      and g.from_at <= clock_timestamp() and (g.until_at is null or g.until_at > clock_timestamp()))
$$;

-- ---------------------------------------------------------------- budget of readings
create table read_limit (
  role     text    primary key,
  cases    integer not null check (cases between 1 and 100000),
  rows     integer not null check (rows between 1 and 10000000)
);
comment on column read_limit.cases is 'different cases a day; of several roles the widest counts';
comment on column read_limit.rows is 'lines of lists and searches a day';
insert into read_limit values ('FIRST_CONTACT', 60, 6000), ('PSYCHOLOGY', 40, 4000), ('LEGAL', 40, 4000), ('SOCIAL_WORK', 60, 6000), ('DIRECTION', 120, 20000);

create table read_day (
  staff_id uuid    not null references staff_account,
  day      date    not null,
  cases    uuid[]  not null default '{}',
  rows     integer not null default 0,
  primary key (staff_id, day)
) with (fillfactor = 70);

create table read_raise (
  staff_id  uuid not null references staff_account,
  day       date not null,
  cases     integer not null check (cases between 1 and 500),
  at        timestamptz not null,
  raised_by uuid not null references staff_account,
  primary key (staff_id, day, raised_by),
  check (staff_id <> raised_by)
);

create table read_alert (
  staff_id uuid not null references staff_account,
  day      date not null,
  kind     text not null check (kind in ('NEAR','SPENT','ROWS')),
  at       timestamptz not null,
  seen_at  timestamptz,
  seen_by  uuid references staff_account,
  primary key (staff_id, day, kind)
);

create function read_allowed(of_staff uuid, on_day date, roles text[]) returns table (cases integer, rows integer)
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select coalesce(max(l.cases), 0) + r.more, coalesce(max(l.rows), 0) + r.more * 100
  from (select coalesce(sum(x.cases), 0)::integer as more from cauce.read_raise x where x.staff_id = of_staff and x.day = on_day) r
  left join cauce.read_limit l on l.role = any (roles) group by r.more
$$;

-- Counts as part of the entry itself: no reading in the trail goes uncounted, none is counted that was rolled back. Sessions of the same
-- person side by side wait for each other at her row, for the first reading of a case in a day only.
create function count_reading() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  today date := (new.at at time zone 'America/Mexico_City')::date;
  had   integer;
  may   record;
begin
  if new.case_id is not null then
    if exists (select from cauce.read_day d where d.staff_id = new.actor and d.day = today and new.case_id = any (d.cases)) then
      return new;
    end if;
    insert into cauce.read_day as d (staff_id, day, cases) values (new.actor, today, array[new.case_id])
      on conflict (staff_id, day) do update set cases = d.cases || new.case_id where new.case_id <> all (d.cases)
      returning cardinality(d.cases) into had;
    if had is null then
      return new;
    end if;
    select * into may from cauce.read_allowed(new.actor, today, (cauce.actor()).roles);
    if had > may.cases then
      raise exception 'budget of readings spent' using errcode = 'CB001';
    elsif had >= ceil(may.cases * 0.8) then
      insert into cauce.read_alert (staff_id, day, kind, at) values (new.actor, today, 'NEAR', new.at) on conflict do nothing;
    end if;
  else
    insert into cauce.read_day as d (staff_id, day, rows) values (new.actor, today, coalesce(substring(new.detail from 'rows=([0-9]+)')::integer, 0) + 1)
      on conflict (staff_id, day) do update set rows = d.rows + excluded.rows returning d.rows into had;
    select * into may from cauce.read_allowed(new.actor, today, (cauce.actor()).roles);
    if had > may.rows then
      raise exception 'budget of lines spent' using errcode = 'CB002';
    end if;
  end if;
  return new;
end $$;
create trigger count_reading before insert on trail_entry for each row
  when (new.actor_kind = 'STAFF' and new.outcome = 'DONE' and (
    (new.case_id is not null and (new.action = 'CASE_OPENED' or (new.action like '%\_READ' and new.action <> 'TRAIL_READ')))
    or (new.case_id is null and new.action in ('CASES_LISTED', 'CASES_SEARCHED'))))
  execute function count_reading();

-- What was refused tells the Dirección and audit in a transaction of its own.
create function budget_spent(p_kind text) returns void
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if who.kind = 'STAFF' then
    insert into cauce.read_alert (staff_id, day, kind, at)
    values (who.staff, (clock_timestamp() at time zone 'America/Mexico_City')::date, p_kind, clock_timestamp()) on conflict do nothing;
  end if;
end $$;

-- ---------------------------------------------------------------- what audit may know: numbers
create function reviews_waiting() returns table (walls bigint, emergencies bigint, alerts bigint, late bigint)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if not cauce.actor_has('AUDIT') then
    raise exception 'only audit counts what waits for review' using errcode = 'insufficient_privilege';
  end if;
  -- without what is about women from whom the one who asks is kept away, and without what is about herself: a number can tell, too
  return query
  with w as (select x.due_at from cauce.wall_proposal x where x.decided_at is null and x.staff_id is distinct from (cauce.actor()).staff
        and x.person_id <> all (cauce.walled_persons())),
    b as (select x.at from cauce.break_glass x where x.closed_at is null and x.person_id <> all (cauce.walled_persons()))
  select (select count(*) from w), (select count(*) from b),
    (select count(*) from cauce.read_alert a where a.kind <> 'NEAR' and a.seen_at is null),
    (select count(*) from w where w.due_at < clock_timestamp()) + (select count(*) from b where b.at < clock_timestamp() - interval '5 days');
end $$;

-- ---------------------------------------------------------------- rights
do $$
declare f text;
begin
  foreach f in array array['wall_check_needed()','propose_wall(uuid,uuid,uuid,text,text,timestamptz)','only_the_system()','aggressor_feed(uuid,integer)',
      'wall_checks_due()','wall_check_done(uuid,timestamptz)','staff_with_curp(bytea)','set_staff_curp(uuid,bytea)',
      'break_glass(uuid,text,text,bytea,bytea,bytea)','close_break_glass(uuid,text,bytea)','see_break_glass(uuid)','emergency_cases()','emergency_persons()',
      'read_allowed(uuid,date,text[])','count_reading()','budget_spent(text)','reviews_waiting()'] loop
    execute format('alter function cauce.%s owner to cauce_guard', f);
    execute format('grant execute on function cauce.%s to ${runtime}', f);
  end loop;
end $$;
grant select, insert, update, delete on wall_check_due to cauce_guard;
grant select, insert, update, delete on staff_curp to cauce_guard;
grant select, insert on wall_proposal, case_exclusion, read_alert to cauce_guard;
grant select, insert, update on break_glass, break_glass_try, read_day to cauce_guard;
grant select on read_limit, read_raise, case_part to cauce_guard;
grant select (id, display_name) on staff_account to cauce_guard;
grant insert on case_event to cauce_guard;
create policy wall_watch on case_part for select to cauce_guard using (true);
create policy break_glass on case_event for insert to cauce_guard with check (true);
create policy wall_watch on staff_account for select to cauce_guard using (true);

-- no policy lets it see a row of the first three
grant select on staff_curp, wall_check_due, break_glass_try, wall_proposal, break_glass, read_limit, read_day, read_raise, read_alert to ${runtime};
grant update (decided_at, decided_by, decision) on wall_proposal to ${runtime};
grant insert on read_raise to ${runtime};
grant update (seen_at, seen_by) on read_alert to ${runtime};

do $$
declare t text;
begin
  foreach t in array array['staff_curp','wall_proposal','wall_check_due','break_glass','break_glass_try','read_day','read_raise','read_alert'] loop
    execute format('alter table cauce.%I enable row level security', t);
    execute format('alter table cauce.%I force row level security', t);
    execute format('create policy guard on cauce.%I to cauce_guard using (true) with check (true)', t);
  end loop;
  foreach t in array array['wall_proposal','break_glass','trail_entry'] loop
    execute format('create policy wall on cauce.%I as restrictive to ${runtime} using (%s person_id <> all ((select cauce.walled_persons())::uuid[]))',
      t, case when t = 'trail_entry' then 'person_id is null or' else '' end);
  end loop;
  -- read only in an emergency
  foreach t in array array['case_part','attention','attention_reserved'] loop
    execute format('create policy emergency on cauce.%I as restrictive for update to ${runtime} using (case_id <> all ((select cauce.emergency_cases())::uuid[]))', t);
  end loop;
  foreach t in array array['case_part','case_event','risk_assessment','attention','attention_reserved'] loop
    execute format('create policy emergency_new on cauce.%I as restrictive for insert to ${runtime} with check (case_id <> all ((select cauce.emergency_cases())::uuid[]))', t);
  end loop;
  foreach t in array array['attention','attention_past','attention_reserved','attention_reserved_past'] loop
    execute format('create policy emergency_read on cauce.%I as restrictive for select to ${runtime} using (case_id <> all ((select cauce.emergency_cases())::uuid[]))', t);
  end loop;
end $$;
create policy emergency on case_file as restrictive for update to ${runtime} using (id <> all ((select cauce.emergency_cases())::uuid[]));
create policy emergency_new on case_file as restrictive for insert to ${runtime} with check (person_id <> all ((select cauce.emergency_persons())::uuid[]));
create policy emergency on person as restrictive for update to ${runtime} using (id <> all ((select cauce.emergency_persons())::uuid[]));
create policy emergency on person_part as restrictive for update to ${runtime} using (person_id <> all ((select cauce.emergency_persons())::uuid[]));
create policy emergency_new on person_phone as restrictive for insert to ${runtime} with check (person_id <> all ((select cauce.emergency_persons())::uuid[]));
create policy emergency_new on person_part as restrictive for insert to ${runtime} with check (person_id <> all ((select cauce.emergency_persons())::uuid[]));
create policy emergency on person_phone as restrictive for delete to ${runtime} using (person_id <> all ((select cauce.emergency_persons())::uuid[]));
-- a wall hides the case and its review from whom it names: nobody puts one up who was let in for a few hours, or by a grant that ended
create policy emergency_new on case_exclusion as restrictive for insert to ${runtime} with check (
  case_id <> all ((select cauce.emergency_cases())::uuid[])
  and (select true from held_grant g where g.case_id = case_exclusion.case_id and g.person_id = case_exclusion.person_id limit 1));

-- about herself nobody sees or decides
create policy watched on wall_proposal for select to ${runtime}
  using ((select cauce.actor_has('DIRECTION')) and staff_id is distinct from (select cauce.actor_staff()));
create policy decided on wall_proposal for update to ${runtime}
  using ((select cauce.actor_has('DIRECTION')) and staff_id is distinct from (select cauce.actor_staff()) and decided_at is null)
  with check (decided_by = (select cauce.actor_staff()));
create policy concerned on break_glass for select to ${runtime}
  using ((select cauce.actor_has('DIRECTION')) or staff_id = (select cauce.actor_staff()) or holder_area = any ((select cauce.audience())::uuid[]));
create policy own on read_day for select to ${runtime}
  using (staff_id = (select cauce.actor_staff()) or (select cauce.actor_has('DIRECTION')) or (select cauce.actor_has('AUDIT')));
create policy own on read_raise for select to ${runtime}
  using (staff_id = (select cauce.actor_staff()) or (select cauce.actor_has('DIRECTION')) or (select cauce.actor_has('AUDIT')));
create policy raised on read_raise for insert to ${runtime}
  with check ((select cauce.actor_has('DIRECTION')) and raised_by = (select cauce.actor_staff()) and staff_id <> (select cauce.actor_staff()));
create policy told on read_alert for select to ${runtime} using ((select cauce.actor_has('DIRECTION')) or (select cauce.actor_has('AUDIT')));
create policy seen on read_alert for update to ${runtime}
  using ((select cauce.actor_has('DIRECTION')) and staff_id <> (select cauce.actor_staff())) with check (seen_by = (select cauce.actor_staff()));
