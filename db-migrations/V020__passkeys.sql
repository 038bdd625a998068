-- Passkeys (WebAuthn) as a second factor (docs/decisions/022). The public key and the name she gave lie sealed at her own place.

create table staff_passkey (
  id              uuid primary key,
  staff_id        uuid not null references staff_account,
  credential_id   bytea not null unique check (length(credential_id) between 1 and 1023),
  wrapped_key     bytea not null,
  content         bytea not null,
  sign_count      bigint not null check (sign_count between 0 and 4294967295),
  backup_eligible boolean not null,
  user_verified   boolean not null,
  created_at      timestamptz not null,
  last_used_at    timestamptz
);
comment on column staff_passkey.credential_id is 'a random number the passkey is asked for by';
comment on column staff_passkey.sign_count is 'the last count it signed with; 0 for those that do not count';
comment on column staff_passkey.backup_eligible is 'whether it may live on several devices of hers; it does not change';
comment on column staff_passkey.user_verified is 'whether it asked her for a finger, her face or a PIN when it was made';
create index staff_passkey_of on staff_passkey (staff_id);

-- As with the other second factors: everybody has her own, administration sees that there is one and may take it away.
alter table staff_passkey enable row level security;
create policy own on staff_passkey using (staff_id = (select cauce.actor_staff()) or (select cauce.actor_kind()) = 'SYSTEM');
create policy seen on staff_passkey for select using ((select cauce.actor_has('ADMINISTRATION')));
create policy lost on staff_passkey for delete using ((select cauce.actor_has('ADMINISTRATION')));
grant select, insert, delete, update (sign_count, last_used_at) on staff_passkey to ${runtime};

insert into sealed_place (table_name, place, row_column, compartment) values ('staff_passkey', 'staff_passkey', 'staff_id', 'ACCOUNT');

-- A count never goes back, whoever writes.
create function passkey_counts_on() returns trigger language plpgsql as $$
begin
  if new.sign_count < old.sign_count then
    raise exception 'the count of a passkey goes forward' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger counts_on before update of sign_count on staff_passkey for each row execute function passkey_counts_on();

-- Whoever begins anew, because a second person gave her a role that reads cases (docs/decisions/012), begins without passkeys too.
create function begins_without_passkeys() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  delete from cauce.staff_passkey where staff_id = new.id;
  return null;
end $$;
create trigger begins_without_passkeys after update of password_hash on staff_account for each row
  when (old.password_hash is not null and new.password_hash is null) execute function begins_without_passkeys();
