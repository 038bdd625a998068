-- What was done with the woman, and by whom, lies outside an emergency: the timeline shows no attentions and no referrals there, and who
-- else has opened the case stays unsaid, for that names the areas that attend her. What is told of a part follows the part.
create policy emergency_read on case_event as restrictive for select to ${runtime} using (
  case_id <> all ((select cauce.broken_glass_cases())::uuid[])
  or kind in ('CASE_REGISTERED','CASE_CLOSED','CASE_REOPENED','CONSENT_SET','PROSECUTOR_NOTIFIED','RISK_ASSESSED','CONTACT_ATTEMPT','BREAK_GLASS')
  or (kind = 'PART_SAVED' and detail in ('IDENTITY','CONTACT','FACTS','AGGRESSOR')));

alter policy case_reads on trail_entry using (case_id is not null and case_id <> all ((select cauce.broken_glass_cases())::uuid[])
  and (select true from held_grant g where g.case_id = trail_entry.case_id limit 1));

-- ---------------------------------------------------------------- an area that is to be switched off
-- How many referrals are still open to it: a number for whoever keeps the areas, who sees no referral.
create function open_referrals_to(area uuid) returns integer
  language plpgsql stable security definer set search_path = pg_catalog, cauce, pg_temp as $$
begin
  if (select cauce.actor_has('ADMINISTRATION')) is not true then
    raise exception 'only administration keeps areas' using errcode = 'insufficient_privilege';
  end if;
  return (select count(*) from cauce.referral r where r.to_area = area and r.status in ('SENT','ACCEPTED','IN_ATTENTION'));
end $$;
alter function open_referrals_to(uuid) owner to cauce_guard;
revoke execute on function open_referrals_to(uuid) from public;
grant execute on function open_referrals_to(uuid) to ${runtime};
