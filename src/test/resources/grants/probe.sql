create temp table probe_actor (n serial, name text primary key, id text, area text, roles text, kind text not null);

create function pg_temp.context(who text, other_connection integer, seconds integer) returns text language plpgsql as $$
declare
  body text;
  key  cauce.context_key;
begin
  select concat_ws('|', kind, coalesce(id, ''), coalesce(area, ''), coalesce(roles, ''), pg_backend_pid() + other_connection,
    extract(epoch from clock_timestamp())::bigint + seconds) into body from probe_actor where name = who;
  select * into key from cauce.context_key;
  return body || '|' || encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(body, 'UTF8'))), 'hex');
end $$;

-- What one of them is answered; nothing of it stays.
create function pg_temp.answer(who text, before text, act text, after text) returns text language plpgsql as $$
declare
  said  text := '';
  line  text;
  rows  bigint;
  state text;
begin
  perform set_config('cauce.context', pg_temp.context(who, 0, 600), true);
  if before <> '' then
    execute before;
  end if;
  execute 'set local role ' || quote_ident(current_setting('probe.role'));
  if act ~ '^select|returning' then
    for line in execute act loop
      said := said || coalesce(line, 'null') || E'\n';
    end loop;
  else
    execute act;
    get diagnostics rows = row_count;
    said := rows || ' rows' || E'\n';
  end if;
  reset role;
  if after <> '' then
    said := said || E'then\n';
    for line in execute after loop
      said := said || coalesce(line, 'null') || E'\n';
    end loop;
  end if;
  raise exception using errcode = 'PB001', message = said;
exception when others then
  get stacked diagnostics state = returned_sqlstate, line = message_text;
  return case state when 'PB001' then line when '42501' then 'refused' else 'error ' || state end;
end $$;

create function pg_temp.answers(before text, act text, after text) returns table (who text, answer text) language sql volatile as $$
  select name, pg_temp.answer(name, x[1], x[2], x[3])
  from probe_actor a, lateral (select array_agg(replace(replace(replace(t, '{me}', coalesce(quote_literal(a.id) || '::uuid', 'null::uuid')),
    '{my-area}', coalesce(quote_literal(a.area) || '::uuid', 'null::uuid')), '{my-name}', quote_literal(a.name)) order by n) as x
    from unnest(array[before, act, after]) with ordinality s (t, n)) y
  order by a.n
$$;
