package mx.gob.jocotepec.cauce.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import mx.gob.jocotepec.cauce.audit.AnchorFile.Anchor;
import mx.gob.jocotepec.cauce.audit.TrailReport.Finding;
import mx.gob.jocotepec.cauce.audit.TrailReport.Kind;
import mx.gob.jocotepec.cauce.crypto.Anchors;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Whoever has the database can change every row of the trail; the verifier tells which chain and entry. */
@SpringBootTest
class TrailVerifierTests {
    private static final int CHAIN = 5;

    @Autowired
    private Anchors signer;

    @TempDir
    private Path folder;

    private static TestDatabase database;
    private AnchorFile anchors;

    @BeforeEach
    void twelveEntries() throws SQLException {
        if (database == null) database = TestDatabase.fresh("cauce_trail");
        asSuperuser(
                "delete from cauce.trail_entry",
                "update cauce.trail_head set seq = 0, hash = decode(repeat('00', 32), 'hex')");
        anchors = new AnchorFile(folder.resolve("anchors").resolve("trail.log"), signer);
        for (int i = 0; i < 12; i++) append();
    }

    @Test
    void findsAnUntouchedTrailWhole() throws Exception {
        anchor();

        var report = check();

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(12);
        assertThat(report.anchors()).isEqualTo(1);
    }

    @Test
    void staysWholeWhenEntriesFollowTheAnchor() throws Exception {
        anchor();
        append();

        assertThat(check().findings()).isEmpty();
    }

    @Test
    void namesAnAlteredEntry() throws Exception {
        anchor();
        asSuperuser("update cauce.trail_entry set detail = 'n=99' where chain = 5 and seq = 4");

        assertThat(check().findings()).containsExactly(new Finding(Kind.ALTERED, CHAIN, 4));
    }

    @Test
    void namesTheActorWhoWasReplaced() throws Exception {
        anchor();
        asSuperuser("update cauce.trail_entry set actor = gen_random_uuid() where chain = 5 and seq = 9");

        assertThat(check().findings()).containsExactly(new Finding(Kind.ALTERED, CHAIN, 9));
    }

    @Test
    void namesAMissingEntry() throws Exception {
        anchor();
        asSuperuser("delete from cauce.trail_entry where chain = 5 and seq = 7");

        assertThat(check().findings()).containsExactly(new Finding(Kind.MISSING, CHAIN, 7));
    }

    @Test
    void namesWhereTheTailWasCut() throws Exception {
        anchor();
        asSuperuser("delete from cauce.trail_entry where chain = 5 and seq > 10");

        assertThat(check().findings()).containsExactly(new Finding(Kind.CUT, CHAIN, 11));
    }

    @Test
    void seesACutTailByItsAnchorThoughTheHeadWasSetBack() throws Exception {
        anchor();
        asSuperuser(
                "delete from cauce.trail_entry where chain = 5 and seq > 10",
                "update cauce.trail_head h set seq = 10, hash = (select hash from cauce.trail_entry e where e.chain = 5"
                        + " and e.seq = 10) where h.chain = 5");

        assertThat(check().findings()).containsExactly(new Finding(Kind.CUT, CHAIN, 11));
    }

    @Test
    void seesAChainThatWasRewrittenAsAWhole() throws Exception {
        anchor();
        asSuperuser("""
                do $$
                declare e cauce.trail_entry; last bytea := decode(repeat('00', 32), 'hex');
                begin
                  update cauce.trail_entry set detail = 'n=other' where chain = 5 and seq = 3;
                  for e in select * from cauce.trail_entry where chain = 5 order by seq loop
                    last := sha256(last || convert_to(cauce.trail_text(e), 'UTF8'));
                    update cauce.trail_entry set hash = last where chain = e.chain and seq = e.seq;
                  end loop;
                  update cauce.trail_head set hash = last where chain = 5;
                end $$""");

        assertThat(check().findings()).containsExactly(new Finding(Kind.NOT_AS_ANCHORED, CHAIN, 12));
    }

    @Test
    void seesThatAllEntriesOfAChainAreGone() throws Exception {
        anchor();
        asSuperuser(
                "delete from cauce.trail_entry",
                "update cauce.trail_head set seq = 0, hash = decode(repeat('00', 32), 'hex')");

        assertThat(check().findings()).containsExactly(new Finding(Kind.CUT, CHAIN, 1));
    }

    @Test
    void seesAnAnchorThatIsNotOurs() throws Exception {
        anchor();
        var file = folder.resolve("anchors").resolve("trail.log");
        Files.writeString(file, Files.readString(file).replace(" 12 ", " 11 "));

        assertThat(check().findings()).contains(new Finding(Kind.ANCHOR_FORGED, -1, 1));
    }

    @Test
    void seesThatTheAnchorsAreGone() throws Exception {
        assertThat(check().findings()).containsExactly(new Finding(Kind.ANCHORS_GONE, -1, 0));
    }

    @Test
    void seesAMiddleLineOfTheAnchorsTakenOut() throws Exception {
        for (int i = 0; i < 3; i++) anchor();
        var lines = new ArrayList<>(Files.readAllLines(file()));
        lines.remove(1);
        Files.write(file(), lines);

        assertThat(check().findings()).containsExactly(new Finding(Kind.ANCHOR_REMOVED, -1, 2));
    }

    @Test
    void seesTheFirstLineOfTheAnchorsTakenOut() throws Exception {
        for (int i = 0; i < 3; i++) anchor();
        Files.write(file(), Files.readAllLines(file()).subList(1, 3));

        assertThat(check().findings()).containsExactly(new Finding(Kind.ANCHOR_REMOVED, -1, 1));
    }

    @Test
    void verifiesLinesOfTheFirstVersionAndSeesOneOfThemTakenOut() throws Exception {
        var old = "2026-11-22T17:00:00Z 5 12 " + head();
        var older = "2026-11-21T17:00:00Z 0 0 " + "0".repeat(64);
        Files.createDirectories(file().getParent());
        Files.write(file(), List.of(unlinked(older), unlinked(old)));
        anchor();
        anchor();

        assertThat(check().findings()).isEmpty();
        assertThat(check().anchors()).isEqualTo(1);

        var lines = new ArrayList<>(Files.readAllLines(file()));
        lines.removeFirst();
        Files.write(file(), lines);

        assertThat(check().findings()).containsExactly(new Finding(Kind.ANCHOR_REMOVED, -1, 2));
    }

    @Test
    void refusesALineWithoutALinkAfterLinkedOnes() throws Exception {
        anchor();
        Files.writeString(
                file(),
                unlinked("2026-11-22T19:00:00Z 5 12 " + head()) + "\n",
                java.nio.file.StandardOpenOption.APPEND);

        assertThat(check().findings()).containsExactly(new Finding(Kind.ANCHOR_FORGED, -1, 2));
    }

    @Test
    void goesOnAfterALineThatAStopCutOff() throws Exception {
        anchor();
        Files.writeString(file(), "2026-11-22T18:10", java.nio.file.StandardOpenOption.APPEND);
        anchor();
        anchor();

        assertThat(check().findings()).containsExactly(new Finding(Kind.ANCHOR_FORGED, -1, 2));
    }

    private Path file() {
        return folder.resolve("anchors").resolve("trail.log");
    }

    private String unlinked(String body) {
        return body + " " + signer.sign("trail " + body);
    }

    private String head() throws SQLException {
        try (var owner = database.asOwner();
                var query = owner.createStatement();
                var row = query.executeQuery("select encode(hash, 'hex') from cauce.trail_head where chain = 5")) {
            row.next();
            return row.getString(1);
        }
    }

    private TrailReport check() throws SQLException, IOException {
        try (var owner = database.asOwner()) {
            owner.setAutoCommit(false);
            return new ChainCheck(anchors).run(owner);
        }
    }

    private void anchor() throws SQLException, IOException {
        List<Anchor> heads = new ArrayList<>();
        try (var owner = database.asOwner();
                var query = owner.createStatement();
                var row = query.executeQuery("select chain, seq, hash from cauce.trail_head where seq > 0")) {
            while (row.next()) {
                heads.add(new Anchor(
                        0, row.getInt(1), row.getLong(2), HexFormat.of().formatHex(row.getBytes(3))));
            }
        }
        anchors.append(Instant.parse("2026-11-22T18:00:00Z"), heads);
    }

    /** In one chain, with a context signed by a key of the test. */
    private void append() throws SQLException {
        try (var superuser = database.asSuperuser()) {
            superuser.setAutoCommit(false);
            try (var work = superuser.createStatement()) {
                work.execute("set local search_path = cauce, public");
                work.execute("insert into cauce.context_key values (1, decode(repeat('36', 64), 'hex'),"
                        + " decode(repeat('5c', 64), 'hex')) on conflict do nothing");
                work.execute("""
                        select set_config('cauce.context', body || '|' || encode(sha256(decode(repeat('5c', 64), 'hex')
                          || sha256(decode(repeat('36', 64), 'hex') || convert_to(body, 'UTF8'))), 'hex'), true)
                        from (select 'SYSTEM||||' || pg_backend_pid() || '|'
                          || (extract(epoch from now())::bigint + 600) as body) as made""");
                work.execute("select set_config('cauce.trail_chain', '5', true)");
                work.execute("select cauce.trail_append('TEST_DONE', 'DONE', null, null, null, null, 'n=1')");
            }
            superuser.commit();
        }
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection superuser = database.asSuperuser();
                var work = superuser.createStatement()) {
            for (var statement : statements) work.execute(statement);
        }
    }
}
