-- Data taken out as a file: asked for with a reason, allowed by a second person, taken once within a day.

create sequence export_folio;
create table export_request (
  id          uuid primary key,
  folio       text not null unique check (folio ~ '^EXP-[0-9]{4}-[0-9]{5,}$'),
  kind        text not null check (kind in ('CASES','REFERRALS')),
  staff_id    uuid not null references staff_account,
  area_id     uuid not null references area,
  at          timestamptz not null,
  from_day    date not null,
  to_day      date not null check (to_day >= from_day),
  lines       integer not null check (lines > 0),
  persons     uuid[] not null,
  reason_key  bytea,
  reason      bytea,
  decided_at  timestamptz,
  decided_by  uuid references staff_account,
  allowed     boolean,
  expires_at  timestamptz not null,
  file_key    bytea,
  file        bytea,
  taken_at    timestamptz,
  check ((decided_at is null) = (allowed is null)),
  check (decided_by <> staff_id)
);
comment on column export_request.persons is 'of whom it holds a line: whoever is kept away from one of them by now does not get it';
comment on column export_request.expires_at is 'three days to be decided, then 24 hours to be taken; the file goes with it';
create index export_request_at on export_request (at desc);

alter table export_request enable row level security;
alter table export_request force row level security;
create policy guard on export_request to cauce_guard using (true) with check (true);
create policy own on export_request for select to ${runtime} using (staff_id = (select cauce.actor_staff()) or (select cauce.actor_has('DIRECTION')));
create policy asked on export_request for insert to ${runtime}
  with check (staff_id = (select cauce.actor_staff()) and area_id = (select cauce.actor_area()) and decided_at is null and taken_at is null
    and expires_at <= now() + interval '4 days' and (select cauce.audience()) <> '{}');
grant select (id, folio, kind, staff_id, area_id, at, from_day, to_day, lines, reason_key, reason, decided_at, decided_by, allowed, expires_at, taken_at)
  on export_request to ${runtime};
grant insert on export_request to ${runtime};
grant usage on sequence export_folio to ${runtime};
grant select, update on export_request to cauce_guard;

create function decide_export(p_id uuid, p_allow boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if not cauce.actor_has('DIRECTION') then
    raise exception 'only the Dirección allows it' using errcode = 'insufficient_privilege';
  end if;
  update cauce.export_request x set decided_at = clock_timestamp(), decided_by = who.staff, allowed = p_allow,
      expires_at = clock_timestamp() + interval '24 hours',
      file = case when p_allow then x.file end, file_key = case when p_allow then x.file_key end
   where x.id = p_id and x.decided_at is null and x.expires_at > clock_timestamp() and x.staff_id <> who.staff;
  return found;
end $$;

-- Gives the file to whoever asked for it, once, and forgets it.
create function take_export(p_id uuid) returns table (folio text, file_key bytea, file bytea)
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
  x   cauce.export_request;
begin
  select * into x from cauce.export_request r where r.id = p_id and r.staff_id = who.staff for update;
  if x.id is null or not coalesce(x.allowed, false) or x.taken_at is not null or x.file is null or x.expires_at <= clock_timestamp() then
    return;
  end if;
  update cauce.export_request r set taken_at = clock_timestamp(), file = null, file_key = null where r.id = p_id;
  if x.persons && cauce.walled_persons() or x.area_id is distinct from who.area
      -- the table comes with V018
      or exists (select from cauce.case_block b where b.person_id = any (x.persons) and b.lifted_at is null and b.blocked_at >= x.at) then
    return;
  end if;
  return query select x.folio, x.file_key, x.file;
end $$;

-- Files whose time is over go, whoever looks next.
create function forget_exports() returns void
  language sql security definer set search_path = pg_catalog, cauce, pg_temp as $$
  update cauce.export_request x set file = null, file_key = null where x.file is not null and x.expires_at <= clock_timestamp()
$$;

do $$
declare f text;
begin
  foreach f in array array['decide_export(uuid,boolean)','take_export(uuid)','forget_exports()'] loop
    execute format('alter function cauce.%s owner to cauce_guard', f);
    execute format('grant execute on function cauce.%s to ${runtime}', f);
  end loop;
end $$;
