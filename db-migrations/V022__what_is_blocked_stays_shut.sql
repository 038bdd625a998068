-- Blocking ends the grants of a case (V018), but its referrals ask for no grant: the areas they run between and the Dirección went on
-- reading and writing them. They are shut and opened again with their case, and so is what hangs on them.

-- ---------------------------------------------------------------- referrals of a blocked case
-- On the row itself: a list asks of each no more than before, however many cases are blocked by then.
alter table referral add column shut boolean not null default false;
comment on column referral.shut is 'its case is blocked; kept by triggers on case_block and here';

create function shut_referrals() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  update cauce.referral r set shut = exists (select from cauce.case_block b where b.case_id = new.case_id and b.lifted_at is null)
   where r.case_id = new.case_id;
  return null;
end $$;
create trigger shut_referrals after insert or update of lifted_at on case_block for each row execute function shut_referrals();

create function shut_with_its_case() returns trigger
  language plpgsql security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  new.shut := exists (select from cauce.case_block b where b.case_id = new.case_id and b.lifted_at is null);
  return new;
end $$;
create trigger shut_with_its_case before insert on referral for each row execute function shut_with_its_case();

-- those blocked before; the owner of the tables sees no rows of its own
create function shut_what_is_blocked() returns void
  language sql security definer set search_path = pg_catalog, cauce, pg_temp as $$
  update cauce.referral r set shut = true from cauce.case_block b where b.case_id = r.case_id and b.lifted_at is null
$$;

do $$
declare f text;
begin
  foreach f in array array['shut_referrals()','shut_with_its_case()','shut_what_is_blocked()'] loop
    execute format('alter function cauce.%s owner to cauce_guard', f);
    execute format('revoke execute on function cauce.%s from public', f);
  end loop;
end $$;
grant execute on function shut_referrals(), shut_with_its_case() to ${runtime};
grant update (shut) on referral to cauce_guard;
create policy shutting on referral for update to cauce_guard using (true) with check (true);
select shut_what_is_blocked();
drop function shut_what_is_blocked();

-- Read by whoever looks at the blocked case for an hour, written by nobody. A note is read with its referral.
create policy shut on referral as restrictive for select to ${runtime}
  using (not shut or case_id = any ((select cauce.emergency_cases())::uuid[]));
create policy shut_moved on referral as restrictive for update to ${runtime} using (not shut);
alter policy noted on referral_note with check (by_staff = (select cauce.actor_staff())
  and exists (select from referral r where r.id = referral_note.referral_id and not r.shut));

-- As in V016, without what is about blocked cases: their reviews are shown to nobody, so nobody can end them.
create or replace function reviews_waiting() returns table (walls bigint, emergencies bigint, alerts bigint, late bigint)
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if not cauce.actor_has('AUDIT') then
    raise exception 'only audit counts what waits for review' using errcode = 'insufficient_privilege';
  end if;
  -- without what is about women from whom the one who asks is kept away, and without what is about herself: a number can tell, too
  return query
  with w as (select x.due_at from cauce.wall_proposal x where x.decided_at is null and x.staff_id is distinct from (cauce.actor()).staff
        and x.person_id <> all (cauce.walled_persons())
        and not exists (select from cauce.case_block k where k.case_id = x.case_id and k.lifted_at is null)),
    b as (select x.at from cauce.break_glass x where x.closed_at is null and x.person_id <> all (cauce.walled_persons())
        and not exists (select from cauce.case_block k where k.case_id = x.case_id and k.lifted_at is null))
  select (select count(*) from w), (select count(*) from b),
    (select count(*) from cauce.read_alert a where a.kind <> 'NEAR' and a.seen_at is null),
    (select count(*) from w where w.due_at < clock_timestamp()) + (select count(*) from b where b.at < clock_timestamp() - interval '5 days');
end $$;

-- ---------------------------------------------------------------- on what a referral was sent
-- GIVEN was both: as for the case, and given for this referral alone. Which of the two the older ones were is not known any more.
alter table referral drop constraint referral_consent_check;
alter table referral drop constraint referral_check1;
alter table referral add constraint referral_consent_check check (consent in ('GIVEN','NOW','EXCEPTION'));
alter table referral add constraint referral_exception_check check (consent <> 'EXCEPTION' or exception_key is not null);
comment on column referral.consent is 'GIVEN: as for the case; NOW: to this referral; EXCEPTION: the law does without';

-- ---------------------------------------------------------------- rules
-- Nothing is ever taken out of the trail, so nothing asked for this one.
delete from rights_rule where key = 'TRAIL';
