package mx.gob.jocotepec.cauce.backup;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.audit.TrailReport;
import mx.gob.jocotepec.cauce.audit.TrailVerifier;
import mx.gob.jocotepec.cauce.database.EmbeddedCluster;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.SystemActor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What came back: asked of the restored database itself, and told to its trail. No part of the running application. */
class RestoredState {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Office.ZONE);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(Office.ZONE);

    /** @param lines for the terminal */
    record Told(boolean whole, List<String> lines) {}

    private final EmbeddedCluster cluster;
    private final OwnerConnection owner;
    private final TrailVerifier verifier;
    private final AuditTrail trail;
    private final SystemActor system;
    private final TransactionTemplate transaction;

    RestoredState(
            EmbeddedCluster cluster,
            OwnerConnection owner,
            TrailVerifier verifier,
            AuditTrail trail,
            SystemActor system,
            TransactionTemplate transaction) {
        this.cluster = cluster;
        this.owner = owner;
        this.verifier = verifier;
        this.trail = trail;
        this.system = system;
        this.transaction = transaction;
    }

    /** @param begun since when the entries of the trail are the restore's own */
    Told tell(Instant made, Instant begun) throws SQLException {
        long cases = cluster.count("case_file");
        var last = lastEntry(begun);
        long again = erasedAgain(begun);
        var report = verifier.verify();
        system.run(() -> transaction.executeWithoutResult(
                status -> trail.record(TrailEvent.of("BACKUP_RESTORED").with("made=" + made + ";cases=" + cases))));
        var lines = new ArrayList<String>();
        lines.add("restored: the state of " + MINUTES.format(made) + ", " + cases + " cases, last entry of the trail "
                + (last == null ? "none" : SECONDS.format(last)) + ", " + entries(report)
                + (again == 0 ? "" : ", " + again + " erased since then and erased again"));
        report.findings().forEach(finding -> lines.add("trail: " + finding));
        return new Told(report.whole(), lines);
    }

    private static String entries(TrailReport report) {
        return report.whole() ? "trail whole" : "trail NOT whole";
    }

    private @Nullable Instant lastEntry(Instant begun) throws SQLException {
        var found = new AtomicReference<@Nullable Instant>();
        owner.run(connection -> {
            try (var query = connection.prepareStatement("select max(at) from cauce.trail_entry where at < ?")) {
                query.setObject(1, begun.atOffset(ZoneOffset.UTC));
                try (var rows = query.executeQuery()) {
                    if (rows.next()) {
                        var at = rows.getObject(1, OffsetDateTime.class);
                        found.set(at == null ? null : at.toInstant());
                    }
                }
            }
        });
        return found.get();
    }

    private long erasedAgain(Instant begun) throws SQLException {
        var found = new AtomicReference<>(0L);
        owner.run(connection -> {
            try (var query = connection.prepareStatement(
                    "select count(*) from cauce.trail_entry where action = 'CASE_ERASED_AGAIN' and at >= ?")) {
                query.setObject(1, begun.atOffset(ZoneOffset.UTC));
                try (var rows = query.executeQuery()) {
                    if (rows.next()) found.set(rows.getLong(1));
                }
            }
        });
        return found.get();
    }
}
