-- The ground: who acts in a transaction, proved by a signature, and what each role may open.
--
-- The application writes `cauce.context` at the begin of every transaction:
--   kind|staff|area|roles,by,comma|backend pid|expiry in epoch seconds|HMAC-SHA256 in hex
-- Nobody who can run SQL as the runtime role can make one: the key lies in a table that role cannot read.

alter default privileges revoke execute on functions from public;
revoke all on schema ${flyway:defaultSchema} from public;
grant usage on schema ${flyway:defaultSchema} to ${runtime}, cauce_counter, cauce_guard;
-- a function can be handed over only to a role that may create in its schema
grant create on schema ${flyway:defaultSchema} to cauce_counter, cauce_guard;

create table context_key (
  id        smallint primary key check (id = 1),
  inner_pad bytea    not null check (length(inner_pad) = 64),
  outer_pad bytea    not null check (length(outer_pad) = 64)
);
comment on table context_key is 'HMAC-SHA256 key of the signed context, as its two padded blocks; written at each start, read only by actor()';

create type actor_context as (kind text, staff uuid, area uuid, roles text[]);

create function actor() returns actor_context
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  raw   text := nullif(current_setting('cauce.context', true), '');
  body  text;
  parts text[];
  key   cauce.context_key;
begin
  if raw is null then
    return null;
  end if;
  body := left(raw, length(raw) - 65);
  select * into key from cauce.context_key where id = 1;
  if not found or encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(body, 'UTF8'))), 'hex')
      is distinct from right(raw, 64) then
    raise exception 'the context of this transaction is not genuine' using errcode = 'insufficient_privilege';
  end if;
  parts := string_to_array(body, '|');
  if parts[5]::int <> pg_backend_pid() or to_timestamp(parts[6]::bigint) < clock_timestamp() then
    raise exception 'the context of this transaction is not valid here and now' using errcode = 'insufficient_privilege';
  end if;
  return row(parts[1], nullif(parts[2], '')::uuid, nullif(parts[3], '')::uuid,
             string_to_array(parts[4], ','))::cauce.actor_context;
end $$;

create function actor_kind() returns text language sql stable as 'select (cauce.actor()).kind';
create function actor_staff() returns uuid language sql stable as 'select (cauce.actor()).staff';
create function actor_area() returns uuid language sql stable as 'select (cauce.actor()).area';
create function actor_has(role text) returns boolean language sql stable as
  'select coalesce($1 = any ((cauce.actor()).roles), false)';

-- Which compartments a role may open where a grant allows it. The same table stands in Java (Role); a test compares them.
create table role_compartment (
  role        text not null,
  compartment text not null check (compartment in ('IDENTITY','CONTACT','SOCIAL','FACTS','AGGRESSOR','CLINICAL','LEGAL')),
  primary key (role, compartment)
);
insert into role_compartment
select r, c from unnest(array['FIRST_CONTACT','PSYCHOLOGY','LEGAL','SOCIAL_WORK','DIRECTION']) r,
                 unnest(array['IDENTITY','CONTACT','SOCIAL','FACTS','AGGRESSOR']) c;
insert into role_compartment values ('PSYCHOLOGY','CLINICAL'), ('LEGAL','LEGAL'), ('DIRECTION','LEGAL');

create function readable() returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  return (select coalesce(array_agg(distinct rc.compartment), '{}') from cauce.role_compartment rc where rc.role = any (who.roles));
end $$;

-- To whom a grant must be addressed so that the actor benefits: her area or herself; nobody, when no role of hers attends cases.
-- In plpgsql, as policies ask both many times in a statement: it keeps its plans, which a function in SQL makes anew.
create function audience() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if who.kind = 'STAFF' and exists (select from cauce.role_compartment rc where rc.role = any (who.roles)) then
    return array[who.area, who.staff];
  end if;
  return '{}';
end $$;

grant execute on function actor(), actor_kind(), actor_staff(), actor_area(), actor_has(text), readable(), audience()
  to ${runtime}, cauce_guard, cauce_counter;
grant select on role_compartment to ${runtime};

-- One installation, one key ring: a start with another ring would seal what nobody could open again.
create table installation (
  id         smallint primary key check (id = 1),
  ring_id    text not null,
  created_at timestamptz not null default now()
);
grant select on installation to ${runtime};
