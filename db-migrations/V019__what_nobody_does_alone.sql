-- What an attentive attacker still could do alone: move or enable accounts that read cases.

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
  if (new.area_id <> old.area_id or (new.active and not old.active)) and cauce.needs_confirmation(old.roles) then
    raise exception 'this account is moved or enabled by two' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Only what asks for a link lets whoever confirmed it make one.
create or replace function invitation_guard() returns trigger language plpgsql as $$
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
  if exists (select from cauce.staff_request r where r.staff_id = new.staff_id and r.answer = 'CONFIRMED' and r.kind in ('ROLES','LINK')
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
