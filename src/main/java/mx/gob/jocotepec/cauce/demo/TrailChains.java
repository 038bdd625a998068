package mx.gob.jocotepec.cauce.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives entries their place in the chains of the trail, in the order of their times, and computes the hashes as V002's
 * {@code trail_append} would. What is told ahead of time waits until no earlier entry can come.
 */
final class TrailChains {
    private static final int CHAINS = 64;

    private final long[] seq = new long[CHAINS];
    private final byte[][] hash = new byte[CHAINS][];
    private final PriorityQueue<Told> waiting = new PriorityQueue<>();
    private final MessageDigest sha256;
    private long entries;

    /** Holds the heads of all chains until the transaction ends. */
    TrailChains(Connection connection) throws SQLException {
        try (var locks = connection.createStatement()) {
            // as trail_append takes a chain; a row lock alone would let it write beside us
            locks.execute("select pg_advisory_xact_lock(7341, g) from generate_series(0, " + (CHAINS - 1) + ") g");
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select chain, seq, hash from cauce.trail_head order by chain for update")) {
            while (rows.next()) {
                seq[rows.getInt(1)] = rows.getLong(2);
                hash[rows.getInt(1)] = rows.getBytes(3);
            }
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the batch's entries and writes the rows of all that are now in order. */
    void add(CaseBatch batch) {
        waiting.addAll(batch.told);
        writeUntil(batch.last, batch.rows(Target.TRAIL_ENTRY));
    }

    /** Writes the rest. */
    void finish(CopyRows rows) {
        writeUntil(Instant.MAX, rows);
    }

    void store(Connection connection) throws SQLException {
        try (var update =
                connection.prepareStatement("update cauce.trail_head set seq = ?, hash = ? where chain = ?")) {
            for (int chain = 0; chain < CHAINS; chain++) {
                update.setLong(1, seq[chain]);
                update.setBytes(2, hash[chain]);
                update.setInt(3, chain);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    long entries() {
        return entries;
    }

    private void writeUntil(Instant limit, CopyRows rows) {
        for (var told = waiting.peek(); told != null && !told.at().isAfter(limit); told = waiting.peek()) {
            waiting.remove();
            write(told, rows);
        }
    }

    private void write(Told told, CopyRows rows) {
        int chain = (int) (entries++ % CHAINS);
        long place = ++seq[chain];
        var text = String.join(
                "\u001f",
                Integer.toString(chain),
                Long.toString(place),
                Long.toString(CopyRows.micros(told.at())),
                "STAFF",
                told.by().id().toString(),
                told.by().area().toString(),
                told.action(),
                "DONE",
                told.subjectKind() == null ? "" : told.subjectKind(),
                text(told.subject()),
                told.caseId().toString(),
                told.person().toString(),
                told.detail());
        sha256.update(hash[chain]);
        hash[chain] = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        rows.row(Target.TRAIL_ENTRY.width())
                .small(chain)
                .big(place)
                .at(told.at())
                .text("STAFF")
                .uuid(told.by().id())
                .uuid(told.by().area())
                .text(told.action())
                .text("DONE")
                .text(told.subjectKind())
                .uuid(told.subject())
                .uuid(told.caseId())
                .uuid(told.person())
                .text(told.detail())
                .bytes(hash[chain]);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
