package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.database.OwnerConnection;

/**
 * Wraps every value key anew under the key that seals now. The values stay as they are. Works in short transactions and looks each time
 * for what is still under another key, so it goes on where a killed run stopped.
 */
class KeyRotation {
    /** After each batch, before it is committed. */
    interface Progress {
        void moved(String table, long done, long all);
    }

    private record SealedTable(String name, String key, String place, String row, String compartment, boolean column) {}

    private static final String START = "(0,0)";

    private final OwnerConnection owner;
    private final KeyRing ring;
    private final int batch;

    KeyRotation(OwnerConnection owner, KeyRing ring, int batch) {
        this.owner = owner;
        this.ring = ring;
        this.batch = batch;
    }

    /** How many values of each compartment are under a key other than the one that seals now. */
    Map<Compartment, Long> behind() throws SQLException {
        var counts = new LinkedHashMap<Compartment, Long>();
        owner.run(connection -> {
            // beside a running application it must not keep anybody waiting
            connection.createStatement().execute("set local lock_timeout = '2s'");
            for (var table : tables(connection)) {
                loosely(connection, table, false, () -> {
                    for (var compartment : compartments(table)) {
                        counts.merge(compartment, count(connection, table, compartment), Long::sum);
                    }
                });
            }
            connection.rollback(); // looked only
        });
        return counts;
    }

    /** @return how many keys were wrapped anew */
    long run(Progress progress) throws SQLException, GeneralSecurityException {
        long all = behind().values().stream().mapToLong(Long::longValue).sum();
        var done = new long[1];
        var tables = new ArrayList<SealedTable>();
        owner.run(connection -> tables.addAll(tables(connection)));
        for (var table : tables) {
            for (var compartment : compartments(table)) {
                var old = ring.keys(compartment).everything();
                var fresh = ring.wrapping(compartment);
                var after = START;
                while (true) {
                    var from = after;
                    var moved = new Batch[1];
                    owner.run(connection -> loosely(connection, table, true, () -> {
                        moved[0] = move(connection, table, compartment, from, old, fresh);
                        if (moved[0].rows > 0) progress.moved(table.name, done[0] + moved[0].rows, all);
                    }));
                    done[0] += moved[0].rows;
                    if (moved[0].rows > 0) after = moved[0].last;
                    else if (from.equals(START)) break;
                    else after = START; // once more from the beginning: nothing may be left
                }
            }
        }
        return done[0];
    }

    private record Batch(int rows, String last) {}

    /** @param after where the last batch ended: what was moved lies elsewhere, and need not be passed over again */
    private Batch move(
            Connection connection, SealedTable table, Compartment compartment, String after, Aead old, Aead fresh)
            throws SQLException {
        try (var select = connection.prepareStatement(
                        "select ctid::text, " + table.row + ", " + table.key + " from cauce." + table.name
                                + where(table) + " and ctid > '" + after + "'::tid limit " + batch);
                var update = connection.prepareStatement(
                        "update cauce." + table.name + " set " + table.key + " = ? where ctid = ?::tid")) {
            bind(select, table, compartment);
            int rows = 0;
            var last = after;
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    var place = new Place(table.place, found.getObject(2, UUID.class), compartment);
                    update.setBytes(1, again(place, found.getBytes(3), old, fresh));
                    update.setString(2, found.getString(1));
                    update.addBatch();
                    last = found.getString(1);
                    rows++;
                }
            }
            update.executeBatch();
            return new Batch(rows, last);
        }
    }

    private static byte[] again(Place place, byte[] wrapped, Aead old, Aead fresh) {
        try {
            return fresh.encrypt(old.decrypt(wrapped, place.associatedData()), place.associatedData());
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(place, e);
        }
    }

    private long count(Connection connection, SealedTable table, Compartment compartment) throws SQLException {
        try (var count = connection.prepareStatement("select count(*) from cauce." + table.name + where(table))) {
            bind(count, table, compartment);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static String where(SealedTable table) {
        // an erased key is null or empty
        return " where length(" + table.key + ") > 0 and substring(" + table.key + " from 1 for 5) <> ?"
                + (table.column ? " and " + table.compartment + " = ?" : "");
    }

    private void bind(java.sql.PreparedStatement statement, SealedTable table, Compartment compartment)
            throws SQLException {
        try {
            statement.setBytes(1, ring.keys(compartment).primaryPrefix());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        if (table.column) statement.setString(2, compartment.name());
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** The owner passes row security and triggers for this transaction: another wrap is no other version. */
    private static void loosely(Connection connection, SealedTable table, boolean writing, Work work)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            boolean forced;
            try (var rows = statement.executeQuery(
                    "select relforcerowsecurity from pg_class where oid = 'cauce." + table.name + "'::regclass")) {
                forced = rows.next() && rows.getBoolean(1);
            }
            if (forced) statement.execute("alter table cauce." + table.name + " no force row level security");
            if (writing) statement.execute("alter table cauce." + table.name + " disable trigger user");
            work.run();
            if (writing) statement.execute("alter table cauce." + table.name + " enable trigger user");
            if (forced) statement.execute("alter table cauce." + table.name + " force row level security");
        }
    }

    private static List<SealedTable> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<SealedTable>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select table_name, key_column, place, row_column, coalesce(compartment, compartment_column), compartment is null
                        from cauce.sealed_place p where exists (select from pg_attribute a where a.attrelid = to_regclass('cauce.' || p.table_name)
                          and a.attname = p.key_column and not a.attisdropped) order by 1, 2""")) {
            while (rows.next()) {
                tables.add(new SealedTable(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getBoolean(6)));
            }
        }
        return tables;
    }

    private static List<Compartment> compartments(SealedTable table) {
        return table.column ? List.of(Compartment.values()) : List.of(Compartment.valueOf(table.compartment));
    }
}
