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
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.KeysCommand;
import mx.gob.jocotepec.cauce.crypto.PersonalBox;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.RingScene;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host burnt down, and with it ring and passphrase. What is left: a backup of the database, the escrow file, paper. */
class Threat14KeyLostTests {
    private static final String NEW = "la nueva frase del ayuntamiento";

    @TempDir
    private Path folder;

    private final Map<String, String> before = new HashMap<>();
    private final Map<Place, String> canaries = new HashMap<>();
    private TestDatabase database;
    private RingScene lost;
    private Path host;

    @BeforeEach
    void anInstallationWithSharesOnPaper() throws Exception {
        database = TestDatabase.fresh("cauce_lost");
        lost = new RingScene(folder.resolve("lost"), "la frase que nadie recuerda");
        sql("insert into cauce.installation (id, ring_id) values (1, '" + lost.make() + "')");
        for (int i = 0; i < 8; i++) {
            var person = Ids.next();
            sql("insert into cauce.person (id, created_at) values ('" + person + "', now())");
            put(new Place("person_part", person, Compartment.IDENTITY), "canario-" + i);
        }
        database.settings().forEach((name, value) -> set(name, String.valueOf(value)));
        set("CAUCE_DATA", lost.data().toString());
        set("CAUCE_KEY_PASSPHRASE", lost.passphrase());
        assertThat(keys("escrow", "--shares", "5", "--needed", "3", "--to", paper().toString()))
                .isZero();

        host = folder.resolve("empty-host");
        Files.createDirectories(host.resolve("keys"));
        Files.copy(lost.data().resolve("keys/escrow"), host.resolve("keys/escrow"));
        set("CAUCE_DATA", host.toString());
        System.clearProperty("CAUCE_KEY_PASSPHRASE");
        set("CAUCE_KEY_PASSPHRASE_NEW", NEW);
    }

    @AfterEach
    void putBack() {
        before.forEach((name, value) -> {
            if (value == null) System.clearProperty(name);
            else System.setProperty(name, value);
        });
    }

    @Test
    void threeSharesBringEverythingBackOnAnEmptyHost() throws Exception {
        assertThat(keys("recover", share(1), share(3), share(5))).isZero();

        assertThat(opened(new RingScene(host, NEW))).isEqualTo(canaries);
        assertThat(new RingScene(host, NEW).entries()).isEqualTo(lost.entries());
    }

    @Test
    void sharesCanBeTypedAndAMistakeIsAskedAgain() throws Exception {
        var typed = "0000-0000\n" + signs(2) + "\n"
                + signs(4).toLowerCase(java.util.Locale.ROOT).replace('-', ' ') + "\n" + signs(5) + "\n";

        assertThat(typing(typed, "recover")).isZero();

        assertThat(opened(new RingScene(host, NEW))).isEqualTo(canaries);
    }

    @Test
    void twoSharesBringNothingBack() throws Exception {
        assertThat(typing("", "recover", share(1), share(2))).isEqualTo(1);
        assertThat(typing(signs(1) + "\n", "recover", share(1), share(2))).isEqualTo(1);

        assertThat(host.resolve("keys/ring")).doesNotExist();
    }

    @Test
    void whatIsOnTheServerDoesNotOpenTheEscrowFile() throws Exception {
        var escrow = Files.readString(host.resolve("keys/escrow"));

        assertThat(escrow)
                .doesNotContain("canario")
                .doesNotContain(lost.entries().get("mac-context"));
        for (var key : List.of("seal-IDENTITY", "mac-blind-CURP")) {
            assertThat(escrow).doesNotContain(lost.entries().get(key));
        }
    }

    @Test
    void theEscrowFileFollowsARotationWithoutTheShares() throws Exception {
        set("CAUCE_DATA", lost.data().toString());
        set("CAUCE_KEY_PASSPHRASE", lost.passphrase());
        System.clearProperty("CAUCE_KEY_PASSPHRASE_NEW");
        assertThat(keys("rotate")).isZero();
        Files.copy(
                lost.data().resolve("keys/escrow"),
                host.resolve("keys/escrow"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        set("CAUCE_DATA", host.toString());
        System.clearProperty("CAUCE_KEY_PASSPHRASE");
        set("CAUCE_KEY_PASSPHRASE_NEW", NEW);

        assertThat(keys("recover", share(2), share(3), share(4))).isZero();

        assertThat(opened(new RingScene(host, NEW))).isEqualTo(canaries);
    }

    @Test
    void newSharesReplaceTheOldOnesOnlyWhenAskedTo() throws Exception {
        set("CAUCE_DATA", lost.data().toString());
        set("CAUCE_KEY_PASSPHRASE", lost.passphrase());
        assertThat(keys("escrow", "--to", folder.resolve("again").toString())).isEqualTo(1);
        assertThat(keys("escrow", "--replace", "--to", folder.resolve("again").toString()))
                .isZero();
        Files.copy(
                lost.data().resolve("keys/escrow"),
                host.resolve("keys/escrow"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        set("CAUCE_DATA", host.toString());
        System.clearProperty("CAUCE_KEY_PASSPHRASE");

        assertThat(keys("recover", share(1), share(2), share(3))).isEqualTo(1);
        assertThat(host.resolve("keys/ring")).doesNotExist();
    }

    @Test
    void sharesMakeANewRecoveryKeyForSomebodyWhoLostPasswordAndPaper() throws Exception {
        set("CAUCE_DATA", lost.data().toString());
        set("CAUCE_KEY_PASSPHRASE", lost.passphrase());
        set("cauce.personal-keys.memory", "256");
        var box = lost.box();
        var pair = box.fresh();
        var staff = Ids.next();
        var key = Ids.next();
        sql(
                "insert into cauce.staff_account (id, username, display_name, area_id, roles, created_at) values ('"
                        + staff
                        + "', 'psicologa', 'Persona', (select id from cauce.area where key = 'psicologia'), array['PSYCHOLOGY'], now())");
        sql("insert into cauce.personal_key (id, staff_id, public_key, mac, made_at) values ('" + key + "', '" + staff
                + "', " + hex(pair.publicKey()) + ", " + hex(box.mac(key, staff, pair.publicKey())) + ", now())");
        sql("insert into cauce.personal_key_lock (key_id, staff_id, kind, salt, content, escrow, made_at) values ('"
                + key + "', '"
                + staff + "', 'ESCROW', '', " + hex(box.forEscrow(key, pair.privateKey())) + ", '"
                + box.escrow().orElseThrow()
                + "', now())");
        assertThat(typing("", "recover", "--person", "psicologa", share(1), share(2)))
                .isEqualTo(1);

        var out = new ByteArrayOutputStream();
        var stdout = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(keys("recover", "--person", "psicologa", share(5), share(1), share(2)))
                    .isZero();
        } finally {
            System.setOut(stdout);
        }

        var printed = out.toString(StandardCharsets.UTF_8)
                .strip()
                .lines()
                .toList()
                .getLast()
                .strip();
        try (var connection = database.asSuperuser();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select salt, content from cauce.personal_key_lock where kind = 'RECOVERY' and key_id = '"
                                        + key + "'")) {
            assertThat(rows.next()).isTrue();
            var lock = new PersonalBox.Lock(rows.getBytes(1), rows.getBytes(2));
            assertThat(box.open(key, lock, box.recoverySecret(printed).orElseThrow()))
                    .contains(pair.privateKey());
        }
    }

    private static String hex(byte[] bytes) {
        return "decode('" + java.util.HexFormat.of().formatHex(bytes) + "', 'hex')";
    }

    @Test
    void aKeptPassphraseGivesWayToOneFromOutside() throws Exception {
        var kept = new RingScene(folder.resolve("kept"), "vivía junto a los datos");
        sql("update cauce.installation set ring_id = '" + kept.make() + "'");
        Files.createDirectories(kept.data().resolve("secrets"));
        Files.writeString(kept.data().resolve("secrets/key-passphrase"), kept.passphrase());
        set("CAUCE_DATA", kept.data().toString());

        assertThat(keys("rotate", "--only-passphrase")).isZero();

        assertThat(kept.data().resolve("secrets/key-passphrase")).doesNotExist();
        assertThatThrownBy(kept::entries).isInstanceOf(SettingProblem.class);
        assertThat(new RingScene(kept.data(), NEW).entries()).isNotEmpty();
    }

    @Test
    void statusSaysWhatIsThereAndPrintsNoKey() throws Exception {
        set("CAUCE_DATA", lost.data().toString());
        set("CAUCE_KEY_PASSPHRASE", lost.passphrase());
        var out = new ByteArrayOutputStream();
        var stdout = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(keys("status")).isZero();
        } finally {
            System.setOut(stdout);
        }

        var said = out.toString(StandardCharsets.UTF_8);
        assertThat(said)
                .contains("passphrase  CAUCE_KEY_PASSPHRASE", "escrow      3 of 5 shares", "none under way")
                .containsPattern("IDENTITY +\\d+ +\\d{4}-\\d\\d-\\d\\d +primary +0")
                .doesNotContain(lost.passphrase());
        lost.entries().forEach((name, value) -> {
            if (name.startsWith("mac-")) assertThat(said).doesNotContain(value);
        });
    }

    private static int keys(String... words) {
        var all = new java.util.ArrayList<>(List.of(KeysCommand.ARGUMENT));
        all.addAll(List.of(words));
        return KeysCommand.run(all.toArray(String[]::new));
    }

    private static int typing(String typed, String... words) {
        var stdin = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return keys(words);
        } finally {
            System.setIn(stdin);
        }
    }

    private Path paper() {
        return folder.resolve("paper");
    }

    private String share(int number) {
        return paper().resolve("parte-" + number + "-de-5.html").toString();
    }

    private String signs(int number) throws IOException {
        var cells =
                java.util.regex.Pattern.compile("<td>(\\w+)</td>").matcher(Files.readString(Path.of(share(number))));
        return cells.results().map(cell -> cell.group(1)).collect(java.util.stream.Collectors.joining("-"));
    }

    private void set(String name, String value) {
        if (!before.containsKey(name)) before.put(name, System.getProperty(name));
        System.setProperty(name, value);
    }

    private void put(Place place, String text) throws SQLException {
        var sealed = lost.seal(place, text);
        canaries.put(place, text);
        try (var connection = database.asSuperuser();
                var insert = connection.prepareStatement(
                        "insert into cauce.person_part (person_id, compartment, wrapped_key, sealed, updated_at) values (?, ?, ?, ?, now())")) {
            insert.setObject(1, place.row());
            insert.setString(2, place.compartment().name());
            insert.setBytes(3, sealed.wrappedKey());
            insert.setBytes(4, sealed.ciphertext());
            insert.executeUpdate();
        }
    }

    private Map<Place, String> opened(RingScene with) throws SQLException {
        var found = new HashMap<Place, String>();
        try (var connection = database.asSuperuser();
                var rows = connection
                        .createStatement()
                        .executeQuery("select person_id, wrapped_key, sealed from cauce.person_part")) {
            while (rows.next()) {
                var place = new Place("person_part", rows.getObject(1, UUID.class), Compartment.IDENTITY);
                found.put(place, with.open(place, new Sealed(rows.getBytes(2), rows.getBytes(3))));
            }
        }
        return found;
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.asSuperuser()) {
            connection.createStatement().execute(statement);
        }
    }
}
