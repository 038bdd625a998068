-- After every migration: the guard may destroy what is sealed in each table that names a case or a person, whatever version added it.
do $$
declare
  t record;
  cols text;
begin
  if to_regprocedure('cauce.erasable()') is null then
    return;
  end if;
  for t in select * from cauce.erasable() loop
    select string_agg(quote_ident(a.attname), ', ') into cols from pg_attribute a
      where a.attrelid = ('cauce.' || quote_ident(t.name))::regclass and a.attnum > 0 and not a.attisdropped and a.atttypid = 'bytea'::regtype;
    execute format('grant select, update (%s) on cauce.%I to cauce_guard', cols, t.name);
    if not exists (select from pg_policies p where p.schemaname = 'cauce' and p.tablename = t.name and p.policyname = 'eraser_sees') then
      execute format('create policy eraser_sees on cauce.%I for select to cauce_guard using (true)', t.name);
      execute format('create policy eraser_erases on cauce.%I for update to cauce_guard using (true) with check (true)', t.name);
    end if;
  end loop;
end $$;
