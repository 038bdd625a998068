-- Who may change accounts, held by the database: administration only, nobody her own rights, and nobody alone the roles that read cases.
-- docs/decisions/012

-- Roles a second person must confirm: those that read cases, the one that makes accounts, and those that tell of cases: the trail names
-- walls, so an administrator with a second account for audit would learn that somebody is kept away from her; transparency confirms erasures.
create function needs_confirmation(wanted text[]) returns boolean
  language sql stable set search_path = pg_catalog, cauce, pg_temp as $$
  select wanted && array['ADMINISTRATION','AUDIT','TRANSPARENCY'] or exists (select from cauce.role_compartment rc where rc.role = any (wanted))
$$;

create table staff_request (
  id         uuid primary key,
  staff_id   uuid not null references staff_account,
  kind       text not null check (kind in ('ROLES','LINK')),
  roles      text[] not null default '{}',
  asked_by   uuid not null references staff_account,
  asked_at   timestamptz not null,
  decided_by uuid references staff_account,
  decided_at timestamptz,
  answer     text check (answer in ('CONFIRMED','REFUSED','WITHDRAWN','FIRST')),
  check ((decided_at is null) = (answer is null))
);
comment on table staff_request is 'what administration asked for and a second person confirms; FIRST: the first account of the Dirección, which nobody else could confirm';
create unique index one_open_request on staff_request (staff_id, kind) where decided_at is null;

alter table staff_request enable row level security;
create policy seen on staff_request for select
  using ((select actor_has('ADMINISTRATION')) or (select actor_has('DIRECTION')));
create policy asked on staff_request for insert
  with check ((select actor_has('ADMINISTRATION')) and asked_by = (select actor_staff()) and decided_at is null);
create policy withdrawn on staff_request for update
  using ((select actor_has('ADMINISTRATION')) and decided_at is null)
  with check (answer = 'WITHDRAWN' and decided_by = (select actor_staff()));
grant select, insert, update on staff_request to ${runtime};

-- Names are needed everywhere; changes are for whoever the trigger below lets.
alter table staff_account enable row level security;
create policy seen on staff_account for select using (true);
create policy made on staff_account for insert
  with check ((select actor_kind()) = 'SYSTEM' or (select actor_has('ADMINISTRATION')));
create policy changed on staff_account for update
  using ((select actor_kind()) = 'SYSTEM' or (select actor_has('ADMINISTRATION')) or id = (select actor_staff()));

create function staff_account_guard() returns trigger language plpgsql as $$
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
          where active and password_hash is not null and 'ADMINISTRATION' = any (roles)) then
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
  return new;
end $$;
create trigger guard before insert or update on staff_account for each row execute function staff_account_guard();

-- A link sets a password, so whoever sees it could be that person: for accounts that read cases the second person gets it.
alter table invitation enable row level security;
create policy staff_only on invitation
  using ((select actor_kind()) = 'SYSTEM' or (select actor_has('ADMINISTRATION')) or (select actor_has('DIRECTION')));

create function invitation_guard() returns trigger language plpgsql as $$
declare
  who     cauce.actor_context;
  account cauce.staff_account;
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
  select * into account from cauce.staff_account where id = new.staff_id;
  if exists (select from cauce.staff_request r where r.staff_id = new.staff_id and r.answer = 'CONFIRMED'
      and r.decided_by = who.staff and r.decided_at > clock_timestamp() - interval '1 minute') then
    return new;
  end if;
  if not coalesce('ADMINISTRATION' = any (who.roles), false)
      or exists (select from cauce.staff_request r where r.staff_id = new.staff_id and r.kind = 'ROLES' and r.decided_at is null)
      or (cauce.needs_confirmation(account.roles) and not (account.password_hash is null and exists (
          select from cauce.staff_request r where r.staff_id = new.staff_id and r.answer = 'FIRST'))) then
    raise exception 'this link needs a second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard before insert or update on invitation for each row execute function invitation_guard();

-- The Dirección confirms; where there is none but the one concerned, another administrator. Never who asked, nor whom it is for.
-- Whoever had no such role before begins with a new password and no second factor: nobody else knows how to sign in as her.
create function decide_staff_request(request uuid, confirm boolean) returns text
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
  r   cauce.staff_request;
  had text[];
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
  update cauce.staff_request set decided_by = who.staff, decided_at = clock_timestamp(),
    answer = case when confirm then 'CONFIRMED' else 'REFUSED' end where id = r.id;
  if not confirm then
    return 'REFUSED';
  end if;
  if r.kind = 'ROLES' then
    select roles into had from cauce.staff_account where id = r.staff_id;
    update cauce.staff_account set epoch = epoch + 1, version = version + 1,
      roles = array(select distinct role from unnest(roles || r.roles) role order by role),
      password_hash = case when cauce.needs_confirmation(had) then password_hash end
      where id = r.staff_id;
    if cauce.needs_confirmation(had) then
      return 'CONFIRMED';
    end if;
    delete from cauce.staff_totp where staff_id = r.staff_id;
    delete from cauce.recovery_code where staff_id = r.staff_id;
  end if;
  return 'LINK';
end $$;

-- The very first account of the Dirección: only while there never was another.
create function first_direction(account uuid, request uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if not coalesce('ADMINISTRATION' = any (who.roles), false) or who.staff = account
      or exists (select from cauce.staff_account where 'DIRECTION' = any (roles))
      or exists (select from cauce.staff_request where 'DIRECTION' = any (roles) and answer in ('CONFIRMED', 'FIRST')) then
    return false;
  end if;
  insert into cauce.staff_request (id, staff_id, kind, roles, asked_by, asked_at, decided_by, decided_at, answer)
    values (request, account, 'ROLES', '{DIRECTION}', who.staff, clock_timestamp(), who.staff, clock_timestamp(), 'FIRST');
  update cauce.staff_account set roles = roles || '{DIRECTION}', epoch = epoch + 1, version = version + 1,
    password_hash = null where id = account;
  return true;
end $$;

-- Whatever raises the epoch ends the sessions; the list of one's own sessions says so at once.
create function end_sessions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  update cauce.staff_session set ended_at = clock_timestamp() where staff_id = new.id and ended_at is null;
  return null;
end $$;
create trigger end_sessions after update on staff_account for each row
  when (old.epoch <> new.epoch or (old.active and not new.active)) execute function end_sessions();

grant execute on function needs_confirmation(text[]), decide_staff_request(uuid, boolean), first_direction(uuid, uuid) to ${runtime};
