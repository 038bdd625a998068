-- Counting: figures of the plan for those who see no case. The functions belong to a role that reads only the columns named here, of
-- every case, also of those from which somebody is kept away: a total says nothing about one woman. They answer with numbers only, for
-- spans too long to single somebody out, and refuse whoever's role does not report.

grant select (id, curp_index) on person to cauce_counter;
grant select (id, person_id, area_id, opened_at, risk_level, violence_types) on case_file to cauce_counter;
grant select (person_id, discipline, status, starts_at) on attention to cauce_counter;
grant select (id, to_area, status, sent_at, answered_at, answer_due_at) on referral to cauce_counter;
grant select (id, counterpart_kind, signed_on, valid_from, valid_until, ended_on) on agreement to cauce_counter;
grant select (id, first_contact) on area to cauce_counter;
create policy counted on person for select to cauce_counter using (true);
create policy counted on case_file for select to cauce_counter using (true);
create policy counted on attention for select to cauce_counter using (true);
-- referral has had the same policy since V007
create index referral_answered on referral (answered_at) where answered_at is not null;

-- Fails closed: without a context, and for the system itself too.
create function only_for(allowed text[]) returns void
  language plpgsql stable set search_path = pg_catalog, cauce, pg_temp as $$
declare
  who cauce.actor_context := cauce.actor();
begin
  if who.kind is distinct from 'STAFF' or (who.roles && allowed) is not true then
    raise exception 'this role does not count' using errcode = 'insufficient_privilege';
  end if;
end $$;

create function no_shorter_than(span interval, bounds timestamptz[]) returns void
  language plpgsql immutable set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if cardinality(bounds) < 2 or array_position(bounds, null) is not null then
    raise exception 'a span has two ends' using errcode = 'invalid_parameter_value';
  end if;
  for i in 2 .. cardinality(bounds) loop
    if bounds[i] - bounds[i - 1] < span then
      raise exception 'the span is too short to count' using errcode = 'invalid_parameter_value';
    end if;
  end loop;
end $$;

-- The four quarters between five bounds. What is 0 is left out.
create function indicator_counts(bounds timestamptz[], days date[], today date)
  returns table (counter text, quarter integer, n bigint)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform cauce.only_for(array['DIRECTION','PLANNING','TRANSPARENCY']);
  perform cauce.no_shorter_than('80 days', bounds);
  if cardinality(bounds) <> 5 or cardinality(days) <> 5 then
    raise exception 'four quarters have five bounds' using errcode = 'invalid_parameter_value';
  end if;
  return query
  with cases as materialized (
    select width_bucket(c.opened_at, bounds) as q, c.person_id, c.area_id
    from cauce.case_file c where c.opened_at >= bounds[1] and c.opened_at < bounds[5]
  ), attentions as materialized (
    select width_bucket(a.starts_at, bounds) as q, a.person_id, a.discipline
    from cauce.attention a where a.status = 'ATTENDED' and a.starts_at >= bounds[1] and a.starts_at < bounds[5]
  ), referrals as materialized (
    select width_bucket(r.sent_at, bounds) as sent, width_bucket(r.answered_at, bounds) as answered,
           r.answered_at <= r.answer_due_at as on_time
    from cauce.referral r
    where (r.sent_at >= bounds[1] and r.sent_at < bounds[5]) or (r.answered_at >= bounds[1] and r.answered_at < bounds[5])
  ), agreements as materialized (
    select width_bucket(g.signed_on, days) as q, g.counterpart_kind
    from cauce.agreement g where g.signed_on >= days[1] and g.signed_on < days[5]
  ), found as (
    select 'cases_registered' as counter, c.q, count(*) as n from cases c group by c.q
    union all
    select 'areas_in_use', c.q, count(distinct c.area_id)
    from cases c join cauce.area f on f.id = c.area_id and f.first_contact group by c.q
    union all
    select 'women_attended', w.q, count(distinct coalesce(p.curp_index, uuid_send(p.id)))
    from (select c.q, c.person_id from cases c union select a.q, a.person_id from attentions a) w
    join cauce.person p on p.id = w.person_id group by w.q
    union all
    select 'attentions_' || lower(a.discipline), a.q, count(*) from attentions a group by a.q, a.discipline
    union all
    select 'referrals_sent', r.sent, count(*) from referrals r group by r.sent
    union all
    select 'referrals_answered', r.answered, count(*) from referrals r group by r.answered
    union all
    select 'referrals_answered_on_time', r.answered, count(*) from referrals r where r.on_time group by r.answered
    union all
    select 'agreements_signed', g.q, count(*) from agreements g group by g.q
    union all
    select 'agreements_civil', g.q, count(*) from agreements g where g.counterpart_kind = 'CIVIL' group by g.q
    union all
    -- at the last day of the quarter; of the one that runs, today
    select 'agreements_in_force', i.q, count(g.id)
    from (select k as q, least(days[k + 1] - 1, today) as on_day from generate_series(1, 4) k where days[k] <= today) i
    join cauce.agreement g on g.valid_from <= i.on_day and g.valid_until >= i.on_day and (g.ended_on is null or g.ended_on > i.on_day)
    group by i.q
  )
  select f.counter, f.q, f.n from found f where f.q between 1 and 4;
end $$;

-- Not the sum of the quarters: who came in two of them is one woman. The same CURP on two files is one woman, too.
create function women_between(since timestamptz, until timestamptz) returns bigint
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform cauce.only_for(array['DIRECTION','PLANNING','TRANSPARENCY']);
  perform cauce.no_shorter_than('28 days', array[since, until]);
  return (
    select count(distinct coalesce(p.curp_index, uuid_send(p.id)))
    from (select c.person_id from cauce.case_file c where c.opened_at >= since and c.opened_at < until
          union
          select a.person_id from cauce.attention a
          where a.status = 'ATTENDED' and a.starts_at >= since and a.starts_at < until) w
    join cauce.person p on p.id = w.person_id);
end $$;

-- The pictures of the Dirección, for spans such as the months of a year. Of referrals: those sent in them, by their state now.
create function case_statistics(bounds timestamptz[])
  returns table (chart text, category text, series text, n bigint)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  perform cauce.only_for(array['DIRECTION']);
  perform cauce.no_shorter_than('28 days', bounds);
  return query
  with cases as materialized (
    select width_bucket(c.opened_at, bounds) as span, c.area_id, c.risk_level, c.violence_types
    from cauce.case_file c where c.opened_at >= bounds[1] and c.opened_at < bounds[cardinality(bounds)]
  )
  select 'CASES_BY_SPAN', c.span::text, '', count(*) from cases c group by c.span
  union all
  select 'CASES_BY_TYPE', t.type, '', count(*) from cases c, unnest(c.violence_types) t(type) group by t.type
  union all
  select 'CASES_BY_RISK', c.risk_level, '', count(*) from cases c group by c.risk_level
  union all
  select 'CASES_BY_AREA', c.area_id::text, '', count(*) from cases c group by c.area_id
  union all
  select 'REFERRALS', coalesce(r.to_area::text, ''), r.status, count(*)
  from cauce.referral r where r.sent_at >= bounds[1] and r.sent_at < bounds[cardinality(bounds)] group by 2, r.status;
end $$;

do $$
declare f text;
begin
  foreach f in array array['only_for(text[])','no_shorter_than(interval,timestamptz[])','indicator_counts(timestamptz[],date[],date)',
      'women_between(timestamptz,timestamptz)','case_statistics(timestamptz[])'] loop
    execute format('alter function cauce.%s owner to cauce_counter', f);
  end loop;
end $$;
grant execute on function indicator_counts(timestamptz[], date[], date), women_between(timestamptz, timestamptz), case_statistics(timestamptz[])
  to ${runtime};

-- What is counted now, in the words of the plan's indicators.
update plan_indicator set definition = 'Mujeres distintas a las que se atendió o cuyo caso se registró en el trimestre; en el año se cuenta una vez a cada una.'
  where key = 'women_attended';
update plan_indicator set kind = 'AUTOMATIC', counter_key = key, evidence = 'Registro de Cauce' where key = 'areas_in_use';
