-- Who and what the probes are tried on: written as superuser in a transaction that is never confirmed. {word} is an id.
insert into context_key values (1, decode(repeat('36', 64), 'hex'), decode(repeat('5c', 64), 'hex'))
  on conflict (id) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad;

insert into staff_account (id, username, display_name, area_id, roles, password_hash, created_at)
select id::uuid, name, name, area::uuid, string_to_array(roles, ','), 'x', now() - interval '1 year' from probe_actor where kind = 'STAFF';
insert into staff_account (id, username, display_name, area_id, roles, password_hash, created_at) values
  ({newbie}, 'newbie', 'newbie', {planning-area}, '{}', null, now() - interval '1 year'),
  ({known}, 'known', 'known', {legal-area}, '{LEGAL}', 'x', now() - interval '1 year'),
  ({off}, 'off', 'off', {legal-area}, '{LEGAL}', 'x', now() - interval '1 year');
update staff_account set active = false where id = {off};

insert into person (id, curp_index, created_at, created_by)
select p::uuid, decode(right(p::text, 2), 'hex'), now() - interval '1 year', {registrar}
from unnest(array[{a}, {b}, {c}, {d}, {e}, {f}, {g}, {n}, {m}]) p;
insert into person (id, created_at, created_by) values ({p}, now(), {planner-there});
insert into case_file (id, folio, person_id, area_id, opened_at, opened_by, status, last_activity_at, closed_at) values
  ({a1}, 'CAU-2026-00001', {a}, {police}, now() - interval '10 days', {registrar}, 'IN_FOLLOW_UP', now(), null),
  ({a2}, 'CAU-2026-00002', {a}, {dif-area}, now() - interval '5 days', {dif}, 'CLOSED', now(), now() - interval '1 day'),
  ({b1}, 'CAU-2026-00003', {b}, {police}, now() - interval '10 days', {registrar}, 'REGISTERED', now(), now() - interval '800 days'),
  ({c1}, 'CAU-2026-00004', {c}, {police}, now() - interval '900 days', {registrar}, 'CLOSED', now(), now() - interval '800 days'),
  ({d1}, 'CAU-2026-00005', {d}, {police}, now() - interval '900 days', {registrar}, 'CLOSED', now(), now() - interval '800 days'),
  ({e1}, 'CAU-2026-00006', {e}, {police}, now() - interval '900 days', {registrar}, 'CLOSED', now(), now() - interval '800 days'),
  ({f1}, 'CAU-2026-00007', {f}, {police}, now() - interval '900 days', {registrar}, 'CLOSED', now(), now() - interval '800 days'),
  ({g1}, 'CAU-2026-00009', {g}, {police}, now() - interval '900 days', {registrar}, 'CLOSED', now(), now() - interval '800 days'),
  ({n1}, 'CAU-2026-00008', {n}, {police}, now(), {registrar}, 'REGISTERED', now(), null);

insert into case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, source_id, from_at, until_at, granted_by) values
  ({g-a1-police}, {a1}, {a}, {police}, 'AREA', '{IDENTITY,CONTACT,SOCIAL,FACTS,AGGRESSOR,LEGAL,CLINICAL}', 'REGISTERED', null, now() - interval '10 days', null, {registrar}),
  ({g-a1-direction}, {a1}, {a}, {direction-area}, 'AREA', '{IDENTITY,CONTACT,SOCIAL,FACTS,AGGRESSOR,LEGAL}', 'OVERSIGHT', null, now() - interval '10 days', null, {registrar}),
  ({g-a1-psychology}, {a1}, {a}, {psychology-area}, 'AREA', '{IDENTITY,CONTACT,FACTS}', 'REFERRAL', {r-psychology}, now() - interval '9 days', null, {registrar}),
  ({g-a1-legal}, {a1}, {a}, {legal-area}, 'AREA', '{IDENTITY,FACTS,LEGAL}', 'REFERRAL', {r-legal}, now() - interval '9 days', now() - interval '1 day', {registrar}),
  ({g-a1-social}, {a1}, {a}, {social-area}, 'AREA', '{IDENTITY}', 'REFERRAL', {r-social}, now() + interval '1 day', null, {registrar}),
  ({g-a1-nurse}, {a1}, {a}, {nurse}, 'STAFF', '{IDENTITY}', 'ASSIGNED', null, now(), now() + interval '1 day', {registrar}),
  ({g-a1-late}, {a1}, {a}, {late}, 'STAFF', '{IDENTITY}', 'ASSIGNED', null, now() - interval '1 day', now(), {registrar}),
  ({g-a1-emergency}, {a1}, {a}, {emergency}, 'STAFF', '{IDENTITY,CONTACT,FACTS,AGGRESSOR}', 'BREAK_GLASS', {bg-open}, now() - interval '1 hour', now() + interval '3 hours', {emergency}),
  ({g-a1-emergency-edge}, {a1}, {a}, {emergency-edge}, 'STAFF', '{IDENTITY}', 'BREAK_GLASS', {bg-edge}, now() - interval '1 hour', now(), {emergency-edge}),
  ({g-a1-emergency-over}, {a1}, {a}, {emergency-over}, 'STAFF', '{IDENTITY,FACTS}', 'BREAK_GLASS', {bg-over}, now() - interval '9 hours', now() - interval '5 hours', {emergency-over}),
  ({g-a1-emergency-both}, {a1}, {a}, {psychologist-too}, 'STAFF', '{IDENTITY,CONTACT,FACTS,AGGRESSOR}', 'BREAK_GLASS', {bg-both}, now() - interval '1 hour', now() + interval '3 hours', {psychologist-too}),
  ({g-a2-dif}, {a2}, {a}, {dif-area}, 'AREA', '{IDENTITY,CONTACT,SOCIAL,FACTS,AGGRESSOR,LEGAL,CLINICAL}', 'REGISTERED', null, now() - interval '5 days', null, {dif}),
  ({g-a2-direction}, {a2}, {a}, {direction-area}, 'AREA', '{IDENTITY,CONTACT,SOCIAL,FACTS,AGGRESSOR,LEGAL}', 'OVERSIGHT', null, now() - interval '5 days', null, {dif}),
  ({g-b1-police}, {b1}, {b}, {police}, 'AREA', '{IDENTITY,CONTACT,SOCIAL,FACTS,AGGRESSOR,LEGAL,CLINICAL}', 'REGISTERED', null, now() - interval '10 days', null, {registrar}),
  ({g-b1-direction}, {b1}, {b}, {direction-area}, 'AREA', '{IDENTITY,CONTACT,SOCIAL,FACTS,AGGRESSOR,LEGAL}', 'OVERSIGHT', null, now() - interval '10 days', null, {registrar}),
  ({g-c1-police}, {c1}, {c}, {police}, 'AREA', '{IDENTITY,FACTS}', 'REGISTERED', null, now() - interval '900 days', null, {registrar}),
  ({g-c1-direction}, {c1}, {c}, {direction-area}, 'AREA', '{IDENTITY,FACTS}', 'OVERSIGHT', null, now() - interval '900 days', null, {registrar}),
  ({g-c1-ended}, {c1}, {c}, {dif-area}, 'AREA', '{IDENTITY,FACTS}', 'REFERRAL', null, now() - interval '900 days', now() - interval '700 days', {registrar}),
  ({g-c1-emergency}, {c1}, {c}, {emergency}, 'STAFF', '{IDENTITY,FACTS}', 'BREAK_GLASS', {bg-over}, now() - interval '1 hour', now() + interval '3 hours', {emergency}),
  ({g-b1-emergency}, {b1}, {b}, {emergency}, 'STAFF', '{IDENTITY,CONTACT,SOCIAL,FACTS,AGGRESSOR}', 'ASSIGNED', null, now() - interval '1 day', null, {registrar}),
  ({g-a1-emergency-to-come}, {a1}, {a}, {emergency}, 'STAFF', '{IDENTITY}', 'ASSIGNED', null, now() + interval '1 day', null, {registrar}),
  ({g-a1-counsel}, {a1}, {a}, {counsel}, 'STAFF', '{IDENTITY,FACTS}', 'BREAK_GLASS', {bg-counsel}, now() - interval '1 hour', now() + interval '3 hours', {counsel}),
  ({g-a1-counsel-before}, {a1}, {a}, {counsel}, 'STAFF', '{IDENTITY}', 'ASSIGNED', null, now() - interval '9 days', now() - interval '1 day', {registrar}),
  ({g-a1-edge}, {a1}, {a}, {edge}, 'STAFF', '{IDENTITY}', 'BREAK_GLASS', {bg-counsel}, now() - interval '1 hour', now() + interval '3 hours', {edge}),
  ({g-a1-edge-before}, {a1}, {a}, {edge}, 'STAFF', '{IDENTITY}', 'ASSIGNED', null, now() - interval '9 days', now(), {registrar}),
  ({g-a1-nurse-too}, {a1}, {a}, {nurse}, 'STAFF', '{IDENTITY}', 'BREAK_GLASS', {bg-counsel}, now() - interval '1 hour', now() + interval '3 hours', {nurse}),
  ({g-c1-to-come}, {c1}, {c}, {late}, 'STAFF', '{IDENTITY}', 'ASSIGNED', null, now() + interval '1 day', now() + interval '2 days', {registrar}),
  ({g-c1-contact}, {c1}, {c}, {social-area}, 'AREA', '{CONTACT}', 'REFERRAL', null, now() - interval '3 days', null, {registrar}),
  ({g-a1-late-emergency}, {a1}, {a}, {late}, 'STAFF', '{IDENTITY}', 'BREAK_GLASS', {bg-late}, now() - interval '9 hours', now() - interval '5 hours', {late}),
  ({g-b1-odd}, {b1}, {b}, {nurse}, 'STAFF', '{IDENTITY}', 'ASSIGNED', {bg-open}, now() - interval '1 hour', now() + interval '3 hours', {registrar}),
  ({g-d1-police}, {d1}, {d}, {police}, 'AREA', '{IDENTITY,FACTS}', 'REGISTERED', null, now() - interval '900 days', now() - interval '500 days', {registrar}),
  ({g-d1-legal}, {d1}, {d}, {legal-area}, 'AREA', '{IDENTITY,FACTS}', 'REFERRAL', null, now() - interval '900 days', now() - interval '600 days', {registrar});

insert into case_exclusion (id, case_id, person_id, staff_id, reason, from_at, until_at, created_by) values
  ({w-aggressor}, {a1}, {a}, {aggressor}, 'AGGRESSOR', now() - interval '1 day', null, {registrar}),
  ({w-past}, {a1}, {a}, {wall-past}, 'OTHER', now() - interval '9 days', now() - interval '1 hour', {registrar}),
  ({w-to-come}, {a1}, {a}, {wall-to-come}, 'OTHER', now() + interval '1 day', null, {registrar}),
  ({w-direction}, {b1}, {b}, {direction}, 'RELATIVE', now() - interval '1 day', now() + interval '1 day', {registrar}),
  ({w-direction-too}, {a1}, {a}, {direction-too}, 'RELATIVE', now() - interval '1 day', null, {registrar}),
  ({w-psychologist}, {a1}, {a}, {psychologist-walled}, 'CLOSE', now() - interval '1 day', null, {registrar}),
  ({w-audit}, {a1}, {a}, {audit-walled}, 'CLOSE', now() - interval '1 day', null, {registrar}),
  ({w-d}, {d1}, {d}, {direction-too}, 'CLOSE', now() - interval '1 day', null, {registrar}),
  ({w-f}, {f1}, {f}, {transparency-walled}, 'CLOSE', now() - interval '1 day', null, {registrar}),
  ({w-direction-past}, {c1}, {c}, {direction}, 'OTHER', now() - interval '9 days', now() - interval '1 day', {registrar}),
  ({w-e}, {e1}, {e}, {transparency-walled}, 'CLOSE', now() - interval '1 day', null, {registrar});

insert into person_part (person_id, compartment, wrapped_key, sealed, updated_at)
  select p::uuid, c, convert_to(p::text, 'UTF8'), 's', now() from unnest(array[{a}, {b}]) p, unnest(array['IDENTITY','CONTACT','SOCIAL']) c;
insert into person_part_past (person_id, compartment, wrapped_key, sealed, updated_at, version)
  select p::uuid, c, 'k', 's', now(), 0 from unnest(array[{a}, {c}]) p, unnest(array['IDENTITY','CONTACT','SOCIAL']) c;
insert into person_phone values ({a}, '\x01'), ({b}, '\x02');
insert into case_part (case_id, compartment, wrapped_key, sealed, updated_at)
  select k::uuid, c, 'k', 's', now() from unnest(array[{a1}, {b1}, {c1}]) k, unnest(array['FACTS','AGGRESSOR','CLINICAL','LEGAL']) c;
insert into case_part_past (case_id, compartment, wrapped_key, sealed, updated_at, version)
  select {a1}, c, 'k', 's', now(), 0 from unnest(array['FACTS','AGGRESSOR','CLINICAL','LEGAL']) c;
insert into risk_assessment (id, case_id, person_id, at, assessed_by, instrument, score, answered, critical, suggested, level, next_due_at) values
  ({risk-a}, {a1}, {a}, now(), {registrar}, 'X', 1, 1, false, 'LOW', 'LOW', now()),
  ({risk-b}, {b1}, {b}, now(), {registrar}, 'X', 1, 1, false, 'LOW', 'LOW', now());
insert into case_event (id, case_id, person_id, at, kind) values ({event-a}, {a1}, {a}, now(), 'OPENED'), ({event-b}, {b1}, {b}, now(), 'OPENED');
insert into draft (id, staff_id, kind, wrapped_key, sealed, updated_at) values ({draft-registrar}, {registrar}, 'X', 'k', 's', now()), ({draft-nurse}, {nurse}, 'X', 'k', 's', now());
insert into saved_filter (id, staff_id, name, query, created_at) values ({filter-registrar}, {registrar}, 'x', 'x', now()), ({filter-nurse}, {nurse}, 'x', 'x', now());

insert into referral (id, case_id, person_id, from_area, to_area, service, urgency, risk_at_sending, compartments, consent, status, sent_at, sent_by,
    accept_due_at, answer_due_at, result)
values
  ({r-psychology}, {a1}, {a}, {police}, {psychology-area}, 'x', 'NORMAL', 'LOW', '{IDENTITY,CONTACT,FACTS}', 'GIVEN', 'SENT', now() - interval '9 days', {registrar}, now(), now(), null),
  ({r-legal}, {a1}, {a}, {police}, {legal-area}, 'x', 'NORMAL', 'LOW', '{IDENTITY,FACTS,LEGAL}', 'GIVEN', 'REJECTED', now() - interval '9 days', {registrar}, now(), now(), null),
  ({r-social}, {a1}, {a}, {police}, {social-area}, 'x', 'NORMAL', 'LOW', '{IDENTITY}', 'GIVEN', 'CANCELLED', now() - interval '9 days', {registrar}, now(), now(), null),
  ({r-answered}, {b1}, {b}, {police}, {psychology-area}, 'x', 'NORMAL', 'LOW', '{IDENTITY}', 'GIVEN', 'ANSWERED', now() - interval '9 days', {registrar}, now(), now(), 'ATTENDED'),
  ({r-goes-on}, {b1}, {b}, {police}, {social-area}, 'x', 'NORMAL', 'LOW', '{IDENTITY}', 'GIVEN', 'ANSWERED', now() - interval '9 days', {registrar}, now(), now(), 'CONTINUES');
insert into case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, source_id, from_at, until_at, granted_by) values
  ({g-b1-psychology}, {b1}, {b}, {psychology-area}, 'AREA', '{IDENTITY}', 'REFERRAL', {r-answered}, now() - interval '9 days', null, {registrar}),
  ({g-b1-shorter}, {b1}, {b}, {health-area}, 'AREA', '{IDENTITY}', 'REFERRAL', {r-answered}, now() - interval '9 days', now() + interval '1 hour', {registrar}),
  ({g-b1-assigned}, {b1}, {b}, {nurse}, 'STAFF', '{IDENTITY}', 'ASSIGNED', {r-answered}, now() - interval '9 days', null, {registrar});
insert into referral_note (id, referral_id, case_id, person_id, at, by_staff, by_area) values
  ({note-psychology}, {r-psychology}, {a1}, {a}, now(), {registrar}, {police}), ({note-legal}, {r-legal}, {a1}, {a}, now(), {registrar}, {police});

insert into attention (id, case_id, person_id, discipline, area_id, staff_id, kind, mode, walk_in, status, starts_at, recorded_at, recorded_by) values
  ({t-police}, {a1}, {a}, 'FIRST_CONTACT', {police}, {registrar}, 'x', 'IN_PERSON', true, 'ATTENDED', now(), now(), {registrar}),
  ({t-psychology}, {a1}, {a}, 'PSYCHOLOGY', {psychology-area}, {psychologist}, 'x', 'IN_PERSON', true, 'ATTENDED', now(), now(), {psychologist}),
  ({t-free}, {a1}, {a}, 'PSYCHOLOGY', {psychology-area}, {psychologist}, 'x', 'IN_PERSON', true, 'ATTENDED', now(), now(), {psychologist});
insert into attention (id, case_id, person_id, discipline, area_id, staff_id, kind, mode, walk_in, status, starts_at, recorded_at, recorded_by) values
  ({t-judge}, {a1}, {a}, 'PSYCHOLOGY', {judge-area}, {counsel}, 'x', 'IN_PERSON', true, 'ATTENDED', now(), now(), {counsel}),
  ({t-judge-free}, {a1}, {a}, 'PSYCHOLOGY', {judge-area}, {counsel}, 'x', 'IN_PERSON', true, 'ATTENDED', now(), now(), {counsel}),
  ({t-b}, {b1}, {b}, 'PSYCHOLOGY', {psychology-area}, {psychologist}, 'x', 'IN_PERSON', true, 'ATTENDED', now(), now(), {psychologist}),
  ({t-c}, {c1}, {c}, 'PSYCHOLOGY', {psychology-area}, {psychologist}, 'x', 'IN_PERSON', true, 'ATTENDED', now(), now(), {psychologist}),
  ({t-c-free}, {c1}, {c}, 'PSYCHOLOGY', {psychology-area}, {psychologist}, 'x', 'IN_PERSON', true, 'ATTENDED', now(), now(), {psychologist});
insert into attention_past select t.*, now() from attention t where id = {t-police};
insert into attention_reserved (attention_id, case_id, person_id, discipline, author, wrapped_key, sealed, updated_at) values
  ({t-psychology}, {a1}, {a}, 'PSYCHOLOGY', {psychologist}, 'k', 's', now()), ({t-police}, {a1}, {a}, 'LEGAL', {registrar}, 'k', 's', now()),
  ({t-judge}, {a1}, {a}, 'PSYCHOLOGY', {counsel}, 'k', 's', now()), ({t-b}, {b1}, {b}, 'PSYCHOLOGY', {psychologist}, 'k', 's', now()),
  ({t-c}, {c1}, {c}, 'PSYCHOLOGY', {registrar}, 'k', 's', now());
insert into attention_reserved_past select t.*, now() from attention_reserved t;
update attention_reserved_past set version = 7, sealed = 'p';
insert into personal_key (id, staff_id, public_key, mac, made_at, retired_at) values
  ({key-psychologist}, {psychologist}, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), now(), null),
  ({key-retired}, {psychologist}, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), now(), now()),
  ({key-nurse}, {nurse}, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), now(), null);
insert into personal_key_lock (key_id, staff_id, kind, salt, content, made_at) values
  ({key-psychologist}, {psychologist}, 'PASSWORD', 'x', 'x', now()), ({key-nurse}, {nurse}, 'PASSWORD', 'x', 'x', now());
insert into note_wrap (attention_id, key_id, case_id, person_id, wrap, wrapped_by, wrapped_at) values
  ({t-psychology}, {key-psychologist}, {a1}, {a}, 'x', {psychologist}, now()), ({t-b}, {key-retired}, {b1}, {b}, 'x', {psychologist}, now()),
  ({t-c}, {key-nurse}, {c1}, {c}, 'x', {psychologist}, now());

insert into break_glass (id, case_id, person_id, staff_id, area_id, holder_area, at, until_at, sought, wrapped_key, sealed, closed_at, closed_by, result) values
  ({bg-open}, {a1}, {a}, {emergency}, {judge-area}, {police}, now(), now() + interval '3 hours', 'FOLIO', 'k', 's', null, null, null),
  ({bg-edge}, {a1}, {a}, {emergency-edge}, {judge-area}, {police}, now(), now(), 'FOLIO', 'k', 's', null, null, null),
  ({bg-over}, {a1}, {a}, {emergency-over}, {judge-area}, {police}, now() - interval '9 hours', now() - interval '5 hours', 'FOLIO', 'k', 's', now(), {direction}, 'JUSTIFIED'),
  ({bg-late}, {a1}, {a}, {late}, {judge-area}, {police}, now() - interval '9 hours', now() - interval '5 hours', 'FOLIO', 'k', 's', null, null, null),
  ({bg-own}, {b1}, {b}, {direction-too}, {direction-area}, {police}, now(), now() + interval '3 hours', 'FOLIO', 'k', 's', null, null, null),
  ({bg-colleague}, {b1}, {b}, {colleague}, {police}, {police}, now(), now() + interval '3 hours', 'FOLIO', 'k', 's', null, null, null);
insert into break_glass_try values ({nurse}, (clock_timestamp() at time zone 'America/Mexico_City')::date, 9),
  ({stranger-tired}, (clock_timestamp() at time zone 'America/Mexico_City')::date, 10),
  ({stranger}, (clock_timestamp() at time zone 'America/Mexico_City')::date - 1, 10);
insert into wall_proposal (id, case_id, person_id, staff_id, ground, at, due_at, decided_at, decided_by, decision) values
  ({p-colleague}, {a1}, {a}, {colleague}, 'SURNAMES', now(), now(), null, null, null),
  ({p-direction}, {a1}, {a}, {direction}, 'SURNAMES', now(), now(), null, null, null),
  ({p-nobody}, {b1}, {b}, null, 'PUBLIC_SERVANT', now(), now(), null, null, null),
  ({p-decided}, {c1}, {c}, {colleague}, 'SURNAMES', now(), now(), now(), {direction}, 'NO_REASON');
insert into staff_curp values ({colleague}, '\xc0'), ({late}, '\xc2');
insert into read_day values ({registrar}, (clock_timestamp() at time zone 'America/Mexico_City')::date, array[{a1}]::uuid[], 1), ({nurse}, (clock_timestamp() at time zone 'America/Mexico_City')::date, '{}', 1);
insert into read_raise values ({registrar}, (clock_timestamp() at time zone 'America/Mexico_City')::date, 5, now(), {direction}), ({direction}, (clock_timestamp() at time zone 'America/Mexico_City')::date, 5, now(), {direction-too});
insert into read_alert values ({registrar}, (clock_timestamp() at time zone 'America/Mexico_City')::date, 'NEAR', now()), ({direction}, (clock_timestamp() at time zone 'America/Mexico_City')::date, 'SPENT', now()), ({nurse}, (clock_timestamp() at time zone 'America/Mexico_City')::date, 'ROWS', now());
insert into export_request (id, folio, kind, staff_id, area_id, at, from_day, to_day, lines, persons, reason_key, reason, decided_at, decided_by, allowed,
    expires_at, file_key, file, taken_at)
values
  ({x-asked}, 'EXP-2026-00001', 'CASES', {registrar}, {police}, now(), current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', null, null, null, now() + interval '1 day', 'k', 'f', null),
  ({x-late}, 'EXP-2026-00002', 'CASES', {registrar}, {police}, now(), current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', null, null, null, now() - interval '1 day', 'k', 'f', null),
  ({x-allowed}, 'EXP-2026-00003', 'CASES', {registrar}, {police}, now(), current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', 'k', 'f', null),
  ({x-refused}, 'EXP-2026-00004', 'CASES', {registrar}, {police}, now(), current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', now(), {direction}, false, now() + interval '1 day', 'k', 'f', null),
  ({x-taken}, 'EXP-2026-00005', 'CASES', {registrar}, {police}, now(), current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', 'k', 'f', now()),
  ({x-over}, 'EXP-2026-00006', 'CASES', {registrar}, {police}, now(), current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', now(), {direction}, true, now() - interval '1 day', 'k', 'f', null),
  ({x-moved}, 'EXP-2026-00007', 'CASES', {registrar}, {health-area}, now(), current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', 'k', 'f', null),
  ({x-blocked}, 'EXP-2026-00008', 'CASES', {registrar}, {police}, now() - interval '600 days', current_date, current_date, 1, array[{d}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', 'k', 'f', null),
  ({x-blocked-before}, 'EXP-2026-00009', 'CASES', {registrar}, {police}, now(), current_date, current_date, 1, array[{d}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', 'k', 'f', null),
  ({x-walled}, 'EXP-2026-00010', 'CASES', {aggressor}, {police}, now(), current_date, current_date, 1, array[{a}, {b}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', 'k', 'f', null),
  ({x-old}, 'EXP-2026-00013', 'CASES', {registrar}, {police}, now() - interval '600 days', current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', 'k', 'f', null),
  ({x-lifted}, 'EXP-2026-00014', 'CASES', {registrar}, {police}, now() - interval '600 days', current_date, current_date, 1, array[{c}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', 'k', 'f', null),
  ({x-same}, 'EXP-2026-00015', 'CASES', {registrar}, {police}, now() - interval '500 days', current_date, current_date, 1, array[{d}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', 'k', 'f', null),
  ({x-direction}, 'EXP-2026-00011', 'CASES', {direction}, {direction-area}, now(), current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', null, null, null, now() + interval '1 day', 'k', 'f', null),
  ({x-without}, 'EXP-2026-00012', 'CASES', {registrar}, {police}, now(), current_date, current_date, 1, array[{b}]::uuid[], 'k', 's', now(), {direction}, true, now() + interval '1 day', null, null, null);

insert into rights_request (id, number, kind, requester, identified_by, received_at, received_by, received_area, case_id, person_id, state, answer_due) values
  ({arco-a}, 'A-1', 'ACCESS', 'HOLDER', 'INE', now(), {registrar}, {police}, {a1}, {a}, 'RECEIVED', current_date),
  ({arco-none}, 'A-2', 'ACCESS', 'HOLDER', 'INE', now(), {registrar}, {police}, null, null, 'RECEIVED', current_date);
insert into rights_document (id, request_id, case_id, person_id, media_type, size, added_at, added_by) values
  ({doc-a}, {arco-a}, {a1}, {a}, 'x', 1, now(), {direction}), ({doc-none}, {arco-none}, null, null, 'x', 1, now(), {direction});
insert into breach (id, number, kind, noticed_at, recorded_at, recorded_by, sensitive, notice_due, wrapped_key, sealed) values
  ({breach-1}, 'B-1', 'LOSS', now(), now(), {direction}, true, current_date, 'k', 's');
insert into case_block (id, case_id, person_id, folio, reason, blocked_at, blocked_by, held, lifted_at) values
  ({k-d}, {d1}, {d}, 'CAU-2026-00005', 'RETENTION', now() - interval '500 days', {direction}, array[{g-d1-police}]::uuid[], null),
  ({k-c-lifted}, {c1}, {c}, 'CAU-2026-00004', 'RETENTION', now() - interval '500 days', {direction}, '{}', now()),
  ({k-e}, {e1}, {e}, 'CAU-2026-00006', 'RETENTION', now() - interval '500 days', {direction}, '{}', null),
  ({k-g}, {g1}, {g}, 'CAU-2026-00009', 'RETENTION', now() - interval '500 days', {direction}, '{}', null),
  ({k-f}, {f1}, {f}, 'CAU-2026-00007', 'RETENTION', now() - interval '500 days', {direction}, '{}', null);
insert into erasure (id, case_id, person_id, folio, reason, proposed_at, proposed_by, confirmed_at, confirmed_by, withdrawn_at) values
  ({z-e}, {e1}, {e}, 'CAU-2026-00006', 'RETENTION', now(), {direction}, null, null, null),
  ({z-f}, {f1}, {f}, 'CAU-2026-00007', 'RETENTION', now(), {direction}, now(), {transparency}, null),
  ({z-d}, {d1}, {d}, 'CAU-2026-00005', 'RETENTION', now(), {direction}, null, null, now()),
  ({z-c}, {c1}, {c}, 'CAU-2026-00004', 'RETENTION', now(), {direction-too}, null, null, null);
insert into tombstone (case_id, person_id, whole_person, erased_at, erasure_id) values ({f1}, {f}, true, now(), {z-f}), ({g1}, {g}, true, now(), null);

-- past entries: nobody's readings of today
set local session_replication_role = replica;
insert into trail_entry (chain, seq, at, actor_kind, actor, area, action, outcome, case_id, person_id, detail, hash) values
  (0, 1001, now(), 'STAFF', {registrar}, {police}, 'CASE_OPENED', 'DONE', {a1}, {a}, 'of-a', decode(repeat('00', 32), 'hex')),
  (0, 1002, now(), 'STAFF', {registrar}, {police}, 'CASE_OPENED', 'DONE', {b1}, {b}, 'of-b', decode(repeat('00', 32), 'hex')),
  (0, 1003, now(), 'STAFF', {nurse}, {health-area}, 'SIGN_IN', 'DONE', null, null, 'of-none', decode(repeat('00', 32), 'hex')),
  (0, 1004, now(), 'STAFF', {stranger}, {elsewhere}, 'CASE_OPENED', 'DENIED', null, null, 'folio=CAU-2026-00001', decode(repeat('00', 32), 'hex')),
  (0, 1005, now(), 'STAFF', {stranger}, {elsewhere}, 'BREAK_GLASS', 'DENIED', null, null, 'by=FOLIO,folio=CAU-2026-00001,x', decode(repeat('00', 32), 'hex')),
  (0, 1006, now(), 'STAFF', {stranger}, {elsewhere}, 'CASE_OPENED', 'DONE', null, null, 'folio=CAU-2026-00001', decode(repeat('00', 32), 'hex')),
  (0, 1007, now(), 'STAFF', {dif}, {dif-area}, 'CASE_OPENED', 'DONE', {a2}, null, 'of-a2', decode(repeat('00', 32), 'hex')),
  (0, 1008, now(), 'SYSTEM', null, null, 'SEALED', 'DONE', {a1}, {a}, 'of-the-system', decode(repeat('00', 32), 'hex')),
  (0, 1009, now() - interval '2 days', 'STAFF', {known}, {legal-area}, 'CASE_OPENED', 'DONE', {a1}, {a}, 'while-granted', decode(repeat('00', 32), 'hex')),
  (0, 1011, now() - interval '2 days', 'STAFF', {social-worker}, {social-area}, 'CASE_OPENED', 'DONE', {a1}, {a}, 'before-granted', decode(repeat('00', 32), 'hex')),
  (0, 1012, now() - interval '1 day', 'STAFF', {late}, {judge-area}, 'CASE_OPENED', 'DONE', {a1}, {a}, 'when-granted', decode(repeat('00', 32), 'hex')),
  (0, 1013, now() - interval '1 day', 'STAFF', {known}, {legal-area}, 'CASE_OPENED', 'DONE', {a1}, {a}, 'when-over', decode(repeat('00', 32), 'hex')),
  (0, 1014, now(), 'STAFF', {known}, {legal-area}, 'CASE_OPENED', 'DONE', {a1}, {a}, 'after-granted', decode(repeat('00', 32), 'hex')),
  (0, 1015, now(), 'STAFF', {registrar}, {police}, 'NAME_READ', 'DONE', null, {a}, 'of-her-alone', decode(repeat('00', 32), 'hex')),
  (0, 1010, now(), 'STAFF', {stranger}, {elsewhere}, 'CASE_OPENED', 'DENIED', null, null, 'folio=CAU-2026-00003', decode(repeat('00', 32), 'hex'));
set local session_replication_role = origin;

insert into staff_session (id, staff_id, way, browser, system, started_at, last_used_at, proved_at) values
  ({s-registrar}, {registrar}, 'PASSWORD', 'OTHER', 'OTHER', now(), now(), now()), ({s-known}, {known}, 'PASSWORD', 'OTHER', 'OTHER', now(), now(), now());
insert into staff_totp (staff_id, wrapped_key, secret, created_at, confirmed_at) values ({registrar}, 'k', 's', now(), now()), ({known}, 'k', 's', now(), now()), ({newbie}, 'k', 's', now(), now());
insert into recovery_code (id, staff_id, code_hash, created_at) values
  ({rc-registrar}, {registrar}, decode(repeat('01', 32), 'hex'), now()), ({rc-known}, {known}, decode(repeat('02', 32), 'hex'), now()),
  ({rc-newbie}, {newbie}, decode(repeat('03', 32), 'hex'), now());
insert into staff_notice (id, staff_id, kind, at) values ({i-registrar}, {registrar}, 'LINK_ISSUED', now()), ({i-known}, {known}, 'LINK_ISSUED', now());
insert into staff_request (id, staff_id, kind, roles, area_id, asked_by, asked_at, decided_by, decided_at, answer) values
  ({q-roles}, {newbie}, 'ROLES', '{LEGAL}', {planning-area}, {admin}, now(), null, null, null),
  ({q-link}, {known}, 'LINK', '{}', null, {admin}, now(), null, null, null),
  ({q-more}, {known}, 'ROLES', '{SOCIAL_WORK}', {legal-area}, {admin}, now(), null, null, null),
  ({q-of-direction}, {direction}, 'ROLES', '{AUDIT}', {direction-area}, {admin}, now(), null, null, null),
  ({q-area}, {known}, 'AREA', '{}', {judge-area}, {admin}, now(), null, null, null),
  ({q-enable}, {off}, 'ENABLE', '{}', null, {admin}, now(), null, null, null),
  ({q-off-area}, {off}, 'AREA', '{}', {judge-area}, {admin}, now(), null, null, null),
  ({q-off-link}, {off}, 'LINK', '{}', null, {admin}, now(), null, null, null),
  ({q-off-roles}, {off}, 'ROLES', '{SOCIAL_WORK}', {legal-area}, {admin}, now(), null, null, null),
  ({q-enabled}, {nurse}, 'ENABLE', '{}', null, {admin}, now(), null, null, null),
  ({q-moved}, {stranger}, 'ROLES', '{LEGAL}', {judge-area}, {admin}, now(), null, null, null),
  ({q-decided}, {nurse}, 'LINK', '{}', null, {admin}, now(), {direction}, now() + interval '50 minutes', 'CONFIRMED'),
  ({q-decided-before}, {registrar}, 'LINK', '{}', null, {admin}, now(), {direction}, now() - interval '5 minutes', 'CONFIRMED'),
  ({q-refused}, {colleague}, 'LINK', '{}', null, {admin}, now(), {direction}, now(), 'REFUSED');
insert into staff_passkey (id, staff_id, credential_id, wrapped_key, content, sign_count, backup_eligible, user_verified, created_at) values
  ({pk-registrar}, {registrar}, '\x01', 'k', 's', 5, false, true, now()), ({pk-known}, {known}, '\x02', 'k', 's', 5, false, true, now());
insert into invitation (id, token_hash, staff_id, created_at, expires_at, used_at) values
  ({l-known}, '\x01', {known}, now(), now() + interval '1 day', null), ({l-used}, '\x02', {known}, now(), now() + interval '1 day', now()),
  ({l-first}, '\x03', null, now(), now() + interval '1 day', null);
