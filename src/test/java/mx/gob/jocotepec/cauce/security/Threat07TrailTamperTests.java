package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.audit.TrailReport;
import mx.gob.jocotepec.cauce.audit.TrailReport.Finding;
import mx.gob.jocotepec.cauce.audit.TrailReport.Kind;
import mx.gob.jocotepec.cauce.audit.TrailVerifier;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody with the database and the folder removes or rewrites what the trail tells: the running application anchors it as always, a
 * superuser changes it, and the verification names the first bad entry.
 */
@SpringBootTest
@Import(Acting.class)
@DirtiesContext
class Threat07TrailTamperTests {
    private static final TestDatabase DATABASE = TestDatabase.fresh("cauce_tamper");
    private static final Path DATA = Path.of("target/test-data-tamper").toAbsolutePath();
    private static final Path ANCHORS = DATA.resolve("anchors/trail.log");

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("CAUCE_DATA", DATA::toString);
    }

    @Autowired
    AuditTrail trail;

    @Autowired
    TrailVerifier verifier;

    @Autowired
    @Qualifier("anchorKeeper")
    SmartLifecycle keeper;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    private int chain;

    /** Six entries of one transaction, which is one chain, and the anchors of a start and its day. */
    @BeforeEach
    void anAnchoredTrail() throws Exception {
        keeper.stop();
        asSuperuser(
                "delete from cauce.trail_entry",
                "update cauce.trail_head set seq = 0, hash = decode(repeat('00', 32), 'hex')");
        Files.deleteIfExists(ANCHORS);
        var clerk = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        clerk.runs(() -> transaction.executeWithoutResult(status -> {
            for (int i = 1; i <= 6; i++)
                trail.record(TrailEvent.of("TAMPER_TRIED").with("n=" + i));
        }));
        chain = number("select chain from cauce.trail_entry where action = 'TAMPER_TRIED' limit 1");
        keeper.start();
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (number("select count(*) from cauce.trail_entry where action = 'TRAIL_ANCHORED'") == 0) {
            assertThat(Instant.now()).as("the word of the day").isBefore(end);
            Thread.sleep(20);
        }
        keeper.stop();
    }

    @Test
    void anUntouchedTrailIsWhole() {
        var report = verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isGreaterThanOrEqualTo(7);
        assertThat(report.anchors()).isPositive();
    }

    @Test
    void aDeletedEntryIsNamed() throws SQLException {
        asSuperuser("delete from cauce.trail_entry where detail = 'n=3'");

        assertThat(verify().findings()).containsExactly(new Finding(Kind.MISSING, chain, 3));
    }

    @Test
    void anAlteredEntryIsNamed() throws SQLException {
        asSuperuser("update cauce.trail_entry set outcome = 'REFUSED' where detail = 'n=4'");

        assertThat(verify().findings()).containsExactly(new Finding(Kind.ALTERED, chain, 4));
    }

    @Test
    void aCutTailIsNamedThoughTheHeadWasSetBack() throws SQLException {
        asSuperuser(
                "delete from cauce.trail_entry where chain = " + chain + " and seq > 4",
                "update cauce.trail_head h set seq = 4, hash = (select hash from cauce.trail_entry e where e.chain = h.chain"
                        + " and e.seq = 4) where h.chain = " + chain);

        assertThat(verify().findings()).contains(new Finding(Kind.CUT, chain, 5));
    }

    @Test
    void anAnchorTakenOutOfTheMiddleIsNamed() throws IOException {
        var lines = lines();
        lines.remove(1);
        Files.write(ANCHORS, lines);

        assertThat(verify().findings()).contains(new Finding(Kind.ANCHOR_REMOVED, -1, 2));
    }

    @Test
    void anchorsCutAtTheirEndAreNoticed() throws IOException {
        Files.write(ANCHORS, lines().subList(0, 1));

        assertThat(verify().findings()).extracting(Finding::kind).containsExactly(Kind.ANCHORS_CUT);
    }

    @Test
    void anchorsTakenAwayAreNoticed() throws IOException {
        Files.delete(ANCHORS);

        assertThat(verify().findings()).containsExactly(new Finding(Kind.ANCHORS_GONE, -1, 0));
    }

    private TrailReport verify() {
        return acting.someone(Acting.AUDITORS, Role.AUDIT).does(verifier::verify);
    }

    private static List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(ANCHORS));
    }

    private static int number(String query) throws SQLException {
        try (var superuser = DATABASE.asSuperuser();
                var work = superuser.createStatement();
                var row = work.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (var superuser = DATABASE.asSuperuser();
                var work = superuser.createStatement()) {
            for (var statement : statements) work.execute(statement);
        }
    }
}
