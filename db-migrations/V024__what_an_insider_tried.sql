-- What somebody who works here could still do or find out: get into the first account of the Dirección again, switch a certain match off,
-- rename an account past a wall, conclude from a request, a figure, a denied reading or an address what was hidden from him.

-- ---------------------------------------------------------------- the first account of the Dirección begins once
-- A link for it needs no second person while nobody but its owner could lose by it. "No password" does not say so: giving her a role back
-- empties it again.
alter table staff_request add column begun_at timestamptz;
comment on column staff_request.begun_at is 'FIRST: when she set her first password; from then on her links need a second person, also where it is emptied again';
update staff_request r set begun_at = clock_timestamp() from staff_account s
where s.id = r.staff_id and r.answer = 'FIRST' and (s.has_password or s.last_sign_in_at > r.decided_at);

create function first_has_begun() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  update cauce.staff_request r set begun_at = clock_timestamp() where r.staff_id = new.id and r.answer = 'FIRST' and r.begun_at is null;
  return null;
end $$;
create trigger first_has_begun after update of password_hash on staff_account for each row
  when (new.password_hash is not null) execute function first_has_begun();

create function begins_alone(of_staff uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.staff_request f join cauce.staff_account s on s.id = f.staff_id
    where f.staff_id = of_staff and f.answer = 'FIRST' and f.begun_at is null and not s.has_password
      and not exists (select from cauce.staff_request l where l.staff_id = of_staff and l.answer = 'CONFIRMED' and l.decided_at >= f.decided_at))
$$;

-- As in V019, but for the last condition.
create or replace function invitation_guard() returns trigger language plpgsql as $$
declare
  who     cauce.actor_context;
  account record;
begin
  if not row_security_active('cauce.invitation') then
    return new;
  end if;
  who := cauce.actor();
  if tg_op = 'UPDATE' then
    if new.id <> old.id or new.token_hash <> old.token_hash or new.staff_id is distinct from old.staff_id
        or new.expires_at > old.expires_at or (old.used_at is not null and new.used_at is null) then
      raise exception 'a link is never renewed' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.staff_id is null then
    if who.kind <> 'SYSTEM' then
      raise exception 'the system invites the first administrator' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  select a.roles into account from cauce.staff_account a where a.id = new.staff_id;
  if exists (select from cauce.staff_request r where r.staff_id = new.staff_id and r.answer = 'CONFIRMED' and r.kind in ('ROLES','LINK')
      and r.decided_by = who.staff and r.decided_at > clock_timestamp() - interval '1 minute') then
    return new;
  end if;
  if not coalesce('ADMINISTRATION' = any (who.roles), false)
      or exists (select from cauce.staff_request r where r.staff_id = new.staff_id and r.kind = 'ROLES' and r.decided_at is null)
      or (cauce.needs_confirmation(account.roles) and not cauce.begins_alone(new.staff_id)) then
    raise exception 'this link needs a second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- ---------------------------------------------------------------- what was decided about one ground says nothing about another
-- As in V019, but: what somebody says of himself or of a colleague ranks with no likeness, what was decided closes its own ground only, and
-- a certain match puts up a wall of its own beside one that stands for a lesser reason, so that it stays when that one is lifted.
create or replace function propose_wall(p_id uuid, p_case uuid, p_staff uuid, p_ground text, p_reason text, p_due timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who     cauce.actor_context := cauce.actor();
  person  uuid;
  wall    uuid;
  certain boolean := p_ground in ('CURP', 'SAME_NAME');
  ranks   text[] := array['PUBLIC_SERVANT','SURNAMES','PART_OF_NAME','SOUNDS_ALIKE','SAME_NAME','CURP'];
begin
  select f.person_id into person from cauce.case_file f where f.id = p_case;
  if person is null or (who.kind is distinct from 'SYSTEM' and not (who.kind = 'STAFF' and person <> all (cauce.walled_persons()) and exists (
      select from cauce.case_grant g where g.case_id = p_case and g.audience = any (cauce.audience())
        and (p_ground = 'DECLARED' or g.source not in ('BREAK_GLASS', 'BLOCKED_LOOK'))
        and g.from_at <= clock_timestamp() and (g.until_at is null or g.until_at > clock_timestamp())))) then
    raise exception 'not a case of the actor' using errcode = 'insufficient_privilege';
  end if;
  if p_ground = 'RAISED' or (p_ground = 'DECLARED' and p_staff is distinct from who.staff) then
    raise exception 'one declares for oneself' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(7342, hashtext(person::text));
  if exists (select from cauce.wall_proposal w where w.case_id = p_case and w.staff_id is not distinct from p_staff and (w.ground = p_ground
        or (w.decided_at is null and array_position(ranks, w.ground) > array_position(ranks, p_ground))))
      or (cauce.wall_stands(person, p_staff) and (not certain or exists (select from cauce.wall_proposal w
        where w.person_id = person and w.staff_id = p_staff and w.decision is distinct from 'NO_REASON'
          and array_position(ranks, w.ground) >= array_position(ranks, p_ground)))) then
    return 'KNOWN';
  end if;
  if p_ground = 'DECLARED' or (certain and not cauce.wall_waits(person, p_staff, who.staff)) then
    wall := gen_random_uuid();
    insert into cauce.case_exclusion (id, case_id, person_id, staff_id, reason, from_at, created_by)
    values (wall, p_case, person, p_staff, p_reason, now(), who.staff);
  end if;
  insert into cauce.wall_proposal (id, case_id, person_id, staff_id, ground, exclusion_id, at, due_at, raised_by)
  values (p_id, p_case, person, p_staff, p_ground, wall, clock_timestamp(), p_due, case when cauce.directs(p_staff) then who.staff end);
  return case when wall is null then 'PROPOSED' else 'WALLED' end;
end $$;

-- ---------------------------------------------------------------- names an account had
-- Otherwise whoever keeps the accounts renames a policeman before his victim is registered, and back afterwards.
create table staff_name_past (
  staff_id uuid not null references staff_account,
  name     text not null,
  until_at timestamptz not null default clock_timestamp(),
  primary key (staff_id, name)
);
comment on table staff_name_past is 'names accounts had: aggressors are compared with them too, so that a new name hides nobody';

create function keep_name() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  insert into cauce.staff_name_past (staff_id, name) values (old.id, old.display_name) on conflict do nothing;
  return null;
end $$;
create trigger keep_name after update of display_name on staff_account for each row
  when (old.display_name <> new.display_name) execute function keep_name();

alter table staff_name_past enable row level security;
alter table staff_name_past force row level security;
create policy guard on staff_name_past to cauce_guard using (true) with check (true);
create policy known on staff_name_past for select to ${runtime} using ((select cauce.actor_kind()) in ('STAFF', 'SYSTEM'));
grant select, insert on staff_name_past to cauce_guard;
grant select on staff_name_past to ${runtime};

-- As in V016, with every name the account has had.
drop function wall_checks_due();
create function wall_checks_due() returns table (staff_id uuid, names text[], curp_index bytea, since timestamptz, ripe boolean)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform cauce.only_the_system();
  return query select d.staff_id, array(select s.display_name union select n.name from cauce.staff_name_past n where n.staff_id = d.staff_id),
    c.curp_index, d.since, d.since < clock_timestamp() - interval '5 minutes' from cauce.wall_check_due d
    join cauce.staff_account s on s.id = d.staff_id left join cauce.staff_curp c on c.staff_id = d.staff_id order by d.since;
end $$;

-- ---------------------------------------------------------------- requests that name no case yet
-- Nobody knows whose they are, so whoever is kept away from any woman does not read them, but for the one who received it. A document
-- follows its request, also where the request came to name a person only later.
alter policy wall on rights_request using (case when person_id is not null then person_id <> all ((select cauce.walled_persons())::uuid[])
  else received_by = (select cauce.actor_staff()) or (select cauce.walled_persons()) = '{}' end);
alter policy wall on rights_document using ((person_id is null or person_id <> all ((select cauce.walled_persons())::uuid[]))
  and exists (select from rights_request r where r.id = rights_document.request_id));

-- ---------------------------------------------------------------- figures
-- The pictures of the Dirección leave out from whom the asker is kept away: beside her list of cases they would tell the difference, by
-- month, area, risk and type. The totals of the plan, which everybody reads alike, stay whole (docs/decisions/007).
create or replace function case_statistics(bounds timestamptz[])
  returns table (chart text, category text, series text, n bigint)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  hidden uuid[];
begin
  perform cauce.only_for(array['DIRECTION']);
  perform cauce.no_shorter_than('28 days', bounds);
  hidden := cauce.walled_persons();
  return query
  with cases as materialized (
    select width_bucket(c.opened_at, bounds) as span, c.area_id, c.risk_level, c.violence_types
    from cauce.case_file c where c.opened_at >= bounds[1] and c.opened_at < bounds[cardinality(bounds)] and c.person_id <> all (hidden)
  )
  select 'CASES_BY_SPAN', c.span::text, '', count(*) from cases c group by c.span
  union all
  select 'CASES_BY_TYPE', t.type, '', count(*) from cases c, unnest(c.violence_types) t(type) group by t.type
  union all
  select 'CASES_BY_RISK', c.risk_level, '', count(*) from cases c group by c.risk_level
  union all
  select 'CASES_BY_AREA', c.area_id::text, '', count(*) from cases c group by c.area_id
  union all
  select 'REFERRALS', coalesce(r.to_area::text, ''), r.status, count(*)
  from cauce.referral r where r.sent_at >= bounds[1] and r.sent_at < bounds[cardinality(bounds)] and r.person_id <> all (hidden)
  group by 2, r.status;
end $$;

-- As in V007, for the roles that read agreements (Role.java; CountingTests compares), without from whom the asker is kept away: an
-- agreement with a single referral would name her.
create or replace function agreement_use(agreements uuid[]) returns table (agreement uuid, carried bigint, answered bigint, on_time bigint)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  hidden uuid[];
begin
  perform cauce.only_for(array['FIRST_CONTACT','PSYCHOLOGY','LEGAL','SOCIAL_WORK','DIRECTION','PLANNING']);
  hidden := cauce.walled_persons();
  return query
  select r.agreement_id, count(*), count(*) filter (where r.status = 'ANSWERED'),
         count(*) filter (where r.status = 'ANSWERED' and r.answered_at <= r.answer_due_at)
  from cauce.referral r where r.agreement_id = any (agreements) and r.person_id <> all (hidden) group by r.agreement_id;
end $$;
grant select (person_id) on referral to cauce_counter;
grant execute on function walled_persons() to cauce_counter;

-- ---------------------------------------------------------------- the trail
-- What was denied names no person, for it showed none; but it names the folio. Empty for who has no wall, and then nothing is compared.
create function walled_folios() returns text[]
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select coalesce(array_agg('folio=' || f.folio), '{}') from cauce.case_file f where f.person_id = any (cauce.walled_persons())
$$;
create policy wall_folio on trail_entry as restrictive for select to ${runtime} using (
  (select cauce.walled_folios()) = '{}' or coalesce(substring(detail from 'folio=[^,;]+'), '') <> all ((select cauce.walled_folios())::text[]));

-- ---------------------------------------------------------------- addresses of shelters
-- Everybody who refers cases reads the directory, the police too. A justice centre takes women in as well, but is a public building.
alter table institution add column shelter boolean not null
  generated always as (kind = 'SHELTER' or (kind <> 'JUSTICE_CENTRE' and 'SHELTER' = any (services))) stored;
comment on column institution.shelter is 'where it lies is not written down here, and copies of its agreements are for the Dirección';
update institution set address = null where shelter;
alter table institution add constraint institution_shelter_hidden check (address is null or not shelter);

-- ---------------------------------------------------------------- nothing is changed by nobody
-- Tables without row security ask nobody who she is. Whoever gets to run SQL as the runtime role changes none of them without a context.
-- The owner passes: migrations, the bulk load, commands of the operator.
create function needs_actor() returns trigger language plpgsql set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if not pg_has_role(current_user, (select c.relowner from pg_class c where c.oid = tg_relid), 'usage')
      and coalesce((cauce.actor()).kind, '') not in ('STAFF', 'SYSTEM') then
    raise exception 'nobody changes this without saying who she is' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
do $$
declare t name;
begin
  for t in select c.relname from pg_class c where c.relnamespace = 'cauce'::regnamespace and c.relkind = 'r' and not c.relrowsecurity
      and (has_any_column_privilege('${runtime}', c.oid, 'insert, update') or has_table_privilege('${runtime}', c.oid, 'delete')) loop
    execute format('create trigger needs_actor before insert or update or delete on cauce.%I for each statement execute function needs_actor()', t);
  end loop;
end $$;

-- ---------------------------------------------------------------- rights
do $$
declare f text;
begin
  foreach f in array array['first_has_begun()','begins_alone(uuid)','keep_name()','wall_checks_due()','walled_folios()'] loop
    execute format('alter function cauce.%s owner to cauce_guard', f);
  end loop;
end $$;
grant execute on function begins_alone(uuid), wall_checks_due(), walled_folios() to ${runtime};
grant select, update (begun_at) on staff_request to cauce_guard;
create policy guard on staff_request to cauce_guard using (true) with check (true);
