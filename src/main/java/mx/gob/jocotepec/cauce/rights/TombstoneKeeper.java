package mx.gob.jocotepec.cauce.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.rights.TombstoneFile.Tombstone;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.staff.SystemActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At each start, before anybody can sign in: whatever was erased and came back with a restored database is erased again, and tombstones
 * that only one of database and file knows are told to the other. A start that cannot do it fails.
 */
@Component
class TombstoneKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TombstoneKeeper.class);

    private final TombstoneFile file;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final SystemActor system;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private boolean running;

    TombstoneKeeper(
            TombstoneFile file,
            JdbcClient jdbc,
            AuditTrail trail,
            SystemActor system,
            TransactionTemplate transaction,
            Clock clock) {
        this.file = file;
        this.jdbc = jdbc;
        this.trail = trail;
        this.system = system;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void start() {
        try {
            compare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void compare() throws IOException {
        var known = file.read();
        if (known.bad() > 0) {
            LOG.warn("anchors/tombstones.log: {} lines are not as this installation wrote them", known.bad());
        }
        int again = 0;
        for (var stone : known.tombstones()) if (eraseAgain(stone)) again++;
        if (again > 0) LOG.warn("{} erased cases had come back with the database and were erased again", again);
        var written = known.tombstones().stream().map(Tombstone::erased).collect(Collectors.toSet());
        var missing = new ArrayList<Tombstone>();
        system.run(() -> transaction.executeWithoutResult(status -> jdbc
                .sql("select case_id, person_id from tombstones()")
                .query((row, n) -> new Tombstone(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .filter(stone -> !written.contains(stone.erased()))
                .forEach(missing::add)));
        if (!missing.isEmpty()) file.append(clock.instant(), missing);
    }

    private boolean eraseAgain(Tombstone stone) {
        return system.call(() -> Boolean.TRUE.equals(transaction.execute(status -> {
            boolean erased = jdbc.sql("select erase_again(?)")
                    .param(stone.erased())
                    .query(Boolean.class)
                    .single();
            if (erased) {
                trail.record(TrailEvent.of("CASE_ERASED_AGAIN")
                        .inCase(CaseId.of(stone.erased()), PersonId.of(stone.person())));
                return true;
            }
            boolean request = jdbc.sql("select erase_request_again(?)")
                    .param(stone.erased())
                    .query(Boolean.class)
                    .single();
            if (request) trail.record(TrailEvent.of("CASE_ERASED_AGAIN").on("RIGHTS_REQUEST", stone.erased()));
            return request;
        })));
    }
}
