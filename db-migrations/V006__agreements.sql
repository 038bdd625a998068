-- Institutions outside, and the agreements (convenios) with them, with areas and with civil associations.

create table institution (
  id       uuid primary key,
  name     text not null check (length(name) between 2 and 160),
  kind     text not null check (kind in ('PROSECUTOR','JUSTICE_CENTRE','HOSPITAL','SHELTER','CIVIL','STATE','FEDERAL','MUNICIPAL','OTHER')),
  address  text, phone text, hours text,
  services text[] not null default '{}',
  active   boolean not null default true,
  version  integer not null default 0
);
insert into institution (id, name, kind, services) values
 ('00000000-0000-7000-8000-000000000101','Ministerio Público (Fiscalía del Estado de Jalisco)','PROSECUTOR','{PROSECUTOR}'),
 ('00000000-0000-7000-8000-000000000102','Centro de Justicia para las Mujeres','JUSTICE_CENTRE','{PROSECUTOR,PSYCHOLOGICAL,LEGAL,SHELTER}'),
 ('00000000-0000-7000-8000-000000000103','Hospital (Secretaría de Salud Jalisco)','HOSPITAL','{MEDICAL}');

-- What each area offers. An area nobody has described yet is not held back: it may be asked for anything.
create table area_service (
  area_id uuid not null references area,
  service text not null,
  primary key (area_id, service)
);
insert into area_service (area_id, service)
select a.id, s.service from area a join (values
  ('direccion','LEGAL'), ('direccion','PSYCHOLOGICAL'), ('direccion','SOCIAL_WORK'), ('direccion','SHELTER'), ('direccion','OTHER'),
  ('psicologia','PSYCHOLOGICAL'), ('juridico','LEGAL'), ('juridico','DOCUMENTS'),
  ('trabajo-social','SOCIAL_WORK'), ('trabajo-social','TRANSPORT'), ('trabajo-social','ECONOMIC_SUPPORT'), ('trabajo-social','EMPLOYMENT'),
  ('trabajo-social','DOCUMENTS'), ('trabajo-social','HOUSING'), ('trabajo-social','EDUCATION'),
  ('policia','POLICE_PROTECTION'), ('policia','TRANSPORT'),
  ('dif','PSYCHOLOGICAL'), ('dif','LEGAL'), ('dif','SOCIAL_WORK'), ('dif','CHILD_PROTECTION'), ('dif','ECONOMIC_SUPPORT'), ('dif','TRANSPORT'),
  ('salud','MEDICAL'), ('salud','PSYCHOLOGICAL'), ('salud','TRANSPORT'),
  ('juzgado','LEGAL'), ('sindicatura','LEGAL'), ('sindicatura','DOCUMENTS')) s (key, service) on s.key = a.key;

create table agreement (
  id             uuid primary key,
  number         text not null unique,
  counterpart_kind text not null check (counterpart_kind in ('AREA','INSTITUTION','CIVIL')),
  area_id        uuid references area,
  institution_id uuid references institution,
  object         text not null check (length(object) between 5 and 2000),
  services       text[] not null default '{}',
  contact_name   text, contact_post text, contact_phone text, contact_email text,
  signed_on      date,
  signed_by      text,
  valid_from     date not null,
  valid_until    date not null,
  warn_days      smallint not null default 30 check (warn_days between 0 and 365),
  ended_on       date,
  end_reason     text check (length(end_reason) <= 500),
  renews_id      uuid unique references agreement,
  created_at     timestamptz not null,
  created_by     uuid not null,
  version        integer not null default 0,
  check (valid_until >= valid_from),
  check ((area_id is null) <> (institution_id is null))
);
comment on column agreement.ended_on is 'first day on which it holds no more; null: until valid_until';
create index agreement_validity on agreement (valid_until) where ended_on is null;

create table agreement_scan (
  id           uuid primary key,
  agreement_id uuid not null references agreement,
  media_type   text not null,
  size         integer not null check (size between 1 and 10485760),
  wrapped_key  bytea not null,
  sealed       bytea not null,
  added_at     timestamptz not null,
  added_by     uuid not null
);
create index agreement_scan_agreement on agreement_scan (agreement_id);
grant select, insert on institution, area_service, agreement, agreement_scan to ${runtime};
grant delete on area_service to ${runtime};
grant update (name, kind, address, phone, hours, services, active, version) on institution to ${runtime};
grant update (number, counterpart_kind, area_id, institution_id, object, services, contact_name, contact_post, contact_phone, contact_email, signed_on,
  signed_by, valid_from, valid_until, warn_days, ended_on, end_reason, version) on agreement to ${runtime};
