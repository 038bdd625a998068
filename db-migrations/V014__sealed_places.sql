-- Where sealed values lie, so that the rotation of keys finds each wrapped key and knows the place it is bound to.
-- A migration that adds a column for wrapped keys adds its row here; a test compares (KeyRotationTests).

create table sealed_place (
  table_name         text not null,
  key_column         text not null default 'wrapped_key',
  place              text not null,
  row_column         text not null,
  compartment        text,
  compartment_column text,
  primary key (table_name, key_column),
  check ((compartment is null) <> (compartment_column is null))
);
comment on column sealed_place.place is 'the table a value is bound to; earlier versions open at the place of the current one';

insert into sealed_place (table_name, place, row_column, compartment_column) values
  ('person_part',      'person_part', 'person_id', 'compartment'),
  ('person_part_past', 'person_part', 'person_id', 'compartment'),
  ('case_part',        'case_part',   'case_id',   'compartment'),
  ('case_part_past',   'case_part',   'case_id',   'compartment');
insert into sealed_place (table_name, place, row_column, compartment) values
  ('risk_assessment',         'risk_assessment',    'id',           'FACTS'),
  ('draft',                   'draft',              'id',           'DRAFT'),
  ('agreement_scan',          'agreement_scan',     'id',           'FILE'),
  ('referral',                'referral',           'id',           'REFERRAL'),
  ('referral_note',           'referral_note',      'id',           'REFERRAL'),
  ('attention',               'attention',          'id',           'ATTENTION'),
  ('attention_past',          'attention',          'id',           'ATTENTION'),
  ('attention_reserved',      'attention_reserved', 'attention_id', 'RESERVED'),
  ('attention_reserved_past', 'attention_reserved', 'attention_id', 'RESERVED'),
  ('staff_totp',              'staff_totp',         'staff_id',     'ACCOUNT'),
  ('break_glass',             'break_glass',        'id',           'OVERSIGHT'),
  ('rights_request',          'rights_request',     'id',           'LEGAL'),
  ('rights_document',         'rights_document',    'id',           'FILE'),
  ('breach',                  'breach',             'id',           'LEGAL');
insert into sealed_place (table_name, key_column, place, row_column, compartment) values
  ('export_request', 'reason_key', 'export_request', 'id', 'OVERSIGHT'),
  ('export_request', 'file_key',   'export_request', 'id', 'FILE'),
  ('agreement',      'contact_key', 'agreement',     'id', 'CONTACT');
