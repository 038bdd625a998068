-- Where sealed values lie, so that the rotation of keys finds each wrapped key and knows the place it is bound to.
-- A migration that adds a column wrapped_key adds its row here; a test compares (KeyRotationTests).

create table sealed_place (
  table_name         text primary key,
  place              text not null,
  row_column         text not null,
  compartment        text,
  compartment_column text,
  check ((compartment is null) <> (compartment_column is null))
);
comment on column sealed_place.place is 'the table a value is bound to; earlier versions open at the place of the current one';

insert into sealed_place values
  ('person_part',            'person_part',        'person_id',    null, 'compartment'),
  ('person_part_past',       'person_part',        'person_id',    null, 'compartment'),
  ('case_part',              'case_part',          'case_id',      null, 'compartment'),
  ('case_part_past',         'case_part',          'case_id',      null, 'compartment'),
  ('risk_assessment',        'risk_assessment',    'id',           'FACTS', null),
  ('draft',                  'draft',              'id',           'DRAFT', null),
  ('agreement_scan',         'agreement_scan',     'id',           'FILE', null),
  ('referral',               'referral',           'id',           'REFERRAL', null),
  ('referral_note',          'referral_note',      'id',           'REFERRAL', null),
  ('attention',              'attention',          'id',           'ATTENTION', null),
  ('attention_past',         'attention',          'id',           'ATTENTION', null),
  ('attention_reserved',     'attention_reserved', 'attention_id', 'RESERVED', null),
  ('attention_reserved_past','attention_reserved', 'attention_id', 'RESERVED', null);
