package mx.gob.jocotepec.cauce.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes from the tables, for one transaction of their owner, what slows or forbids COPY: forced row security, triggers, foreign keys
 * and indexes. Others see the tables as they were until the end, and {@link #restore} puts everything back and checks it.
 */
final class LoosenedTables {
    private static final String TABLES = Arrays.stream(Target.values())
            .map(target -> "'cauce." + target.table() + "'::regclass")
            .collect(Collectors.joining(", ", "[", "]"));

    private final Connection connection;
    private final List<String> restore = new ArrayList<>();

    LoosenedTables(Connection connection) throws SQLException {
        this.connection = connection;
        var loosen = new ArrayList<String>();
        each("""
                select format('alter table %s no force row level security', oid::regclass),
                       format('alter table %s force row level security', oid::regclass)
                from pg_class where relforcerowsecurity and oid = any (array""" + TABLES + ")", loosen);
        each("""
                select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
                       format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
                from pg_trigger where not tgisinternal and tgenabled = 'O' and tgrelid = any (array""" + TABLES + ")", loosen);
        each("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and conrelid = any (array""" + TABLES + ")", loosen);
        each("""
                select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
                from pg_index where not indisunique and indrelid = any (array""" + TABLES + ")", loosen);
        run(loosen);
    }

    /** Row security comes last: while it is forced, the keys of a filled table would be checked row by row. */
    void restore() throws SQLException {
        run(restore.reversed());
    }

    private void each(String query, List<String> loosen) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                loosen.add(rows.getString(1));
                restore.add(rows.getString(2));
            }
        }
    }

    private void run(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        }
    }
}
