-- What an attentive attacker could still do alone: move or enable accounts that read cases, wall off all of the Dirección.

alter table staff_account add column has_password boolean not null generated always as (password_hash is not null) stored;

-- ---------------------------------------------------------------- accounts: moving and enabling need a second person
alter table staff_request drop constraint staff_request_kind_check;
alter table staff_request add constraint staff_request_kind_check check (kind in ('ROLES','LINK','AREA','ENABLE'));
alter table staff_request add column area_id uuid references area;
alter table staff_request add check (kind <> 'AREA' or area_id is not null);
comment on column staff_request.area_id is 'AREA: where she is to work; ROLES: where she works as they are asked for, so that nobody moves her between asking and confirming';
update staff_request r set area_id = s.area_id from staff_account s where s.id = r.staff_id and r.kind = 'ROLES' and r.decided_at is null;
alter policy asked on staff_request with check ((select actor_has('ADMINISTRATION')) and asked_by = (select actor_staff()) and decided_at is null
  and (kind <> 'ROLES' or area_id = (select s.area_id from staff_account s where s.id = staff_request.staff_id)));

create or replace function staff_account_guard() returns trigger language plpgsql as $$
declare
  who cauce.actor_context;
begin
  if not row_security_active('cauce.staff_account') then
    return new;
  end if;
  who := cauce.actor();
  if tg_op = 'INSERT' then
    if who.kind = 'SYSTEM' then
      if new.roles <> '{ADMINISTRATION}' or exists (select from cauce.staff_account
          where active and has_password and 'ADMINISTRATION' = any (roles)) then
        raise exception 'the system makes the first administrator only' using errcode = 'insufficient_privilege';
      end if;
    elsif new.password_hash is not null or cauce.needs_confirmation(new.roles) then
      raise exception 'this role needs a second person' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.id <> old.id or new.username <> old.username or new.created_at <> old.created_at then
    raise exception 'this of an account does not change' using errcode = 'insufficient_privilege';
  end if;
  if who.kind = 'SYSTEM' or who.staff = new.id then
    if new.roles <> old.roles or new.area_id <> old.area_id or new.active <> old.active then
      raise exception 'nobody changes her own rights' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.password_hash is distinct from old.password_hash then
    raise exception 'only she sets her password' using errcode = 'insufficient_privilege';
  end if;
  if cauce.needs_confirmation(array(select unnest(new.roles) except select unnest(old.roles))) then
    raise exception 'this role needs a second person' using errcode = 'insufficient_privilege';
  end if;
  if (new.area_id <> old.area_id or (new.active and not old.active)) and cauce.needs_confirmation(old.roles) then
    raise exception 'this account is moved or enabled by two' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Only what asks for a link lets whoever confirmed it make one.
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
  select a.roles, a.has_password into account from cauce.staff_account a where a.id = new.staff_id;
  if exists (select from cauce.staff_request r where r.staff_id = new.staff_id and r.answer = 'CONFIRMED' and r.kind in ('ROLES','LINK')
      and r.decided_by = who.staff and r.decided_at > clock_timestamp() - interval '1 minute') then
    return new;
  end if;
  if not coalesce('ADMINISTRATION' = any (who.roles), false)
      or exists (select from cauce.staff_request r where r.staff_id = new.staff_id and r.kind = 'ROLES' and r.decided_at is null)
      or (cauce.needs_confirmation(account.roles) and (account.has_password or not exists (
          select from cauce.staff_request r where r.staff_id = new.staff_id and r.answer = 'FIRST'))) then
    raise exception 'this link needs a second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- As in V013, for moving and enabling too. What is asked for an account that was disabled, enabled or moved meanwhile is gone.
create or replace function decide_staff_request(request uuid, confirm boolean) returns text
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who  cauce.actor_context := cauce.actor();
  r    cauce.staff_request;
  was  cauce.staff_account;
  read boolean;
begin
  select * into r from cauce.staff_request where id = request and decided_at is null for update;
  if not found or who.kind is distinct from 'STAFF' then
    return 'GONE';
  end if;
  if who.staff in (r.asked_by, r.staff_id) then
    return 'YOURSELF';
  end if;
  if not ('DIRECTION' = any (who.roles)) and not ('ADMINISTRATION' = any (who.roles) and not exists (
      select from cauce.staff_account s where s.active and s.password_hash is not null and 'DIRECTION' = any (s.roles)
        and s.id not in (r.staff_id, r.asked_by))) then
    return 'NOT_YOURS';
  end if;
  select * into strict was from cauce.staff_account where id = r.staff_id for update;
  if confirm and (was.active = (r.kind = 'ENABLE') or (r.kind = 'ROLES' and was.area_id is distinct from r.area_id)) then
    return 'GONE';
  end if;
  update cauce.staff_request set decided_by = who.staff, decided_at = clock_timestamp(),
    answer = case when confirm then 'CONFIRMED' else 'REFUSED' end where id = r.id;
  if not confirm then
    return 'REFUSED';
  end if;
  -- a link from before would let in whoever holds it: with the new role, or again
  if r.kind in ('LINK', 'ENABLE') or (r.kind = 'ROLES' and not cauce.needs_confirmation(was.roles)) then
    update cauce.invitation set expires_at = created_at where staff_id = r.staff_id and used_at is null;
  end if;
  case r.kind
    when 'ENABLE' then
      update cauce.staff_account set active = true, version = version + 1 where id = r.staff_id;
      return 'CONFIRMED';
    when 'AREA' then
      update cauce.staff_account set area_id = r.area_id, epoch = epoch + 1, version = version + 1 where id = r.staff_id;
      -- roles that wait go where two people have sent her
      update cauce.staff_request set area_id = r.area_id where staff_id = r.staff_id and kind = 'ROLES' and decided_at is null;
      return 'CONFIRMED';
    when 'ROLES' then
      read := cauce.needs_confirmation(was.roles);
      update cauce.staff_account set epoch = epoch + 1, version = version + 1,
        roles = array(select distinct role from unnest(roles || r.roles) role order by role),
        password_hash = case when read then password_hash end
        where id = r.staff_id;
      if read then
        return 'CONFIRMED';
      end if;
      delete from cauce.staff_totp where staff_id = r.staff_id;
      delete from cauce.recovery_code where staff_id = r.staff_id;
      return 'LINK';
    when 'LINK' then
      return 'LINK';
  end case;
end $$;

-- ---------------------------------------------------------------- walls around the Dirección
-- docs/decisions/021: each is looked at by somebody else; the last who could do that is kept away only after a decision.

alter table wall_proposal drop constraint wall_proposal_ground_check;
alter table wall_proposal add constraint wall_proposal_ground_check
  check (ground in ('CURP','SAME_NAME','SOUNDS_ALIKE','PART_OF_NAME','SURNAMES','PUBLIC_SERVANT','DECLARED','RAISED'));
alter table wall_proposal add column raised_by uuid references staff_account;
comment on column wall_proposal.raised_by is 'around somebody of the Dirección: who put it up or typed what led to it, and so does not decide';

create function directs(of_staff uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.staff_account s join cauce.area a on a.id = s.area_id
    where s.id = of_staff and s.active and 'DIRECTION' = any (s.roles) and a.kind = 'DIRECTION')
$$;

-- Whether the Dirección has somebody but these, who can sign in and is not kept away from the woman (from any, where none is named).
create function direction_left(of_person uuid, but uuid[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.staff_account s where s.has_password and cauce.directs(s.id) and s.id <> all (array_remove(but, null))
    and not exists (select from cauce.case_exclusion e where e.person_id = of_person and e.staff_id = s.id
      and e.from_at <= clock_timestamp() and (e.until_at is null or e.until_at > clock_timestamp())))
$$;

-- A wall stands at once, for it protects. But where the others of the Dirección are kept away from her already, the last waits for a
-- decision: otherwise whoever may edit a case could hide it from all of them. Where there is only one, it stands, and audit decides.
create function wall_waits(of_person uuid, of_staff uuid, by_staff uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select cauce.directs(of_staff) and not cauce.direction_left(of_person, array[of_staff, by_staff])
    and cauce.direction_left(null, array[of_staff, by_staff])
$$;

create function wall_stands(of_person uuid, of_staff uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.case_exclusion e where e.person_id = of_person and e.staff_id = of_staff
    and (e.until_at is null or e.until_at > clock_timestamp()))
$$;

-- By hand, of whoever works with the case, not in an emergency. KNOWN: it stands, or was looked at before, or the case is out of reach.
create function raise_wall(p_id uuid, p_case uuid, p_staff uuid, p_reason text, p_due timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who    cauce.actor_context := cauce.actor();
  person uuid;
  wall   uuid;
begin
  select f.person_id into person from cauce.case_file f where f.id = p_case and f.person_id <> all (cauce.walled_persons())
    and f.id <> all (cauce.emergency_cases()) and exists (
      select from cauce.case_grant g where g.case_id = f.id and g.audience = any (cauce.audience())
        and g.from_at <= clock_timestamp() and (g.until_at is null or g.until_at > clock_timestamp()));
  if person is null or who.kind is distinct from 'STAFF' or p_staff = who.staff then
    return 'KNOWN';
  end if;
  perform pg_advisory_xact_lock(7342, hashtext(person::text));
  if cauce.wall_stands(person, p_staff) or exists (select from cauce.wall_proposal w
      where w.person_id = person and w.staff_id = p_staff and w.ground = 'RAISED' and cauce.directs(p_staff)) then
    return 'KNOWN';
  end if;
  if not cauce.wall_waits(person, p_staff, who.staff) then
    wall := gen_random_uuid();
    insert into cauce.case_exclusion (id, case_id, person_id, staff_id, reason, from_at, created_by)
    values (wall, p_case, person, p_staff, p_reason, now(), who.staff);
  end if;
  if not cauce.directs(p_staff) then
    return 'RAISED';
  end if;
  insert into cauce.wall_proposal (id, case_id, person_id, staff_id, ground, exclusion_id, at, due_at, raised_by)
  values (p_id, p_case, person, p_staff, 'RAISED', wall, clock_timestamp(), p_due, who.staff);
  return case when wall is null then 'PROPOSED' else 'PROVISIONAL' end;
end $$;

-- As in V016; an unknown case is answered like one of others, and the last of the Dirección is not kept away by a likeness alone.
create or replace function propose_wall(p_id uuid, p_case uuid, p_staff uuid, p_ground text, p_reason text, p_due timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who    cauce.actor_context := cauce.actor();
  person uuid;
  wall   uuid;
  ranks  text[] := array['RAISED','PUBLIC_SERVANT','SURNAMES','PART_OF_NAME','SOUNDS_ALIKE','SAME_NAME','CURP','DECLARED'];
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
  if exists (select from cauce.wall_proposal w where w.case_id = p_case and w.staff_id is not distinct from p_staff
        and array_position(ranks, w.ground) >= array_position(ranks, p_ground)) or cauce.wall_stands(person, p_staff) then
    return 'KNOWN';
  end if;
  if p_ground = 'DECLARED' or (p_ground in ('CURP', 'SAME_NAME') and not cauce.wall_waits(person, p_staff, who.staff)) then
    wall := gen_random_uuid();
    insert into cauce.case_exclusion (id, case_id, person_id, staff_id, reason, from_at, created_by)
    values (wall, p_case, person, p_staff, p_reason, now(), who.staff);
  end if;
  insert into cauce.wall_proposal (id, case_id, person_id, staff_id, ground, exclusion_id, at, due_at, raised_by)
  values (p_id, p_case, person, p_staff, p_ground, wall, clock_timestamp(), p_due, case when cauce.directs(p_staff) then who.staff end);
  return case when wall is null then 'PROPOSED' else 'WALLED' end;
end $$;

-- The Dirección decides, and audit where nobody of it is left who could. Never whom it is about, nor who put it up.
create function decide_wall(p_id uuid, p_decision text) returns text
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who    cauce.actor_context := cauce.actor();
  w      cauce.wall_proposal;
  stands boolean;
begin
  select * into w from cauce.wall_proposal x where x.id = p_id and x.decided_at is null for update;
  if not found or who.kind is distinct from 'STAFF' or who.staff in (w.staff_id, w.raised_by) or w.person_id = any (cauce.walled_persons())
      or not (cauce.actor_has('DIRECTION') or (cauce.actor_has('AUDIT') and w.staff_id is not null
        and not cauce.direction_left(w.person_id, array[w.staff_id, w.raised_by]))) then
    return 'GONE';
  end if;
  update cauce.wall_proposal x set decided_at = clock_timestamp(), decided_by = who.staff, decision = p_decision where x.id = w.id;
  stands := w.staff_id is not null and cauce.wall_stands(w.person_id, w.staff_id);
  if p_decision = 'KEPT_AWAY' and w.staff_id is not null and not stands then
    insert into cauce.case_exclusion (id, case_id, person_id, staff_id, reason, from_at, created_by)
    values (gen_random_uuid(), w.case_id, w.person_id, w.staff_id, case w.ground when 'SURNAMES' then 'RELATIVE' when 'RAISED' then 'OTHER' else 'AGGRESSOR' end, now(), who.staff);
    return 'WALLED';
  elsif p_decision = 'NO_REASON' and stands then
    update cauce.case_exclusion e set until_at = clock_timestamp() where e.id = w.exclusion_id and (e.until_at is null or e.until_at > clock_timestamp());
    return case when found then 'LIFTED' else 'NOTED' end;
  end if;
  return 'NOTED';
end $$;

-- What audit decides: whom it is about and the folio, as the trail names them, and nothing of the case.
create function walls_without_direction() returns table (id uuid, case_id uuid, person_id uuid, folio text, staff_id uuid, display_name text,
    area text, ground text, standing boolean, at timestamptz, due_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if not cauce.actor_has('AUDIT') then
    raise exception 'only audit stands in for the Dirección' using errcode = 'insufficient_privilege';
  end if;
  return query
  select w.id, w.case_id, w.person_id, f.folio, w.staff_id, s.display_name, a.name, w.ground, w.exclusion_id is not null, w.at, w.due_at
  from cauce.wall_proposal w join cauce.case_file f on f.id = w.case_id join cauce.staff_account s on s.id = w.staff_id
    join cauce.area a on a.id = s.area_id
  where w.decided_at is null and w.staff_id <> (cauce.actor()).staff and w.raised_by is distinct from (cauce.actor()).staff
    and w.person_id <> all (cauce.walled_persons()) and not cauce.direction_left(w.person_id, array[w.staff_id, w.raised_by])
  order by w.due_at, w.id limit 200;
end $$;

do $$
declare f text;
begin
  foreach f in array array['directs(uuid)','direction_left(uuid,uuid[])','wall_waits(uuid,uuid,uuid)','wall_stands(uuid,uuid)',
      'raise_wall(uuid,uuid,uuid,text,timestamptz)','decide_wall(uuid,text)','walls_without_direction()'] loop
    execute format('alter function cauce.%s owner to cauce_guard', f);
  end loop;
end $$;
grant execute on function directs(uuid), raise_wall(uuid, uuid, uuid, text, timestamptz), decide_wall(uuid, text), walls_without_direction() to ${runtime};
grant update on wall_proposal, case_exclusion to cauce_guard;

-- walls go up and are decided through these functions only; lifting one that stands stays as it was
revoke insert on case_exclusion from ${runtime};
revoke update (decided_at, decided_by, decision) on wall_proposal from ${runtime};
drop policy raised on case_exclusion;
drop policy emergency_new on case_exclusion;
drop policy decided on wall_proposal;
-- Lifted by the Dirección: one that stands, now, and around somebody of the Dirección not by whoever put it up. One that is over stays so.
alter policy lifted on case_exclusion using ((select cauce.actor_has('DIRECTION')) and staff_id <> (select cauce.actor_staff())
    and person_id <> all ((select cauce.walled_persons())::uuid[]) and (until_at is null or until_at > clock_timestamp())
    and not (created_by = (select cauce.actor_staff()) and (select cauce.directs(staff_id))))
  with check (until_at <= clock_timestamp() + interval '1 minute');
alter policy watched on wall_proposal using ((select cauce.actor_has('DIRECTION')) and staff_id is distinct from (select cauce.actor_staff())
  and raised_by is distinct from (select cauce.actor_staff()));

-- ---------------------------------------------------------------- a CURP of the staff
-- Never one's own: with a wrong one, an aggressor who administers accounts would not be found.
create or replace function set_staff_curp(of_staff uuid, value bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if not cauce.actor_has('ADMINISTRATION') then
    raise exception 'only administration keeps accounts' using errcode = 'insufficient_privilege';
  end if;
  if of_staff = (cauce.actor()).staff then
    raise exception 'nobody sets her own' using errcode = 'insufficient_privilege';
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

-- ---------------------------------------------------------------- a blocked case that is opened is read, not changed
-- The hour's opening of V018 gets a source of its own, to which all holds that forbids writing in an emergency (V016).
alter table case_grant drop constraint case_grant_source_check;
alter table case_grant add constraint case_grant_source_check
  check (source in ('REGISTERED','OVERSIGHT','REFERRAL','ASSIGNED','BREAK_GLASS','BLOCKED_LOOK'));

create or replace function open_blocked(of_case uuid) returns void
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
          'BLOCKED_LOOK', b.id, now(), now() + interval '1 hour', who.staff);
end $$;

-- An emergency reads no attentions either; a look at a blocked case does, so the policies of V016 that hide them ask for the emergency alone.
create function broken_glass_cases() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  mine uuid := (cauce.actor()).staff;
begin
  return (select coalesce(array_agg(g.case_id), '{}') from cauce.case_grant g
    where g.audience = mine and g.source = 'BREAK_GLASS' and g.until_at > now() and not exists (
      select from cauce.case_grant o where o.case_id = g.case_id and o.audience = any (cauce.audience()) and o.source <> 'BREAK_GLASS'
        and o.from_at <= now() and (o.until_at is null or o.until_at > now())));
end $$;
alter function broken_glass_cases() owner to cauce_guard;
grant execute on function broken_glass_cases() to ${runtime};
do $$
declare t text;
begin
  foreach t in array array['attention','attention_past','attention_reserved','attention_reserved_past'] loop
    execute format('alter policy emergency_read on cauce.%I using (case_id <> all ((select cauce.broken_glass_cases())::uuid[]))', t);
  end loop;
end $$;

-- What the actor reaches to read only: in an emergency, or a blocked case for an hour.
create or replace function emergency_cases() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  mine uuid := (cauce.actor()).staff;
begin
  return (select coalesce(array_agg(g.case_id), '{}') from cauce.case_grant g
    where g.audience = mine and g.source in ('BREAK_GLASS', 'BLOCKED_LOOK') and g.until_at > now() and not exists (
      select from cauce.case_grant o where o.case_id = g.case_id and o.audience = any (cauce.audience())
        and o.source not in ('BREAK_GLASS', 'BLOCKED_LOOK') and o.from_at <= now() and (o.until_at is null or o.until_at > now())));
end $$;
create or replace function emergency_persons() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  mine uuid := (cauce.actor()).staff;
begin
  return (select coalesce(array_agg(g.person_id), '{}') from cauce.case_grant g
    where g.audience = mine and g.source in ('BREAK_GLASS', 'BLOCKED_LOOK') and g.until_at > now() and not exists (
      select from cauce.case_grant o where o.person_id = g.person_id and o.audience = any (cauce.audience())
        and o.source not in ('BREAK_GLASS', 'BLOCKED_LOOK') and o.from_at <= now() and (o.until_at is null or o.until_at > now())));
end $$;
create or replace function may_grant(for_case uuid, wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
  select exists (select from cauce.case_grant g
    where g.case_id = for_case and g.audience = any (cauce.audience()) and g.compartments @> wanted
      and g.source not in ('BREAK_GLASS', 'BLOCKED_LOOK')
      and g.from_at <= clock_timestamp() and (g.until_at is null or g.until_at > clock_timestamp()))
$$;

-- ---------------------------------------------------------------- the first account of the Dirección, once
-- Accounts from before V013 count as named: without a row of theirs, a "first" one could be named again once they had lost the role.
alter table staff_request drop constraint staff_request_answer_check;
alter table staff_request add constraint staff_request_answer_check check (answer in ('CONFIRMED','REFUSED','WITHDRAWN','FIRST','BEFORE'));
comment on table staff_request is 'what administration asked for and a second person confirms; FIRST: the first account of the Dirección, which nobody else could confirm; BEFORE: what somebody had before two were needed';
insert into staff_request (id, staff_id, kind, roles, area_id, asked_by, asked_at, decided_by, decided_at, answer)
select gen_random_uuid(), s.id, 'ROLES', had.roles, s.area_id, s.id, s.created_at, s.id, s.created_at, 'BEFORE'
from staff_account s cross join lateral (
  select array_agg(role order by role) as roles from unnest(s.roles) role where needs_confirmation(array[role]) and not exists (
    select from staff_request r where r.staff_id = s.id and role = any (r.roles) and r.answer in ('CONFIRMED', 'FIRST'))) had
where had.roles is not null;

create or replace function first_direction(account uuid, request uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if not coalesce('ADMINISTRATION' = any (who.roles), false) or who.staff = account
      or exists (select from cauce.staff_account where 'DIRECTION' = any (roles))
      or exists (select from cauce.staff_request where 'DIRECTION' = any (roles) and answer in ('CONFIRMED', 'FIRST', 'BEFORE')) then
    return false;
  end if;
  insert into cauce.staff_request (id, staff_id, kind, roles, asked_by, asked_at, decided_by, decided_at, answer)
    values (request, account, 'ROLES', '{DIRECTION}', who.staff, clock_timestamp(), who.staff, clock_timestamp(), 'FIRST');
  update cauce.staff_account set roles = roles || '{DIRECTION}', epoch = epoch + 1, version = version + 1,
    password_hash = null where id = account;
  return true;
end $$;

-- ---------------------------------------------------------------- erasing what was received for the request that asked for it
-- A request without a folio names no case, so the columns do not lead to it: the erasure does.
alter policy proposed on erasure with check (
  (select cauce.actor_has('DIRECTION')) and proposed_by = (select cauce.actor_staff()) and confirmed_at is null and withdrawn_at is null
  and exists (select from case_block b where b.case_id = erasure.case_id and b.lifted_at is null)
  and (request_id is null or exists (select from rights_request r where r.id = erasure.request_id and r.state in ('ANSWERED', 'EFFECTIVE')
    and (r.person_id is null or r.person_id = erasure.person_id))));

create function erase_request(of_request uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  held boolean;
begin
  update cauce.rights_document d set wrapped_key = null, sealed = null where d.request_id = of_request and d.sealed is not null;
  held := found;
  update cauce.rights_request r set wrapped_key = null, sealed = null where r.id = of_request and r.sealed is not null;
  return held or found;
end $$;

create or replace function erase_case(of_erasure uuid) returns boolean
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
  perform cauce.erase_request(e.request_id);
  update cauce.erasure x set confirmed_at = clock_timestamp(), confirmed_by = who.staff where x.id = e.id;
  insert into cauce.tombstone (case_id, person_id, whole_person, erased_at, erasure_id)
  values (e.case_id, e.person_id, whole, clock_timestamp(), e.id);
  return whole;
end $$;

-- What a restored database brought back; like erase_again (V018), of a request.
create function erase_request_again(of_request uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform cauce.only_the_system();
  return cauce.erase_request(of_request);
end $$;

-- cases, and the requests erased with them
create or replace function tombstones() returns table (case_id uuid, person_id uuid, erased_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform cauce.only_the_system();
  return query select t.case_id, t.person_id, t.erased_at from cauce.tombstone t
    union all select e.request_id, e.person_id, e.confirmed_at from cauce.erasure e where e.request_id is not null and e.confirmed_at is not null
    order by 3;
end $$;

alter function erase_request(uuid) owner to cauce_guard;
alter function erase_request_again(uuid) owner to cauce_guard;
grant execute on function erase_request_again(uuid) to ${runtime};
grant select (id) on rights_request to cauce_guard;
grant select (request_id) on rights_document to cauce_guard;

-- ---------------------------------------------------------------- a reserved note is closed anew by its author while the case is hers
create or replace function reseal_reserved(a uuid, v integer, was bytea, becomes bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if not exists (select from cauce.attention_reserved r where r.attention_id = a and r.author = who.staff
      and exists (select from cauce.held_grant g where g.case_id = r.case_id) and r.case_id <> all (cauce.emergency_cases())) then
    return false;
  end if;
  update cauce.attention_reserved r set sealed = becomes where r.attention_id = a and r.version = v and r.sealed = was;
  if found then
    return true;
  end if;
  update cauce.attention_reserved_past r set sealed = becomes where r.attention_id = a and r.version = v and r.sealed = was;
  return found;
end $$;

-- ---------------------------------------------------------------- hashes of passwords
-- To be compared with what somebody types, and for nothing else: the system reads them, as somebody signs in, and each her own, to prove
-- again who she is. Whoever gets to run SQL without being one of them reads none.
create function password_of(of_staff uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if who.kind = 'SYSTEM' or who.staff = of_staff then
    return (select s.password_hash from cauce.staff_account s where s.id = of_staff);
  end if;
  return null;
end $$;
alter function password_of(uuid) owner to cauce_guard;
grant execute on function password_of(uuid) to ${runtime};
revoke select on staff_account from ${runtime};
grant select (id, username, display_name, post, area_id, roles, active, epoch, created_at, last_sign_in_at, version, has_password)
  on staff_account to ${runtime};

-- ---------------------------------------------------------------- which area is the Dirección
-- Every new case is granted to the area of this kind: whoever may change areas must not give it to another.
create function direction_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the Dirección stays the area it is' using errcode = 'insufficient_privilege';
end $$;
create trigger direction_stays before update on area for each row
  when ((old.kind = 'DIRECTION') <> (new.kind = 'DIRECTION') or (old.kind = 'DIRECTION' and new.id <> old.id)) execute function direction_stays();
