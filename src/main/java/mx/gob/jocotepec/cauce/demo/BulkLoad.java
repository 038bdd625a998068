package mx.gob.jocotepec.cauce.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Office;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes many cases in one transaction: threads invent and seal, one connection copies. All of it is there afterwards, or nothing. */
final class BulkLoad {
    static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};
    private static final int BATCH = 1_000;
    private static final int AHEAD = 4;

    private final Connection connection;
    private final CopyManager copy;
    private final Calendar calendar;
    private final Progress progress;

    BulkLoad(Connection connection, Calendar calendar) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.calendar = calendar;
        this.progress = new Progress(calendar.cases());
    }

    void run(Sealer sealer, BlindIndex blind) throws SQLException {
        var tables = new LoosenedTables(connection);
        var chains = new TrailChains(connection);
        var folios = folios();
        var rows = new CaseRows(sealer, blind, calendar, folios);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (var workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("demo-", 0).daemon().factory())) {
            var ahead = new ArrayDeque<Future<CaseBatch>>();
            int next = 0;
            while (next < calendar.cases() || !ahead.isEmpty()) {
                while (next < calendar.cases() && ahead.size() < threads + AHEAD) {
                    int from = next;
                    next = Math.min(next + BATCH, calendar.cases());
                    int to = next;
                    ahead.add(workers.submit(() -> rows.write(from, to)));
                }
                write(ahead.remove().get(), chains);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demonstration data could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demonstration data were interrupted", e);
        }
        var rest = new CopyRows();
        chains.finish(rest);
        copy(Target.TRAIL_ENTRY, rest);
        chains.store(connection);
        progress.say("indexes and checks");
        tables.restore();
        for (var target : Target.values()) execute("analyze cauce." + target.table());
        progress.done();
    }

    private void write(CaseBatch batch, TrailChains chains) throws SQLException {
        chains.add(batch);
        for (var target : Target.values()) copy(target, batch.rows(target));
        progress.add(batch.cases);
    }

    private void copy(Target target, CopyRows rows) throws SQLException {
        if (rows.rows() == 0) return;
        var in = copy.copyIn(target.copy());
        try {
            in.writeToCopy(HEADER, 0, HEADER.length);
            in.writeToCopy(rows.buffer(), 0, rows.size());
            in.writeToCopy(TRAILER, 0, TRAILER.length);
            in.endCopy();
        } finally {
            if (in.isActive()) in.cancelCopy();
        }
    }

    /** Numbers each year's cases, and lets the sequences go on after them. */
    private int[] folios() throws SQLException {
        var folios = new int[calendar.cases()];
        int year = 0;
        int last = 0;
        for (int number = 0; number < folios.length; number++) {
            int of = calendar.opened(number).atZone(Office.ZONE).getYear();
            if (of != year) {
                sequence(year, last);
                year = of;
                last = 0;
            }
            folios[number] = ++last;
        }
        sequence(year, last);
        return folios;
    }

    private void sequence(int year, int last) throws SQLException {
        if (last == 0) return;
        execute("select cauce.next_folio(" + year + ")");
        execute("select setval('cauce.folio_" + year + "', " + last + ")");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
