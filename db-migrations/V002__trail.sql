-- The trail (bitácora): append-only, in the same transaction as what it tells of, in parallel chains so that nobody queues.

create table trail_head (
  chain smallint primary key,
  seq   bigint   not null default 0,
  hash  bytea    not null default decode(repeat('00', 32), 'hex')
);
insert into trail_head (chain) select g from generate_series(0, 63) g;

create table trail_entry (
  chain        smallint    not null references trail_head,
  seq          bigint      not null,
  at           timestamptz not null,
  actor_kind   text        not null,
  actor        uuid,
  area         uuid,
  action       text        not null,
  outcome      text        not null check (outcome in ('DONE', 'REFUSED', 'DENIED')),
  subject_kind text,
  subject      uuid,
  case_id      uuid,
  person_id    uuid,
  detail       text        not null default '',
  hash         bytea       not null check (length(hash) = 32),
  primary key (chain, seq)
);
create index trail_entry_at on trail_entry (at desc);
create index trail_entry_actor on trail_entry (actor, at desc) where actor is not null;
create index trail_entry_case on trail_entry (case_id, at desc) where case_id is not null;
create index trail_entry_person on trail_entry (person_id, at desc) where person_id is not null;

comment on column trail_entry.hash is
  'sha256(previous hash || trail_text(entry)); the first of a chain follows 32 zero bytes';
comment on column trail_entry.detail is 'keys, numbers and enumerations only, never what somebody typed';

-- One line per entry, fields parted by U+001F; the verifier writes the same line in Java.
create function trail_text(e trail_entry) returns text language sql immutable as $$
  select concat_ws(E'\x1f', e.chain::text, e.seq::text, (extract(epoch from e.at) * 1000000)::bigint::text,
    e.actor_kind, coalesce(e.actor::text, ''), coalesce(e.area::text, ''), e.action, e.outcome,
    coalesce(e.subject_kind, ''), coalesce(e.subject::text, ''), coalesce(e.case_id::text, ''),
    coalesce(e.person_id::text, ''), e.detail)
$$;

-- Who acts comes from the signed context, so not even the application can write somebody else's name.
create function trail_append(action text, outcome text, subject_kind text, subject uuid, case_id uuid, person_id uuid, detail text)
  returns void language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who   cauce.actor_context := cauce.actor();
  head  cauce.trail_head;
  e     cauce.trail_entry;
  mine  text := nullif(current_setting('cauce.trail_chain', true), '');
  start int := floor(random() * 64)::int;
begin
  if who.kind is null then
    raise exception 'no context: nothing can be recorded' using errcode = 'insufficient_privilege';
  end if;
  if mine is null then
    mine := start::text;
    for i in 0..63 loop
      if pg_try_advisory_xact_lock(7341, (start + i) % 64) then
        mine := ((start + i) % 64)::text;
        exit;
      end if;
    end loop;
    perform set_config('cauce.trail_chain', mine, true);
  end if;
  select * into strict head from cauce.trail_head h where h.chain = mine::smallint for update;
  e.chain := head.chain;
  e.seq := head.seq + 1;
  e.at := clock_timestamp();
  e.actor_kind := who.kind;
  e.actor := who.staff;
  e.area := who.area;
  e.action := action;
  e.outcome := outcome;
  e.subject_kind := subject_kind;
  e.subject := subject;
  e.case_id := case_id;
  e.person_id := person_id;
  e.detail := coalesce(detail, '');
  e.hash := sha256(head.hash || convert_to(cauce.trail_text(e), 'UTF8'));
  insert into cauce.trail_entry values (e.*);
  update cauce.trail_head h set seq = e.seq, hash = e.hash where h.chain = e.chain;
end $$;

grant execute on function trail_append(text, text, text, uuid, uuid, uuid, text), trail_text(trail_entry) to ${runtime};
grant select on trail_entry, trail_head to ${runtime};

alter table trail_entry enable row level security;
create policy audit_reads on trail_entry for select using ((select cauce.actor_has('AUDIT')));
