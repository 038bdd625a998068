-- As in V018, and what waits to be exported goes, too.
create or replace function erase_sealed(of_case uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
declare
  p     uuid;
  whole boolean;
  t     record;
begin
  select f.person_id into strict p from cauce.case_file f where f.id = of_case;
  whole := not exists (select from cauce.case_file f where f.person_id = p and f.id <> of_case
                       and not exists (select from cauce.tombstone s where s.case_id = f.id));
  for t in select * from cauce.erasable() e where e.key = 'case_id' or whole order by e.past loop
    execute format('update cauce.%I set %s where %I = $1', t.name, t.sets, t.key) using case when t.key = 'case_id' then of_case else p end;
  end loop;
  -- a file that waits to be taken holds lines of several women: it has to be asked for again
  update cauce.export_request x set file = null, file_key = null, expires_at = least(x.expires_at, clock_timestamp())
    where p = any (x.persons) and x.file is not null;
  delete from cauce.draft d where d.subject in (select of_case union select r.id from cauce.referral r where r.case_id = of_case
    union select a.id from cauce.attention a where a.case_id = of_case union select p where whole);
  if whole then
    delete from cauce.person_phone x where x.person_id = p;
    update cauce.person x set curp_index = null where x.id = p;
  end if;
  update cauce.case_grant g set until_at = clock_timestamp() where g.case_id = of_case and (g.until_at is null or g.until_at > clock_timestamp());
  return whole;
end $$;
