-- The annual plan (POA): what was planned, what was achieved, and quarters that close for good.

create table plan_year (
  year       integer primary key check (year between 2000 and 2999),
  programme  text not null,
  axis       text not null,
  objective  text not null,
  strategy   text not null,
  vision     text not null,
  mission    text not null,
  evaluator  text not null,
  formula    text not null,
  drawn_up   date,
  version    integer not null default 0
);
comment on column plan_year.drawn_up is 'date printed on the plan';

create table plan_context (
  year     integer not null references plan_year,
  kind     text    not null check (kind in ('STRENGTH','WEAKNESS','OPPORTUNITY','THREAT')),
  position integer not null,
  text     text    not null,
  primary key (year, kind, position)
);

create table plan_activity (
  year                integer not null references plan_year,
  key                 text    not null check (key ~ '^[A-Z][A-Z0-9]{1,19}$'),
  position            integer not null,
  printed_number      text    not null,
  name                text    not null,
  goal                text    not null,
  budget              numeric(14,2) not null check (budget >= 0),
  beneficiaries       integer check (beneficiaries >= 0),
  beneficiaries_text  text    not null,
  indirect_text       text    not null,
  period_from         date    not null,
  period_until        date    not null check (period_until >= period_from),
  evaluated           text    not null default 'TRIMESTRAL',
  version             integer not null default 0,
  primary key (year, key)
);
comment on column plan_activity.key is 'identity; the printed number is not one: "ACTIVIDAD 5" stands twice in the plan of 2024';
comment on column plan_activity.beneficiaries is 'direct beneficiaries; null where the plan names no figure but "la población"';

create table plan_line (
  year     integer not null,
  activity text    not null,
  position integer not null,
  heading  text,
  text     text    not null,
  primary key (year, activity, position),
  foreign key (year, activity) references plan_activity
);
comment on column plan_line.heading is 'the component or the group it stands under';

create table plan_indicator (
  year           integer not null,
  key            text    not null check (key ~ '^[a-z][a-z0-9_]{1,59}$'),
  activity       text    not null,
  position       integer not null,
  name           text    not null check (length(name) between 3 and 200),
  definition     text    not null default '',
  kind           text    not null check (kind in ('AUTOMATIC','MANUAL')),
  counter_key    text    check (counter_key ~ '^[a-z][a-z0-9_]{1,59}$'),
  level          text    not null default 'Actividad',
  classification text    not null default 'Gestión',
  dimension      text    not null default 'Eficacia',
  method         text    not null default 'Realizadas ÷ proyectadas × 100',
  variables      text    not null default '',
  unit           text    not null,
  frequency      text    not null default 'Trimestral',
  direction      text    not null default 'ASCENDING' check (direction in ('ASCENDING','DESCENDING')),
  baseline_value numeric(14,2),
  baseline_year  integer,
  evidence       text    not null default '',
  assumptions    text    not null default '',
  responsible    text    not null default '',
  cumulative     boolean not null default true,
  remarks        text    not null default '',
  version        integer not null default 0,
  primary key (year, key),
  foreign key (year, activity) references plan_activity,
  check ((kind = 'AUTOMATIC') = (counter_key is not null)),
  check ((baseline_value is null) = (baseline_year is null))
);
comment on column plan_indicator.cumulative is 'true: the year is the sum of its quarters; false: a state, the year is its latest quarter';

create table plan_target (
  year       integer  not null,
  indicator  text     not null,
  quarter    smallint not null check (quarter between 1 and 4),
  planned    numeric(14,2) check (planned >= 0),
  updated_at timestamptz not null,
  updated_by uuid default actor_staff(),
  version    integer  not null default 1,
  primary key (year, indicator, quarter),
  foreign key (year, indicator) references plan_indicator
);
comment on column plan_target.planned is 'null: nothing planned, the percentage is N/A';

create table plan_progress (
  id         uuid primary key,
  year       integer  not null,
  indicator  text     not null,
  quarter    smallint not null check (quarter between 1 and 4),
  kind       text     not null check (kind in ('ENTRY','CORRECTION')),
  value      numeric(14,2) not null,
  evidence   text     not null check (length(evidence) between 3 and 2000),
  after_closing boolean not null,
  at         timestamptz not null,
  author     uuid default actor_staff(),
  foreign key (year, indicator) references plan_indicator,
  check (kind = 'CORRECTION' or (value >= 0 and not after_closing))
);
comment on column plan_progress.value is 'what is added; a correction may take away';
create index plan_progress_indicator on plan_progress (year, indicator, quarter);

create table plan_closing (
  year      integer  not null references plan_year,
  quarter   smallint not null check (quarter between 1 and 4),
  closed_at timestamptz not null,
  closed_by uuid default actor_staff(),
  closing_tx xid8 not null default pg_current_xact_id(),
  primary key (year, quarter)
);

create table plan_snapshot (
  year      integer  not null,
  quarter   smallint not null,
  indicator text     not null,
  activity  text     not null,
  name      text     not null,
  unit      text     not null,
  planned   numeric(14,2),
  achieved  numeric(14,2),
  achieved_year numeric(14,2),
  primary key (year, quarter, indicator),
  foreign key (year, quarter) references plan_closing
);
comment on column plan_snapshot.achieved is 'null: nothing counted it';
comment on column plan_snapshot.achieved_year is 'with the fourth quarter, where the year is not the sum of its quarters (a woman attended in two of them is one)';

-- What is closed stays as it was, also for the owner of the tables.
create function plan_never() returns trigger language plpgsql as $$
begin
  raise exception 'what a closed quarter holds does not change' using errcode = 'insufficient_privilege';
end $$;
create trigger never before update or delete or truncate on plan_closing for each statement execute function plan_never();
create trigger never before update or delete or truncate on plan_snapshot for each statement execute function plan_never();
create trigger never before update or delete or truncate on plan_progress for each statement execute function plan_never();

create function plan_only_while_closing() returns trigger language plpgsql as $$
begin
  if not exists (select from plan_closing c where c.year = new.year and c.quarter = new.quarter
                   and c.closing_tx = pg_current_xact_id()) then
    raise exception 'a snapshot is taken while its quarter closes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger only_while_closing before insert on plan_snapshot for each row execute function plan_only_while_closing();

create function plan_not_closed() returns trigger language plpgsql as $$
begin
  if exists (select from plan_closing c where c.year = new.year and c.quarter = new.quarter) then
    raise exception 'the quarter is closed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger not_closed before insert or update on plan_target for each row execute function plan_not_closed();
create trigger not_closed before insert on plan_progress for each row when (not new.after_closing) execute function plan_not_closed();

grant execute on function plan_never(), plan_only_while_closing(), plan_not_closed() to ${runtime};
grant select, insert, update on plan_year, plan_activity, plan_line, plan_indicator, plan_target to ${runtime};
grant select, insert on plan_context, plan_progress, plan_closing, plan_snapshot to ${runtime};

-- ---------------------------------------------------------------- POA 2024, word for word
insert into plan_year (year, programme, axis, objective, strategy, vision, mission, evaluator, formula, drawn_up) values (2024,
 'Empoderamiento de las mujeres y atención a las violencias por razones de género.',
 'Derechos Humanos, Inclusión e Igualdad.',
 'Elaborar, promover y ejecutar políticas públicas destinadas a asegurar la igualdad sustantiva y la no discriminación hacia las mujeres, basados en los derechos humanos, para Transversalizar la perspectiva de género e incidir en las políticas públicas que atienden la violencia contra las mujeres, fomentando el liderazgo de las mujeres en diversos sectores; políticos, sociales, económicos y culturales a fin de lograr la igualdad y la participación activa de los hombres en estos procesos.',
 'Establecer la igualdad sustantiva como un eje transversal en todas las acciones, favoreciendo el empoderamiento de las mujeres y estableciendo acciones definidas para combatir la discriminación y violencia dentro de todas las comunidades del municipio.',
 'Ser una institución, sólida y socialmente reconocida con amplia participación ciudadana, conocida por promover cambios estructurales tendientes al respeto, promoción, garantía y protección de los derechos humanos y de sólido liderazgo, en la búsqueda de la igualdad sustantiva entre mujeres y hombres.',
 'Transversalizar e institucionalizar la perspectiva de igualdad en la política municipal, observando de cerca que todos los programas, proyectos y acciones de la Administración Pública Municipal contengan ejes que abonen a la igualdad sustantiva. Al igual que implementar mecanismos que garanticen a las mujeres una vida libre de violencia y brindar atención digna, eficiente, eficaz y de calidad a mujeres y hombres del municipio, observando los principios de austeridad, transparencia, calidez, respeto a la diversidad y derechos humanos.',
 'DIRECCION DE PLANEACION Y AGENDA PARA EL DESARROLLO MUNICIPAL',
 'No. Act. Realizadas/No. Act. Proyectadas * 100',
 '2023-11-03');

insert into plan_context (year, kind, position, text)
select 2024, c.kind, c.position, c.text from (values
 ('STRENGTH', 1, 'Equipo de trabajo con experiencia en el tema y más de 8 años trabajando como parte de la dirección.'),
 ('STRENGTH', 2, 'Ambiente laboral propicio, con profesionales en el tema e integrado humanamente.'),
 ('STRENGTH', 3, 'Se trata con calidez, confidencialidad y dignidad a las personas que acuden a la Dirección de Igualdad.'),
 ('STRENGTH', 4, 'Capacidad de gestión ante otros órganos de gobierno y la sociedad.'),
 ('STRENGTH', 5, 'Personal certificado en el Estándar EC0779 y EC0539.'),
 ('STRENGTH', 6, 'Eje transversal en el Plan Municipal de Desarrollo.'),
 ('STRENGTH', 7, 'Disposición y voluntad política del presidente municipal y el Ayuntamiento para trabajar en el tema.'),
 ('WEAKNESS', 1, 'No tener capacidad jurídica para actuar.'),
 ('WEAKNESS', 2, 'Espacio de oficinas poco operativo para las funciones.'),
 ('WEAKNESS', 3, 'Poca interlocución con las demás áreas del gobierno sobre las acciones y funciones de la Dirección de Igualdad y la importancia de la colaboración recíproca.'),
 ('WEAKNESS', 4, 'Personal insuficiente en el área de psicología para atender la problemática que demanda la población.'),
 ('WEAKNESS', 5, 'Personal insuficiente en el área administrativa, para realizar actividades cotidianas.'),
 ('WEAKNESS', 6, 'Falta de sensibilidad de funcionarios públicos de primer contacto ante situaciones de violencia, discriminación, acoso y hostigamiento.'),
 ('WEAKNESS', 7, 'Seguridad pública y ciudadana rebasada ante los problemas constantes de violencia'),
 ('OPPORTUNITY', 1, 'Recursos financieros para proyectos en la federación y el estado.'),
 ('OPPORTUNITY', 2, 'Tratados Internacionales, Leyes y reglamentos en todos los niveles que son obligatorios y deben asegurar el cumplimiento de la igualdad sustantiva como parte de la política municipal'),
 ('OPPORTUNITY', 3, 'Capacitación de otras entidades para el personal de la Dirección de Igualdad.'),
 ('OPPORTUNITY', 4, 'Oferta de capacitación e interlocución con otros órganos de gobierno y sociedad para replicar con la ciudadanía sobre temas que tienen que ver con los derechos fundamentales de mujeres y hombres.'),
 ('OPPORTUNITY', 5, 'Disponibilidad para la creación de redes tendientes a trabajar por la igualdad y la inclusión en todos los ámbitos.'),
 ('THREAT', 1, 'Hábitos e ideologías de corte patriarcal hegemónico tanto de mujeres como de hombres al interior del gobierno y en la ciudadanía'),
 ('THREAT', 2, 'Apatía a participar de manera activa en la construcción de la igualdad y el respeto a los derechos humanos por parte del funcionariado y sociedad'),
 ('THREAT', 3, 'No contamos con protocolos de atención ciudadana con perspectiva de género.'),
 ('THREAT', 4, 'Falta de conocimiento de la sociedad sobre la institución, sus alcances y sus funciones.')) c (kind, position, text);

insert into plan_activity (year, key, position, printed_number, name, goal, budget, beneficiaries, beneficiaries_text, indirect_text, period_from, period_until) values
 (2024, 'PROG', 10, 'PROGRAMA', 'Empoderamiento de las mujeres y atención a las violencias por razones de género.',
  'programas y acciones específicos en favor de las mujeres y niñas a fin de avanzar en la construcción de una sociedad igualitaria, disminuyendo los índices de violencia y discriminación por razones de género, trabajando en la deconstrucción de roles y estereotipos sociales.',
  700000.00, 15000, '15,000 personas', 'toda la población', '2024-01-01', '2024-12-31'),
 (2024, 'ACT1', 20, 'ACTIVIDAD 1', 'Atención integral y especializada a mujeres víctimas de violencia.',
  'Brindar atención oportuna y canalización adecuada así como otorgar servicios de calidad y lograr la vinculación con otras áreas para darle un seguimiento.',
  30000.00, 20000, '20,000 Personas', 'toda la población', '2024-01-01', '2024-12-31'),
 (2024, 'ACT2', 30, 'ACTIVIDAD 2', 'Elaboración de Convenios con áreas gubernamentales y asociaciones civiles.',
  'lograr mejores beneficios para las mujeres y hombres con acciones que disminuyan la brecha de desigualdad.',
  5000.00, 7500, '7,500 personas', 'toda la población', '2024-01-01', '2024-12-31'),
 (2024, 'ACT3', 40, 'ACTIVIDAD 3', 'TRANSPARENCIA',
  'Tener un área que cumpla con las reglas de transparencia en tiempo y forma.',
  0.00, null, 'La población', 'toda la ciudadanía', '2024-01-01', '2024-12-31'),
 (2024, 'ACT4', 50, 'ACTIVIDAD 4', 'Talleres de Salud mental',
  'Contribuir a la demanda de la población sobre los problemas sociales relacionados con la salud mental.',
  15000.00, null, 'la población', 'toda la población', '2024-01-01', '2024-12-31'),
 (2024, 'ACT5A', 60, 'ACTIVIDAD 5', 'GASOLINA',
  'área Solvente para las actividades programadas',
  30000.00, null, 'la población', 'toda la población', '2024-01-01', '2024-12-31'),
 (2024, 'ACT5B', 70, 'ACTIVIDAD 5', 'Papelería/ Material de trabajo',
  'área Solvente para las actividades programadas',
  57000.00, null, 'la población', 'toda la población.', '2024-01-01', '2024-12-31');

insert into plan_line (year, activity, position, heading, text)
select 2024, l.activity, l.position, l.heading, l.text from (values
 ('PROG', 1, 'Juventud y Niñez por los DDHH y la Igualdad:', 'Campañas de prevención y difusión en nivel secundaria y bachillerato sobre: Salud sexual, Salud mental, Prevención de las violencias, acoso sexual y hostigamiento.'),
 ('PROG', 2, 'Juventud y Niñez por los DDHH y la Igualdad:', 'Formación de grupos, como “agentes de cambio”, para atender diferentes problemáticas en cada comunidad.'),
 ('PROG', 3, 'Juventud y Niñez por los DDHH y la Igualdad:', 'Impulsar el desarrollo de las y los jóvenes en diversos ámbitos (deportivo, cultural, social y de participación) en igualdad de condiciones.'),
 ('PROG', 4, 'Juventud y Niñez por los DDHH y la Igualdad:', 'Trabajar con NNA en temas de prevención de ASI, educación libre de roles y estereotipos de géneros; así como con cuidadores y cuidadoras en temas de crianza positiva e igualitaria.'),
 ('PROG', 5, 'Calles y espacios públicos sin acoso ni violencia:', 'Establecer puntos seguros, que sirvan de auxilio para mujeres que se encuentren vulnerables en las calles del municipio.'),
 ('PROG', 6, 'Calles y espacios públicos sin acoso ni violencia:', 'Campañas de prevención y difusión en transportes públicos, sobre violencia y acoso sexual.'),
 ('PROG', 7, 'Calles y espacios públicos sin acoso ni violencia:', 'Campañas de prevención y difusión en establecimientos públicos y recreativos sobre violencia, discriminación y acoso sexual.'),
 ('PROG', 8, 'Calles y espacios públicos sin acoso ni violencia:', 'Creación de un manual de actuación para los establecimientos públicos del municipio, ante casos de violencia y acoso.'),
 ('PROG', 9, 'Calles y espacios públicos sin acoso ni violencia:', 'Programa de iluminarias e infraestructura, para el desarrollo seguro de las mujeres en el espacio público.'),
 ('PROG', 10, 'Gobierno y Sociedad sensibilizada y capacitada en DDHH e Igualdad', 'Talleres de concientización y sensibilización con personal de primer contacto.'),
 ('PROG', 11, 'Gobierno y Sociedad sensibilizada y capacitada en DDHH e Igualdad', 'Rutas de acción homologadas dentro de la APM, en la atención de mujeres víctimas de violencia.'),
 ('PROG', 12, 'Redes y Liderazgo de Mujeres en Participación Política y Ciudadana', 'Fomentar el empoderamiento económico de las mujeres. (capacitaciones, vinculaciones, difusión de actividades productivas)'),
 ('PROG', 13, 'Redes y Liderazgo de Mujeres en Participación Política y Ciudadana', 'Módulos de información en las delegaciones sobre los servicios de atención a mujeres.'),
 ('PROG', 14, 'Redes y Liderazgo de Mujeres en Participación Política y Ciudadana', 'Talleres y capacitaciones de participación política de las mujeres.'),
 ('PROG', 15, 'Municipio por la Igualdad y contra la Violencia por razones de género.', 'Programa de talleres y capacitaciones sobre temas de igualdad de género, prevención de las violencias, Derechos Humanos de adultos mayores, Derechos Humanos de las mujeres.'),
 ('PROG', 16, 'Municipio por la Igualdad y contra la Violencia por razones de género.', 'Rutas de atención homologadas entre las dependencias del municipio en donde prevalezca el respeto por lo DDHH y la no discriminación.'),
 ('PROG', 17, 'Municipio por la Igualdad y contra la Violencia por razones de género.', 'Involucrarnos con el sector agrícola, por programas que beneficien a la población que labora para ellos.'),
 ('ACT1', 1, null, 'Crear un sistema electrónico con las áreas de primer contacto que atienden casos de violencia. Para facilitar el acceso de información de las usuarias.'),
 ('ACT1', 2, null, 'Facilitar el acceso de documentos oficiales y parte de lesiones para trámites a las usuarias en situación de vulnerabilidad.'),
 ('ACT1', 3, null, 'Elaborar convenios con otras áreas para que brinden atención de forma integral a las usuarias.'),
 ('ACT1', 4, null, 'Rutas de actuación ante casos de violencia.'),
 ('ACT2', 1, null, 'Buscar Asociaciones Civiles que puedan generar herramientas para impulsar el desarrollo integral de Mujeres y Hombres'),
 ('ACT2', 2, null, 'Trabajar en conjunto con áreas gubernamentales de nivel municipal, estatal y federal para lograr beneficios hacia la población.'),
 ('ACT2', 3, null, 'Formalizar convenios y proyectos de trabajo con las áreas involucradas.'),
 ('ACT2', 4, null, 'Fijar un calendario o cronogramas de actividades para el desarrollo de los programas.'),
 ('ACT2', 5, 'Poner en marcha los programas:', 'Convocatoria'),
 ('ACT2', 6, 'Poner en marcha los programas:', 'Difusión de los programas'),
 ('ACT2', 7, 'Poner en marcha los programas:', 'Desarrollo de los mismos'),
 ('ACT2', 8, 'Poner en marcha los programas:', 'Cierre de programas.'),
 ('ACT3', 1, null, 'Revisar la página de transparencia'),
 ('ACT3', 2, null, 'Actualizar información en la plataforma'),
 ('ACT3', 3, null, 'Dar respuesta a las solicitudes de información de la ciudadanía.'),
 ('ACT4', 1, 'Talleres de tanatología en el mes de diciembre:', 'Creencias generadoras de dependencia'),
 ('ACT4', 2, 'Talleres de tanatología en el mes de diciembre:', 'Elaboración del duelo'),
 ('ACT4', 3, 'Talleres de tanatología en el mes de diciembre:', '¿Las pérdidas son necesarias?'),
 ('ACT4', 4, 'Talleres de tanatología en el mes de diciembre:', 'Tristeza y dolor'),
 ('ACT4', 5, 'Talleres de tanatología en el mes de diciembre:', 'Proceso de duelo (negociación, ira, negociación, depresión, aceptación)'),
 ('ACT4', 6, 'Talleres de tanatología en el mes de diciembre:', 'Tiempo del duelo'),
 ('ACT4', 7, 'Talleres de tanatología en el mes de diciembre:', 'Duelo patológico'),
 ('ACT4', 8, 'Talleres de tanatología en el mes de diciembre:', 'Tipos de duelo'),
 ('ACT4', 9, 'Talleres de tanatología en el mes de diciembre:', '¿Cómo ayudar en el duelo?'),
 ('ACT5A', 1, null, 'Proveer a la dirección de combustible para traslados dentro y fuera del municipio, para el desempeño de sus actividades.'),
 ('ACT5A', 2, null, 'Actividades en delegaciones del municipio.'),
 ('ACT5A', 3, null, 'Traslados de mujeres en situaciones de violencia.'),
 ('ACT5B', 1, null, 'Proveer a la dirección de materiales de oficina necesarios para el desempeño de sus actividades'),
 ('ACT5B', 2, null, 'Papelería'),
 ('ACT5B', 3, null, 'Consumibles de impresión'),
 ('ACT5B', 4, null, 'Pintura para murales')) l (activity, position, heading, text);

-- ---------------------------------------------------------------- indicators: ours, for the source names none
insert into plan_indicator (year, activity, position, key, name, definition, kind, counter_key, variables, unit, evidence, responsible, cumulative)
select 2024, i.activity, i.position, i.key, i.name, i.definition, 'AUTOMATIC', i.key, i.variables, i.unit, 'Registro de Cauce', 'Dirección de Igualdad', i.cumulative from (values
 ('ACT1', 10, 'cases_registered', 'Casos registrados', 'Expedientes abiertos en el trimestre por todas las áreas.', 'Casos registrados; casos proyectados', 'Caso', true),
 ('ACT1', 20, 'women_attended', 'Mujeres atendidas', 'Mujeres distintas con al menos una atención en el trimestre; en el año se cuenta una vez a cada una.', 'Mujeres atendidas; mujeres proyectadas', 'Mujer', true),
 ('ACT1', 30, 'attentions_psychology', 'Atenciones de psicología', 'Sesiones de psicología a las que la usuaria asistió.', 'Atenciones realizadas; atenciones proyectadas', 'Atención', true),
 ('ACT1', 40, 'attentions_legal', 'Atenciones jurídicas', 'Asesorías jurídicas a las que la usuaria asistió.', 'Atenciones realizadas; atenciones proyectadas', 'Atención', true),
 ('ACT1', 50, 'attentions_social_work', 'Atenciones de trabajo social', 'Atenciones de trabajo social a las que la usuaria asistió.', 'Atenciones realizadas; atenciones proyectadas', 'Atención', true),
 ('ACT1', 60, 'attentions_medical', 'Atenciones médicas', 'Atenciones médicas a las que la usuaria asistió.', 'Atenciones realizadas; atenciones proyectadas', 'Atención', true),
 ('ACT1', 70, 'referrals_sent', 'Canalizaciones enviadas', 'Canalizaciones enviadas en el trimestre a áreas o instituciones.', 'Canalizaciones enviadas; canalizaciones proyectadas', 'Canalización', true),
 ('ACT1', 80, 'referrals_answered', 'Canalizaciones con contrarreferencia', 'Canalizaciones respondidas con contrarreferencia en el trimestre.', 'Canalizaciones respondidas; canalizaciones proyectadas', 'Canalización', true),
 ('ACT1', 90, 'referrals_answered_on_time', 'Canalizaciones respondidas a tiempo', 'Canalizaciones con contrarreferencia dentro de su plazo.', 'Canalizaciones respondidas a tiempo; canalizaciones proyectadas', 'Canalización', true),
 ('ACT2', 10, 'agreements_signed', 'Convenios firmados', 'Convenios firmados en el trimestre.', 'Convenios firmados; convenios proyectados', 'Convenio', true),
 ('ACT2', 20, 'agreements_in_force', 'Convenios vigentes', 'Convenios vigentes al último día del trimestre.', 'Convenios vigentes; convenios proyectados', 'Convenio', false),
 ('ACT2', 30, 'agreements_civil', 'Convenios con asociaciones civiles', 'Convenios firmados en el trimestre con asociaciones civiles.', 'Convenios firmados; convenios proyectados', 'Convenio', true))
 i (activity, position, key, name, definition, variables, unit, cumulative);

insert into plan_indicator (year, activity, position, key, name, definition, kind, variables, unit, evidence, responsible, cumulative, remarks)
select 2024, i.activity, i.position, i.key, i.name, i.definition, 'MANUAL', i.variables, i.unit, i.evidence, 'Dirección de Igualdad', i.cumulative, i.remarks from (values
 ('PROG', 10, 'component_youth', 'Actividades con juventud y niñez', 'Actividades del componente “Juventud y Niñez por los DDHH y la Igualdad”.', 'Actividades realizadas; actividades proyectadas', 'Actividad', 'Listas de asistencia, fotografías, oficios', true, ''),
 ('PROG', 20, 'component_public_spaces', 'Actividades por calles y espacios públicos seguros', 'Actividades del componente “Calles y espacios públicos sin acoso ni violencia”.', 'Actividades realizadas; actividades proyectadas', 'Actividad', 'Listas de asistencia, fotografías, oficios', true, ''),
 ('PROG', 30, 'component_awareness', 'Actividades de sensibilización y capacitación', 'Actividades del componente “Gobierno y Sociedad sensibilizada y capacitada en DDHH e Igualdad”.', 'Actividades realizadas; actividades proyectadas', 'Actividad', 'Listas de asistencia, fotografías, oficios', true, ''),
 ('PROG', 40, 'component_leadership', 'Actividades de redes y liderazgo de mujeres', 'Actividades del componente “Redes y Liderazgo de Mujeres en Participación Política y Ciudadana”.', 'Actividades realizadas; actividades proyectadas', 'Actividad', 'Listas de asistencia, fotografías, oficios', true, ''),
 ('PROG', 50, 'component_municipality', 'Actividades del municipio por la igualdad', 'Actividades del componente “Municipio por la Igualdad y contra la Violencia por razones de género”.', 'Actividades realizadas; actividades proyectadas', 'Actividad', 'Listas de asistencia, fotografías, oficios', true, ''),
 ('ACT1', 100, 'documents_delivered', 'Documentos oficiales y partes de lesiones entregados', 'Documentos que la Dirección obtuvo y entregó a las usuarias.', 'Documentos entregados; documentos proyectados', 'Documento', 'Acuses de entrega', true, ''),
 ('ACT1', 110, 'pathways_completed', 'Rutas de actuación concluidas', 'Casos en que se cumplieron todos los pasos de su ruta de actuación.', 'Rutas concluidas; rutas proyectadas', 'Ruta', 'Expedientes, por folio', true, ''),
 ('ACT1', 120, 'areas_in_use', 'Áreas de primer contacto que usan el sistema', 'Áreas de primer contacto con al menos un registro en el trimestre.', 'Áreas que lo usan; áreas proyectadas', 'Área', 'Relación de áreas', false, ''),
 ('ACT3', 10, 'information_requests_answered', 'Solicitudes de información respondidas', 'Solicitudes de la ciudadanía respondidas en el trimestre.', 'Solicitudes respondidas; solicitudes proyectadas', 'Solicitud', 'Folios de la plataforma', true, ''),
 ('ACT3', 20, 'information_requests_on_time', 'Solicitudes de información respondidas a tiempo', 'Solicitudes respondidas dentro de su plazo legal.', 'Solicitudes respondidas a tiempo; solicitudes proyectadas', 'Solicitud', 'Folios de la plataforma', true, ''),
 ('ACT3', 30, 'publications_made', 'Publicaciones de transparencia realizadas', 'Actualizaciones publicadas en la página y en la plataforma.', 'Publicaciones realizadas; publicaciones proyectadas', 'Publicación', 'Comprobantes de carga', true, ''),
 ('ACT4', 10, 'workshops_held', 'Talleres impartidos', 'Talleres de salud mental impartidos.', 'Talleres impartidos; talleres proyectados', 'Taller', 'Listas de asistencia, fotografías', true, ''),
 ('ACT4', 20, 'workshop_attendees', 'Personas asistentes a los talleres', 'Asistencias registradas en los talleres de salud mental.', 'Personas asistentes; personas proyectadas', 'Persona', 'Listas de asistencia', true, 'Anotar el desglose por sexo y grupo de edad en el medio de verificación.'),
 ('ACT5A', 10, 'transports_of_women', 'Traslados de mujeres en situación de violencia', 'Traslados realizados por la Dirección o a su solicitud.', 'Traslados realizados; traslados proyectados', 'Traslado', 'Bitácora de combustible, folios de caso', true, ''),
 ('ACT5A', 20, 'fuel_provisions', 'Dotaciones de combustible', 'Dotaciones de combustible recibidas.', 'Dotaciones recibidas; dotaciones proyectadas', 'Dotación', 'Facturas o vales', true, ''),
 ('ACT5B', 10, 'supply_provisions', 'Dotaciones de papelería y material', 'Dotaciones de papelería, consumibles y pintura recibidas.', 'Dotaciones recibidas; dotaciones proyectadas', 'Dotación', 'Facturas o vales', true, ''))
 i (activity, position, key, name, definition, variables, unit, evidence, cumulative, remarks);
