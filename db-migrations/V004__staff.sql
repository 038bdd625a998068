-- Areas and the people who work in them.

create table area (
  id        uuid primary key,
  key       text not null unique check (key ~ '^[a-z0-9-]{2,40}$'),
  name      text not null check (length(name) between 2 and 120),
  kind      text not null check (kind in ('DIRECTION','SERVICE','POLICE','DIF','HEALTH','JUDGE','SINDICATURA','DELEGATION','OTHER')),
  parent_id uuid references area,
  first_contact boolean not null default false,
  receives_referrals boolean not null default true,
  active    boolean not null default true,
  version   integer not null default 0
);
create unique index one_direction on area (kind) where kind = 'DIRECTION';

insert into area (id, key, name, kind, parent_id, first_contact, receives_referrals) values
 ('00000000-0000-7000-8000-000000000001','direccion','Dirección de Igualdad Sustantiva','DIRECTION',null,true,true),
 ('00000000-0000-7000-8000-000000000002','psicologia','Psicología (Dirección de Igualdad)','SERVICE','00000000-0000-7000-8000-000000000001',false,true),
 ('00000000-0000-7000-8000-000000000003','juridico','Jurídico (Dirección de Igualdad)','SERVICE','00000000-0000-7000-8000-000000000001',false,true),
 ('00000000-0000-7000-8000-000000000004','trabajo-social','Trabajo Social (Dirección de Igualdad)','SERVICE','00000000-0000-7000-8000-000000000001',false,true),
 ('00000000-0000-7000-8000-000000000005','policia','Comisaría de Seguridad Pública','POLICE',null,true,true),
 ('00000000-0000-7000-8000-000000000006','dif','DIF Municipal','DIF',null,true,true),
 ('00000000-0000-7000-8000-000000000007','salud','Servicios Médicos Municipales','HEALTH',null,true,true),
 ('00000000-0000-7000-8000-000000000008','juzgado','Juzgado Municipal','JUDGE',null,true,true),
 ('00000000-0000-7000-8000-000000000009','sindicatura','Sindicatura','SINDICATURA',null,true,true),
 ('00000000-0000-7000-8000-000000000010','del-chantepec','Delegación Chantepec','DELEGATION',null,true,false),
 ('00000000-0000-7000-8000-000000000011','del-huejotitan','Delegación Huejotitán','DELEGATION',null,true,false),
 ('00000000-0000-7000-8000-000000000012','del-potrerillos','Delegación Potrerillos','DELEGATION',null,true,false),
 ('00000000-0000-7000-8000-000000000013','del-san-cristobal','Delegación San Cristóbal Zapotitlán','DELEGATION',null,true,false),
 ('00000000-0000-7000-8000-000000000014','del-san-juan-cosala','Delegación San Juan Cosalá','DELEGATION',null,true,false),
 ('00000000-0000-7000-8000-000000000015','del-san-pedro-tesistan','Delegación San Pedro Tesistán','DELEGATION',null,true,false),
 ('00000000-0000-7000-8000-000000000016','del-zapotitan','Delegación Zapotitán de Hidalgo','DELEGATION',null,true,false),
 ('00000000-0000-7000-8000-000000000017','planeacion','Dirección de Planeación','OTHER',null,false,false),
 ('00000000-0000-7000-8000-000000000018','transparencia','Unidad de Transparencia','OTHER',null,false,false),
 ('00000000-0000-7000-8000-000000000019','sistemas','Sistemas','OTHER',null,false,false),
 ('00000000-0000-7000-8000-000000000020','contraloria','Contraloría','OTHER',null,false,false);

create table staff_account (
  id            uuid primary key,
  username      text not null unique check (username ~ '^[a-z0-9._-]{3,40}$'),
  display_name  text not null check (length(display_name) between 2 and 120),
  post          text check (length(post) <= 120),
  area_id       uuid not null references area,
  roles         text[] not null check (roles <@ array['FIRST_CONTACT','PSYCHOLOGY','LEGAL','SOCIAL_WORK','DIRECTION','PLANNING','TRANSPARENCY','ADMINISTRATION','AUDIT']),
  password_hash text,
  active        boolean not null default true,
  epoch         integer not null default 0,
  created_at    timestamptz not null,
  last_sign_in_at timestamptz,
  version       integer not null default 0
);
comment on column staff_account.epoch is 'raised to end every session of the account at once: sign out everywhere, disabling, new password, other roles or area';
create index staff_account_area on staff_account (area_id);

create table invitation (
  id         uuid primary key,
  token_hash bytea not null unique,
  staff_id   uuid references staff_account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table invitation is 'one-time links to set a password; staff_id null: the first administrator, who names herself';

create table sign_in_delay (
  bucket        text primary key,
  failures      integer not null,
  last_at       timestamptz not null,
  blocked_until timestamptz
);
comment on column sign_in_delay.bucket is 'account: or address: followed by a keyed hash';

grant select, insert, update on area, staff_account, invitation, sign_in_delay to ${runtime};
grant delete on sign_in_delay to ${runtime};
