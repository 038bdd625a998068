package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import mx.gob.jocotepec.cauce.backup.BackupScene;
import mx.gob.jocotepec.cauce.backup.RestoreCommand;
import mx.gob.jocotepec.cauce.casefile.CaseClosing;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.crypto.BackupKeys;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.RingScene;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.database.EmbeddedScene;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.rights.BlockedCase;
import mx.gob.jocotepec.cauce.rights.Blocks;
import mx.gob.jocotepec.cauce.rights.Erasures;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Acting.Someone;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The host is gone, ring and passphrase with it. What is left: one sealed file, and paper. */
@SpringBootTest(
        properties = {
            "CAUCE_DB_URL=",
            "CAUCE_DATA=" + Threat14BackupTests.HOUSE,
            "CAUCE_KEY_PASSPHRASE=" + Threat14BackupTests.PASSPHRASE
        })
@Import({Acting.class, BackupScene.class})
@DirtiesContext
class Threat14BackupTests {
    static final String HOUSE = "target/backed-up/house";
    static final String PASSPHRASE = "zqxpassphrase de la casa";
    private static final String NEW = "la nueva frase del ayuntamiento";
    private static final String CANARY = "zqxkanarie";
    private static final Path ALL = Path.of(HOUSE).toAbsolutePath().getParent();
    private static final Path PAPER = ALL.resolve("paper");

    @Autowired
    BackupScene backups;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseClosing closing;

    @Autowired
    Blocks blocks;

    @Autowired
    Erasures erasures;

    @Autowired
    Acting acting;

    @TempDir
    private Path folder;

    private final Map<String, String> before = new HashMap<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Path house = Path.of(HOUSE).toAbsolutePath();
    private Path host;
    private Someone officer;

    @BeforeAll
    static void anInstallationWithSharesOnPaper() throws Exception {
        EmbeddedScene.delete(ALL);
        new RingScene(Path.of(HOUSE).toAbsolutePath(), PASSPHRASE).makeWithShares(2, 3, PAPER);
    }

    @BeforeEach
    void anEmptyHost() throws IOException {
        host = ALL.resolve("host");
        EmbeddedScene.delete(host);
        Files.createDirectories(host);
        set("CAUCE_DATA", host.toString());
        set("CAUCE_KEY_PASSPHRASE_NEW", NEW);
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
    }

    @AfterEach
    void putBack() {
        before.forEach((name, value) -> {
            if (value == null) System.clearProperty(name);
            else System.setProperty(name, value);
        });
    }

    @Test
    void whatWasWrittenBeforeComesBackOnAnEmptyHostWithTheSharesOnly() throws Exception {
        for (int i = 0; i < 5; i++) written("canario-" + i);
        var before = opened(EmbeddedScene.superuserOf(house), new RingScene(house, PASSPHRASE));

        var backup = madeWhileCasesAreWritten();

        assertThat(restore(backup.toString(), share(1), share(3))).as(said()).isZero();
        assertThat(said()).contains("restored: the state of ", " cases, last entry of the trail ", ", trail whole");
        Map<Place, String> after;
        try (var server = EmbeddedScene.start(host)) {
            after = opened(server.asSuperuser(), new RingScene(host, NEW));
        }
        assertThat(after).containsAllEntriesOf(before);
        assertThat(opened(EmbeddedScene.superuserOf(house), new RingScene(house, PASSPHRASE)))
                .containsAllEntriesOf(after);
        assertThat(after.values()).filteredOn(text -> text.contains(CANARY)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(host.resolve("secrets/key-passphrase")).doesNotExist();
    }

    @Test
    void theFileTellsNothingToWhoeverStealsIt() throws Exception {
        written("robado");

        var backup = backups.make(folder);

        assertThat(backup.getFileName().toString()).matches("cauce-\\d{4}-\\d\\d-\\d\\dT\\d{4}\\.backup");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        var content = Files.readString(backup, StandardCharsets.ISO_8859_1);
        assertThat(content)
                .startsWith("cauce-backup 1\n")
                .doesNotContain(CANARY, "zqxpassphrase", "Ibarra", "PG_VERSION", "cauce_app");
        assertThat(content)
                .doesNotContain(Files.readString(house.resolve("secrets/database-superuser"))
                        .strip());
        new RingScene(house, PASSPHRASE).entries().forEach((name, value) -> {
            if (value.length() > 40 && !name.startsWith("escrow"))
                assertThat(content).doesNotContain(value);
        });
        assertThat(trail("BACKUP_MADE")).isNotZero();
    }

    /** Even inside, the ring lies for the shares only: the file alone is never enough. */
    @Test
    void neitherRingNorPassphraseIsInIt() throws Exception {
        var backup = backups.make(folder);

        try (var in = Files.newInputStream(backup)) {
            assertThat(BackupScene.names(BackupKeys.ofRing(house.resolve("keys/ring"), PASSPHRASE)
                            .open(in)
                            .content()))
                    .contains(
                            "postgres/PG_VERSION",
                            "postgres/backup_label",
                            "keys/escrow",
                            "anchors/trail.log",
                            "manifest")
                    .doesNotContain("keys/ring", "secrets/key-passphrase", "postgres/postmaster.pid");
        }
    }

    @Test
    void whoWasErasedAfterwardsDoesNotComeBackWithAnOlderBackup() throws Exception {
        var erased = written("suprimida");
        var kept = written("se-queda");
        var backup = backups.make(folder);
        erase(erased);
        set("CAUCE_KEY_PASSPHRASE", PASSPHRASE);

        assertThat(restore(
                        backup.toString(),
                        "--ring",
                        house.resolve("keys/ring").toString(),
                        "--tombstones",
                        house.resolve("anchors/tombstones.log").toString()))
                .as(said())
                .isZero();

        assertThat(said()).contains("1 erased since then and erased again", "trail whole");
        try (var server = EmbeddedScene.start(host)) {
            var after = opened(server.asSuperuser(), new RingScene(host, PASSPHRASE));
            assertThat(after).containsKey(new Place("person_part", kept.person().value(), Compartment.IDENTITY));
            assertThat(after.values()).noneMatch(text -> text.contains("suprimida"));
            assertThat(after)
                    .doesNotContainKey(new Place("person_part", erased.person().value(), Compartment.IDENTITY));
        }
    }

    @Test
    void aChangedByteAnywhereIsRefused() throws Exception {
        var whole = Files.readAllBytes(backups.make(folder));
        var keys = BackupKeys.ofRing(house.resolve("keys/ring"), PASSPHRASE);
        var head = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n', 20);
        // the version, the date, the head's last signs, the first piece, one in the middle, the last byte
        for (int at : new int[] {13, 15, head - 3, head + 1, head + 60, whole.length / 2}) {
            var changed = whole.clone();
            changed[at] ^= 1;
            refused(keys, changed, "changed at " + at);
        }
        var date = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\"made\":\"20") + 10;
        var older = whole.clone();
        older[date] = '1';
        refused(keys, older, "another date");

        whole[whole.length - 1] ^= 1;
        Files.write(folder.resolve("last-byte.backup"), whole);
        assertThat(restore(folder.resolve("last-byte.backup").toString(), share(2), share(3)))
                .isEqualTo(1);
        assertThat(said()).contains("the backup is damaged or cut off");
        assertThat(host).isEmptyDirectory();
    }

    @Test
    void aFileThatWasCutIsRefused() throws Exception {
        var whole = Files.readAllBytes(backups.make(folder));
        var keys = BackupKeys.ofRing(house.resolve("keys/ring"), PASSPHRASE);

        for (int length : new int[] {0, 9, 200, 5_000, 1 << 20, whole.length - 1}) {
            refused(keys, Arrays.copyOf(whole, length), "cut at " + length);
        }
        refused(keys, Arrays.copyOf(whole, whole.length + 1), "something behind it");
    }

    @Test
    void tooFewSharesBringNothing() throws Exception {
        var backup = backups.make(folder);

        assertThat(restore(backup.toString(), share(1))).isEqualTo(1);
        assertThat(said()).contains("too few shares");
        assertThat(restore(backup.toString(), share(1), share(1))).isEqualTo(1);

        assertThat(host).isEmptyDirectory();
    }

    @Test
    void sharesAndRingsOfSomebodyElseBringNothing() throws Exception {
        var backup = backups.make(folder);
        var other = new RingScene(folder.resolve("other"), PASSPHRASE);
        other.makeWithShares(2, 3, folder.resolve("paper"));

        assertThat(restore(
                        backup.toString(),
                        folder.resolve("paper/parte-1-de-3.html").toString(),
                        folder.resolve("paper/parte-2-de-3.html").toString()))
                .isEqualTo(1);
        set("CAUCE_KEY_PASSPHRASE", PASSPHRASE);
        assertThat(restore(
                        backup.toString(),
                        "--ring",
                        other.data().resolve("keys/ring").toString()))
                .isEqualTo(1);

        assertThat(said()).contains("these shares do not open this backup", "this key ring does not open this backup");
        assertThat(host).isEmptyDirectory();
    }

    @Test
    void nothingIsEverOverwritten() throws Exception {
        var backup = backups.make(folder);
        Files.createDirectories(host.resolve("keys"));
        Files.writeString(host.resolve("keys/ring"), "the only one");

        assertThat(restore(backup.toString(), share(1), share(2))).isEqualTo(1);

        assertThat(said()).contains("is not empty");
        assertThat(host.resolve("keys/ring")).hasContent("the only one");
        assertThat(host.resolve("postgres")).doesNotExist();
        assertThatThrownBy(() -> backups.make(backup)).isInstanceOf(SettingProblem.class);
        Files.createFile(folder.resolve("mine.backup.part"));
        assertThatThrownBy(() -> backups.make(folder.resolve("mine.backup")))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("another one is under way");
        assertThat(folder.resolve("mine.backup.part")).exists();
        assertThatThrownBy(() -> backups.make(house))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("inside the data folder");
    }

    @Test
    void onlyALaterStateOfTheTombstonesIsTaken() throws Exception {
        erase(written("antes"));
        var backup = backups.make(folder);
        Files.writeString(folder.resolve("tombstones.log"), "");

        assertThat(restore(
                        backup.toString(),
                        "--tombstones",
                        folder.resolve("tombstones.log").toString(),
                        share(1),
                        share(2)))
                .isEqualTo(1);

        assertThat(said()).contains("is not a later state");
        assertThat(host).isEmptyDirectory();
    }

    private void refused(BackupKeys keys, byte[] content, String what) throws IOException {
        var into = folder.resolve(what.replace(' ', '-'));
        Files.createDirectory(into);

        assertThatThrownBy(() -> BackupScene.unpack(keys, new ByteArrayInputStream(content), into))
                .as(what)
                .isInstanceOfAny(SettingProblem.class, BackupScene.DAMAGED);

        EmbeddedScene.delete(into);
    }

    /** Others go on registering from before the copy begins until after it ended. */
    private Path madeWhileCasesAreWritten() throws Exception {
        var stop = new AtomicBoolean();
        var begun = new CountDownLatch(3);
        try (var others = Executors.newSingleThreadExecutor()) {
            var writing = others.submit(() -> {
                int number = 0;
                while (!stop.get()) {
                    written("mientras-" + number++);
                    begun.countDown();
                }
                return number;
            });
            begun.await();
            try {
                return backups.make(folder);
            } finally {
                stop.set(true);
                assertThat(writing.get()).isGreaterThan(3);
            }
        }
    }

    private CaseRef written(String word) {
        var request = new NewCase(
                null,
                Map.of(
                        Compartment.IDENTITY,
                        new Answers(Map.of("given", CANARY + "-" + word, "surname1", "Ibarra")),
                        Compartment.FACTS,
                        new Answers(Map.of("types", "PSYCHOLOGICAL"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON");
        return ((RegisterOutcome.Registered) officer.does(() -> cases.register(request))).ref();
    }

    private void erase(CaseRef ref) {
        var director = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        var second = acting.someone(Acting.area(18), Role.TRANSPARENCY);
        acting.someone(Acting.DIRECTION, Role.DIRECTION).does(() -> closing.close(ref, "PLAN_MET", false));
        director.runs(() -> blocks.block(ref, BlockedCase.Why.CANCELLATION));
        director.runs(() -> erasures.propose(ref.id(), BlockedCase.Ground.CANCELLATION, null));
        var proposed = director.does(() -> blocks.list()).stream()
                .filter(blocked -> blocked.ref().equals(ref))
                .map(blocked -> Objects.requireNonNull(blocked.erasure()).id())
                .findFirst()
                .orElseThrow();
        assertThat(second.does(() -> erasures.confirm(proposed))).isEqualTo(Erasures.Outcome.DONE);
    }

    /** Every word about a person that still opens. */
    private static Map<Place, String> opened(Connection superuser, RingScene ring) throws SQLException {
        var found = new TreeMap<Place, String>(java.util.Comparator.comparing(Place::toString));
        try (superuser;
                var rows = superuser
                        .createStatement()
                        .executeQuery("select person_id, compartment, wrapped_key, sealed from cauce.person_part"
                                + " where length(wrapped_key) > 0")) {
            while (rows.next()) {
                var place =
                        new Place("person_part", rows.getObject(1, UUID.class), Compartment.valueOf(rows.getString(2)));
                found.put(place, ring.open(place, new Sealed(rows.getBytes(3), rows.getBytes(4))));
            }
        }
        return found;
    }

    private long trail(String action) throws Exception {
        try (var superuser = EmbeddedScene.superuserOf(house);
                var rows = superuser
                        .createStatement()
                        .executeQuery("select count(*) from cauce.trail_entry where action = '" + action + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private int restore(String... words) {
        var all = new ArrayList<>(List.of(RestoreCommand.ARGUMENT));
        all.addAll(List.of(words));
        var stdin = System.in;
        var out = System.out;
        var err = System.err;
        var told = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setIn(new ByteArrayInputStream(new byte[0]));
        System.setOut(told);
        System.setErr(told);
        try {
            return RestoreCommand.run(all.toArray(String[]::new));
        } finally {
            System.setIn(stdin);
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String share(int number) {
        return PAPER.resolve("parte-" + number + "-de-3.html").toString();
    }

    private void set(String name, String value) {
        if (!before.containsKey(name)) before.put(name, System.getProperty(name));
        System.setProperty(name, value);
    }
}
