-- Reserved notes open with the key of a person, which opens with what she alone knows (docs/decisions/015).

create table personal_key (
  id         uuid  primary key,
  staff_id   uuid  not null references staff_account,
  public_key bytea not null check (length(public_key) = 32),
  mac        bytea not null check (length(mac) = 32),
  made_at    timestamptz not null,
  retired_at timestamptz
);
comment on table personal_key is 'the public halves; who may open a note can be written to with them';
comment on column personal_key.mac is 'keyed with the ring over id, person and key: one exchanged by SQL is noticed';
create unique index personal_key_current on personal_key (staff_id) where retired_at is null;

create table personal_key_lock (
  key_id    uuid not null references personal_key,
  staff_id  uuid not null references staff_account,
  kind      text not null check (kind in ('PASSWORD','RECOVERY','ESCROW')),
  salt      bytea not null,
  content   bytea not null,
  escrow    text check ((escrow is not null) = (kind = 'ESCROW')),
  made_at   timestamptz not null,
  primary key (key_id, kind)
);
comment on table personal_key_lock is 'the private half, closed: under her password (Argon2id), under a recovery key on paper, for the holders of the escrow shares';

create table note_wrap (
  attention_id uuid  not null references attention,
  key_id       uuid  not null references personal_key,
  case_id      uuid  not null references case_file,
  person_id    uuid  not null references person,
  wrap         bytea not null,
  wrapped_by   uuid  not null references staff_account,
  wrapped_at   timestamptz not null,
  primary key (attention_id, key_id)
);
comment on table note_wrap is 'the key of a reserved note, for one person (HPKE)';

grant select, insert, update (retired_at) on personal_key to ${runtime};
grant select, insert, update, delete on personal_key_lock to ${runtime};
grant select, insert on note_wrap to ${runtime};

do $$
declare t text;
begin
  foreach t in array array['personal_key','personal_key_lock','note_wrap'] loop
    execute format('alter table cauce.%I enable row level security', t);
    execute format('alter table cauce.%I force row level security', t);
  end loop;
end $$;

create policy known on personal_key for select to ${runtime} using ((select cauce.actor_kind()) in ('STAFF', 'SYSTEM'));
create policy own on personal_key for insert to ${runtime}
  with check (staff_id = (select cauce.actor_staff()) or (select cauce.actor_kind()) = 'SYSTEM');
create policy retired on personal_key for update to ${runtime}
  using (staff_id = (select cauce.actor_staff())) with check (staff_id = (select cauce.actor_staff()));
create policy own on personal_key_lock to ${runtime}
  using (staff_id = (select cauce.actor_staff()) or (select cauce.actor_kind()) = 'SYSTEM')
  with check (staff_id = (select cauce.actor_staff()) or (select cauce.actor_kind()) = 'SYSTEM');

create policy wall on note_wrap as restrictive to ${runtime} using (person_id <> all ((select cauce.walled_persons())::uuid[]));
create policy reader on note_wrap for select to ${runtime}
  using (exists (select from attention_reserved r where r.attention_id = note_wrap.attention_id));
create policy given on note_wrap for insert to ${runtime} with check (wrapped_by = (select cauce.actor_staff())
  and exists (select from attention_reserved r where r.attention_id = note_wrap.attention_id
    and r.case_id = note_wrap.case_id and r.person_id = note_wrap.person_id));

-- Who may read the reserved notes of a discipline in a case now, besides what she can open: her role, a grant, no wall. Asked by one of them.
create function reserved_readers(c uuid, d text)
  returns table (staff_id uuid, display_name text, key_id uuid, public_key bytea, mac bytea)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if who.kind is distinct from 'STAFF' or not (d = any (who.roles)) then
    return;
  end if;
  -- an emergency (V016) opens no reserved notes, and nobody is to write them for whoever has one
  if not exists (select from cauce.held_grant g where g.case_id = c) or c = any (cauce.emergency_cases()) then
    return;
  end if;
  return query
    select s.id, s.display_name, k.id, k.public_key, k.mac
    from cauce.staff_account s left join cauce.personal_key k on k.staff_id = s.id and k.retired_at is null
    where d = any (s.roles) and s.active
      and exists (select from cauce.case_grant g where g.case_id = c and g.audience in (s.area_id, s.id)
        and g.source <> 'BREAK_GLASS' and g.from_at <= now() and (g.until_at is null or g.until_at > now()))
      and not exists (select from cauce.case_exclusion e join cauce.case_file f on f.person_id = e.person_id
        where f.id = c and e.staff_id = s.id and e.from_at <= clock_timestamp() and (e.until_at is null or e.until_at > clock_timestamp()));
end $$;

-- A note that was sealed by the ring alone is closed anew, each version at its place. Only its author, and only what she read.
create function reseal_reserved(a uuid, v integer, was bytea, becomes bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if not exists (select from cauce.attention_reserved r where r.attention_id = a and r.author = who.staff) then
    return false;
  end if;
  update cauce.attention_reserved r set sealed = becomes where r.attention_id = a and r.version = v and r.sealed = was;
  if found then
    return true;
  end if;
  update cauce.attention_reserved_past r set sealed = becomes where r.attention_id = a and r.version = v and r.sealed = was;
  return found;
end $$;

do $$
declare t text;
begin
  alter function cauce.reserved_readers(uuid, text) owner to cauce_guard;
  alter function cauce.reseal_reserved(uuid, integer, bytea, bytea) owner to cauce_guard;
  foreach t in array array['attention_reserved','attention_reserved_past'] loop
    execute format('create policy resealed on cauce.%I for update to cauce_guard using (true) with check (true)', t);
    execute format('create policy resealing on cauce.%I for select to cauce_guard using (true)', t);
    execute format('grant select, update (sealed) on cauce.%I to cauce_guard', t);
  end loop;
  create policy asked on personal_key for select to cauce_guard using (true);
end $$;
grant select on personal_key, staff_account to cauce_guard;
grant execute on function reserved_readers(uuid, text), reseal_reserved(uuid, integer, bytea, bytea) to ${runtime};

-- closing anew is no other version, and the form under the ring alone must not stay behind as one
drop trigger keep_past on attention_reserved;
create trigger keep_past before update on attention_reserved for each row when (current_user <> 'cauce_guard') execute function keep_past();
