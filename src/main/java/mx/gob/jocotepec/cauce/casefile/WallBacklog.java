package mx.gob.jocotepec.cauce.casefile;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.SealBrokenException;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.person.SealedParts;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.SystemActor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares new and renamed accounts, by every name they had, with every aggressor on record, as the system, within seconds of their opening and once more some
 * minutes later. What is due stands in a table that the accounts fill themselves, so a stop in between loses nothing.
 */
@Component
class WallBacklog implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WallBacklog.class);
    private static final int SECONDS = 15;
    private static final int BATCH = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    record Account(UUID staff, List<String> names, byte @Nullable [] curp, OffsetDateTime since, boolean ripe) {
        @Override
        public String toString() {
            return staff.toString();
        }
    }

    private record Row(UUID caseId, UUID person, byte @Nullable [] wrappedKey, byte @Nullable [] sealed) {}

    private record Seen(UUID staff, OffsetDateTime since) {}

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final WallWatch watch;
    private final SystemActor system;
    private final TransactionTemplate transaction;
    private final Set<Seen> compared = new HashSet<>();
    private @Nullable ScheduledExecutorService timer;

    WallBacklog(JdbcClient jdbc, Sealer sealer, WallWatch watch, SystemActor system, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.watch = watch;
        this.system = system;
        this.transaction = transaction;
    }

    @Override
    public synchronized void start() {
        var own = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "wall-backlog");
            thread.setDaemon(true);
            return thread;
        });
        timer = own;
        var _ = own.scheduleWithFixedDelay(this::turn, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void turn() {
        try {
            catchUp();
        } catch (RuntimeException e) {
            LOG.warn(
                    "new accounts could not be compared with aggressors: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Looks at each account when it is new and once more when its check can be closed. */
    void catchUp() {
        system.run(() -> {
            var due = inTransaction(() -> jdbc.sql("select * from wall_checks_due()")
                    .query((row, n) -> new Account(
                            row.getObject(1, UUID.class),
                            List.of((String[]) row.getArray(2).getArray()),
                            row.getBytes(3),
                            row.getObject(4, OffsetDateTime.class),
                            row.getBoolean(5)))
                    .list());
            var accounts = due.stream()
                    .filter(account -> compared.add(seen(account)) || account.ripe)
                    .toList();
            if (accounts.isEmpty()) return;
            compare(accounts);
            accounts.stream().filter(Account::ripe).forEach(this::done);
        });
    }

    private void done(Account account) {
        inTransaction(() -> jdbc.sql("select wall_check_done(?, ?)")
                .params(account.staff, account.since)
                .query((row, n) -> "")
                .list());
        compared.remove(seen(account));
    }

    private void compare(List<Account> accounts) {
        var after = FIRST;
        while (true) {
            var from = after;
            var rows = inTransaction(() -> jdbc.sql("select * from aggressor_feed(?, ?)")
                    .params(from, BATCH)
                    .query((row, n) -> new Row(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getBytes(3),
                            row.getBytes(4)))
                    .list());
            for (var row : rows) compare(row, accounts);
            if (rows.size() < BATCH) return;
            after = rows.getLast().caseId;
        }
    }

    private void compare(Row row, List<Account> accounts) {
        if (row.wrappedKey == null || row.sealed == null) return;
        try {
            var id = CaseId.of(row.caseId);
            var aggressor = Answers.fromJson(sealer.open(
                    SealedParts.Of.CASE.place(id.value(), Compartment.AGGRESSOR),
                    new Sealed(row.wrappedKey, row.sealed)));
            var ref = new CaseRef(id, PersonId.of(row.person), "");
            watch.matches(aggressor, accounts)
                    .forEach((staff, ground) ->
                            transaction.executeWithoutResult(status -> watch.propose(ref, StaffId.of(staff), ground)));
        } catch (SealBrokenException e) {
            LOG.warn("an aggressor's record does not open; it was passed over");
        }
    }

    private static Seen seen(Account account) {
        return new Seen(account.staff, account.since);
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
