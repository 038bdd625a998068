-- Sessions of the members of staff, their second factors, and when somebody last proved who she is.

create table staff_session (
  id           uuid primary key,
  staff_id     uuid not null references staff_account,
  way          text not null check (way in ('PASSWORD','CODE','RECOVERY','PASSKEY')),
  browser      text not null check (browser in ('CHROME','EDGE','FIREFOX','OPERA','SAFARI','OTHER')),
  system       text not null check (system in ('ANDROID','IOS','LINUX','MAC','WINDOWS','OTHER')),
  started_at   timestamptz not null,
  last_used_at timestamptz not null,
  proved_at    timestamptz not null,
  ended_at     timestamptz
);
comment on table staff_session is 'open and lately ended sessions; of the device only the family of browser and system';
comment on column staff_session.proved_at is 'when she last proved who she is: at the sign-in, and before sensitive steps';
create index staff_session_of on staff_session (staff_id, last_used_at desc);

-- An authenticator of six digits (RFC 6238). Not yet in use while confirmed_at is null.
create table staff_totp (
  staff_id     uuid primary key references staff_account,
  wrapped_key  bytea not null,
  secret       bytea not null,
  last_step    bigint not null default 0,
  created_at   timestamptz not null,
  confirmed_at timestamptz
);
comment on column staff_totp.last_step is 'the latest time step a code was taken of: each code is good once';

create table recovery_code (
  id         uuid primary key,
  staff_id   uuid not null references staff_account,
  code_hash  bytea not null unique check (length(code_hash) = 32),
  created_at timestamptz not null,
  used_at    timestamptz
);
create index recovery_code_of on recovery_code (staff_id);

-- What somebody must be told at her next sign-in.
create table staff_notice (
  id       uuid primary key,
  staff_id uuid not null references staff_account,
  kind     text not null check (kind in ('FACTOR_RESET','LINK_ISSUED','RECOVERY_USED')),
  at       timestamptz not null,
  seen_at  timestamptz
);
create index staff_notice_of on staff_notice (staff_id) where seen_at is null;

-- Everybody has her own; signing in, before which nobody is anybody, is the system's.
do $$
declare
  t text;
begin
  foreach t in array array['staff_session','staff_totp','recovery_code','staff_notice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I using (staff_id = (select cauce.actor_staff()) or (select cauce.actor_kind()) = ''SYSTEM'')', t);
    execute format('grant select, insert, update, delete on %I to ${runtime}', t);
  end loop;
end $$;
-- administration sees that there is a factor, sealed, and may take a lost one away; it can neither make nor change one
do $$
declare
  t text;
begin
  foreach t in array array['staff_totp','recovery_code'] loop
    execute format('create policy seen on %I for select using ((select cauce.actor_has(''ADMINISTRATION'')))', t);
    execute format('create policy lost on %I for delete using ((select cauce.actor_has(''ADMINISTRATION'')))', t);
  end loop;
end $$;
create policy told on staff_notice for insert
  with check ((select cauce.actor_has('ADMINISTRATION')) or (select cauce.actor_has('DIRECTION')));
