package mx.gob.jocotepec.cauce.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.staff.SystemActor;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the benchmark compares with: the same cases in the schema {@code bare}, names in clear with a trigram index, no row security, no
 * sealing, no trail; asked by plain statements. For invented people only.
 */
@Component
class BareTables {
    private static final int FEED = 5_000;
    private static final List<String> COPIED =
            List.of("area", "case_file", "attention", "referral", "agreement", "case_event");
    private static final List<String> INDEXES = List.of(
            "create unique index on bare.case_file (folio)",
            "create index on bare.case_file (opened_at desc, id desc)",
            "create index on bare.case_file (area_id, opened_at desc, id desc)",
            "create index on bare.case_file (person_id)",
            "create index on bare.attention (case_id)",
            "create index on bare.attention (starts_at, discipline) where status = 'ATTENDED'",
            "create index on bare.referral (sent_at desc, id desc)",
            "create index on bare.referral (answered_at) where answered_at is not null",
            "create index on bare.person using gin (name bare.gin_trgm_ops)",
            "alter table bare.person add primary key (id)",
            "alter table bare.case_file add primary key (id)",
            "alter table bare.area add primary key (id)");

    private final JdbcClient jdbc;
    private final SystemActor system;
    private final TransactionTemplate transaction;
    private final Sealer sealer;

    BareTables(JdbcClient jdbc, SystemActor system, TransactionTemplate transaction, Sealer sealer) {
        this.jdbc = jdbc;
        this.system = system;
        this.transaction = transaction;
        this.sealer = sealer;
    }

    /** Makes them anew, in one transaction of the owner. */
    void fill(Connection connection) throws SQLException {
        execute(connection, "drop schema if exists bare cascade");
        execute(connection, "create schema bare");
        execute(connection, "create extension if not exists pg_trgm schema bare");
        for (var table : COPIED) {
            boolean forced = !List.of("area", "agreement").contains(table);
            if (forced) execute(connection, "alter table cauce." + table + " no force row level security");
            execute(connection, "create table bare." + table + " as table cauce." + table);
            if (forced) execute(connection, "alter table cauce." + table + " force row level security");
        }
        execute(connection, "create table bare.log (at timestamptz default now(), folio text)");
        execute(connection, "create table bare.person (id uuid, curp_index bytea, name text)");
        execute(
                connection,
                "create table bare.part (owner uuid, compartment text, content text, primary key (owner, compartment))");
        var rows = new CopyRows();
        names(rows);
        var in = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy bare.person (id, name) from stdin (format binary)");
        in.writeToCopy(BulkLoad.HEADER, 0, BulkLoad.HEADER.length);
        in.writeToCopy(rows.buffer(), 0, rows.size());
        in.writeToCopy(BulkLoad.TRAILER, 0, BulkLoad.TRAILER.length);
        in.endCopy();
        for (var index : INDEXES) execute(connection, index);
    }

    private void names(CopyRows rows) {
        system.run(() -> {
            var last = new Last("0", new UUID(0, 0));
            while (true) {
                var from = last;
                var batch = java.util.Objects.requireNonNull(transaction.execute(status -> jdbc.sql(
                                "select tx, person_id, wrapped_key, sealed from identity_feed(?, ?, ?)")
                        .params(from.tx, from.id, FEED)
                        .query((row, n) -> {
                            var id = row.getObject(2, UUID.class);
                            var opened = sealer.open(
                                    new Place("person_part", id, Compartment.IDENTITY),
                                    new Sealed(row.getBytes(3), row.getBytes(4)));
                            rows.row(2).uuid(id).text(name(Answers.fromJson(opened)));
                            return new Last(row.getString(1), id);
                        })
                        .list()));
                if (batch.size() < FEED) return;
                last = batch.getLast();
            }
        });
    }

    private record Last(String tx, UUID id) {}

    private static String name(Answers identity) {
        return String.join(
                " ",
                List.of("given", "surname1", "surname2").stream()
                        .flatMap(key -> identity.known(key).stream())
                        .toList());
    }

    static int open(Connection connection, String folio) throws SQLException {
        return rows(connection, """
                select c.*, a.name, p.name from bare.case_file c join bare.area a on a.id = c.area_id
                join bare.person p on p.id = c.person_id where c.folio = ?""", folio);
    }

    /** As {@link #open}, and a line that says so, written to the disk: what reading with a trace costs at least. */
    static int openAndLog(Connection connection, String folio) throws SQLException {
        connection.setAutoCommit(false);
        int found = open(connection, folio);
        update(connection, "insert into bare.log (folio) values (?)", folio);
        connection.commit();
        connection.setAutoCommit(true);
        return found;
    }

    static int waiting(Connection connection) throws SQLException {
        return rows(connection, """
                select count(*) filter (where c.risk_level in ('EXTREME','HIGH') and not exists
                  (select from bare.attention t where t.case_id = c.id and t.status = 'ATTENDED')),
                  count(*) filter (where c.prosecutor_notified_at is null), count(*) filter (where c.risk_level = 'NONE')
                from bare.case_file c where c.status <> 'CLOSED'""");
    }

    static int newest(Connection connection) throws SQLException {
        return rows(connection, """
                select c.*, a.name, p.name from bare.case_file c join bare.area a on a.id = c.area_id
                join bare.person p on p.id = c.person_id order by c.opened_at desc, c.id desc limit 50""");
    }

    static int newest(Connection connection, UUID area) throws SQLException {
        return rows(connection, """
                select c.*, a.name, p.name from bare.case_file c join bare.area a on a.id = c.area_id
                join bare.person p on p.id = c.person_id where c.area_id = ? order by c.opened_at desc, c.id desc limit 50""", area);
    }

    static int search(Connection connection, String name) throws SQLException {
        return rows(connection, """
                select c.*, a.name, p.name from bare.person p join bare.case_file c on c.person_id = p.id join bare.area a on a.id = c.area_id
                where p.name operator(bare.%) ? order by bare.similarity(p.name, ?) desc, c.opened_at desc limit 50""", name, name);
    }

    static int register(Connection connection, UUID like) throws SQLException {
        var person = Ids.next();
        var id = Ids.next();
        var at = OffsetDateTime.now(java.time.ZoneOffset.UTC);
        connection.setAutoCommit(false);
        update(connection, "insert into bare.person (id, name) values (?, 'Prueba De Registro')", person);
        for (var part : List.of("IDENTITY", "CONTACT", "SOCIAL", "FACTS", "AGGRESSOR", "LEGAL")) {
            update(
                    connection,
                    "insert into bare.part values (?, ?, ?)",
                    id,
                    part,
                    "{\"narrative\":\"" + "x".repeat(200) + "\"}");
        }
        update(connection, """
                insert into bare.case_file (id, folio, person_id, area_id, opened_at, opened_by, status, risk_level, contact_manner, violence_types,
                  last_activity_at) values (?, ?, ?, ?, ?, ?, 'REGISTERED', 'NONE', 'IN_PERSON', '{PHYSICAL}', ?)""", id, "BARE-" + id, person, Places.POLICE, at, like, at);
        update(
                connection,
                "insert into bare.case_event (id, case_id, person_id, at, kind) values (?, ?, ?, ?, 'CASE_REGISTERED')",
                Ids.next(),
                id,
                person,
                at);
        connection.commit();
        connection.setAutoCommit(true);
        return 1;
    }

    static int counts(Connection connection, int year) throws SQLException {
        var bounds = new Object[5];
        var quarter = new Quarter(year, 1);
        for (int i = 0; i < 5; i++, quarter = quarter.next()) bounds[i] = "'" + quarter.start() + "'::timestamptz";
        var in = "array["
                + String.join(
                        ",", List.of(bounds).stream().map(Object::toString).toList()) + "]";
        return rows(connection, """
                with b as (select %1$s as bounds),
                cases as materialized (select width_bucket(opened_at, %1$s) as q, person_id, area_id from bare.case_file
                  where opened_at >= (%1$s)[1] and opened_at < (%1$s)[5]),
                attentions as materialized (select width_bucket(starts_at, %1$s) as q, person_id, discipline from bare.attention
                  where status = 'ATTENDED' and starts_at >= (%1$s)[1] and starts_at < (%1$s)[5]),
                referrals as materialized (select width_bucket(sent_at, %1$s) as sent, width_bucket(answered_at, %1$s) as answered,
                  answered_at <= answer_due_at as on_time from bare.referral
                  where (sent_at >= (%1$s)[1] and sent_at < (%1$s)[5]) or (answered_at >= (%1$s)[1] and answered_at < (%1$s)[5]))
                select 'cases', q, count(*) from cases group by q
                union all select 'areas', q, count(distinct area_id) from cases group by q
                union all select 'women', q, count(distinct person_id) from (select q, person_id from cases
                  union select q, person_id from attentions) w group by q
                union all select discipline, q, count(*) from attentions group by q, discipline
                union all select 'sent', sent, count(*) from referrals group by sent
                union all select 'answered', answered, count(*) from referrals group by answered
                union all select 'on_time', answered, count(*) from referrals where on_time group by answered""".formatted(in));
    }

    private static int rows(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            try (var rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                int n = 0;
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) rows.getObject(column);
                    n++;
                }
                return n;
            }
        }
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            statement.executeUpdate();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
