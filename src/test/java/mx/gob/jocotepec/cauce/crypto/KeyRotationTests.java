package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are exchanged under values that stay, and a run that dies in between loses nothing. */
class KeyRotationTests {
    private static final String PASSPHRASE = "la de siempre, larga";
    private static final int VALUES = 11;

    @TempDir
    private Path data;

    private RingFile file;
    private KeyKeeper keeper;
    private KeyRing ring;
    private TestDatabase database;
    private OwnerConnection owner;
    private final Map<Place, String> canaries = new HashMap<>();

    @BeforeEach
    void sealedValuesOfTwoKinds() throws Exception {
        database = TestDatabase.fresh("cauce_rotation");
        owner = database.ownerConnection();
        file = new RingFile(data);
        keeper = new KeyKeeper(file, Clock.systemUTC());
        ring = KeyRing.fresh();
        file.write(ring, PASSPHRASE);
        sql("insert into cauce.installation (id, ring_id) values (1, '" + ring.id() + "')");
        for (int i = 0; i < VALUES; i++) {
            var person = Ids.next();
            sql("insert into cauce.person (id, created_at) values ('" + person + "', now())");
            for (var compartment : List.of(Compartment.IDENTITY, Compartment.CONTACT)) {
                put(new Place("person_part", person, compartment), "canario " + compartment + " " + i);
            }
        }
    }

    @Test
    void everythingOpensUnderTheNewKeysAndTheOldOnesAreRetired() throws Exception {
        var rotated = keeper.rotate(owner, ring, PASSPHRASE, 4, (table, done, all) -> {});

        assertThat(opened(rotated)).isEqualTo(canaries);
        assertThat(new KeyRotation(owner, rotated, 4).behind().values()).allMatch(rows -> rows == 0);
        for (var compartment : Compartment.values()) {
            var keys = rotated.keys(compartment);
            assertThat(keys.primary()).isNotEqualTo(ring.keys(compartment).primary());
            assertThat(keys.all())
                    .hasSize(2)
                    .filteredOn(CompartmentKeys.Key::enabled)
                    .hasSize(1);
        }
        assertThat(file.read(PASSPHRASE).entries()).isEqualTo(rotated.entries());
        assertThat(rotated.entries().get("mac-blind-CURP"))
                .isEqualTo(ring.entries().get("mac-blind-CURP"));
        assertThat(count("select count(*) from cauce.person_part_past")).isZero();
        assertThat(
                        count(
                                "select count(*) from cauce.trail_entry where action = 'KEYS_ROTATED' and detail = 'values=22'"))
                .isOne();
    }

    @Test
    void theOldKeysOpenNothingThatWasMoved() throws Exception {
        keeper.rotate(owner, ring, PASSPHRASE, 4, (table, done, all) -> {});

        assertThatThrownBy(() -> opened(ring)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void aRunThatDiesInTheMiddleLosesNothingAndTheNextGoesOn() throws Exception {
        assertThatThrownBy(() -> keeper.rotate(owner, ring, PASSPHRASE, 4, (table, done, all) -> {
                    if (done > 8) throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        var between = file.read(PASSPHRASE);
        assertThat(between.rotating()).isPresent();
        assertThat(opened(between)).isEqualTo(canaries);
        long left = sum(new KeyRotation(owner, between, 4).behind());
        assertThat(left).isBetween(1L, 2L * VALUES - 1);

        var moved = new ArrayList<Long>();
        var done = keeper.rotate(owner, between, PASSPHRASE, 4, (table, now, all) -> moved.add(all));

        assertThat(moved).allMatch(all -> all == left);
        assertThat(opened(done)).isEqualTo(canaries);
        assertThat(done.rotating()).isEmpty();
        assertThat(done.keys(Compartment.IDENTITY).all()).hasSize(2);
    }

    @Test
    void aRunThatDiesBeforeTheFirstValueWasMovedGoesOnToo() throws Exception {
        var started = ring.rotated(Clock.systemUTC().instant());
        file.write(started, PASSPHRASE);

        var done = keeper.rotate(owner, file.read(PASSPHRASE), PASSPHRASE, 4, (table, now, all) -> {});

        assertThat(opened(done)).isEqualTo(canaries);
        assertThat(done.keys(Compartment.FILE).all()).hasSize(2);
    }

    @Test
    void valuesOfAnOlderBackupAreTakenAlongByTheNextRotation() throws Exception {
        var backup = rows();
        var rotated = keeper.rotate(owner, ring, PASSPHRASE, 4, (table, done, all) -> {});
        for (var row : backup.entrySet()) {
            try (var connection = database.asSuperuser();
                    var update = connection.prepareStatement(
                            "update cauce.person_part set wrapped_key = ? where person_id = ? and compartment = ?")) {
                update.setBytes(1, row.getValue().wrappedKey());
                update.setObject(2, row.getKey().row());
                update.setString(3, row.getKey().compartment().name());
                update.executeUpdate();
            }
        }

        var again = keeper.rotate(owner, rotated, PASSPHRASE, 4, (table, done, all) -> {});

        assertThat(opened(again)).isEqualTo(canaries);
        assertThat(again.keys(Compartment.IDENTITY).primary())
                .isEqualTo(rotated.keys(Compartment.IDENTITY).primary());
    }

    @Test
    void aBrokenWrapStopsItAndStaysAsItIs() throws Exception {
        sql("update cauce.person_part set wrapped_key = set_byte(wrapped_key, 20, 255 - get_byte(wrapped_key, 20))"
                + " where ctid = (select max(ctid) from cauce.person_part)");

        assertThatThrownBy(() -> keeper.rotate(owner, ring, PASSPHRASE, 4, (table, done, all) -> {}))
                .isInstanceOf(SealBrokenException.class);
        assertThat(file.read(PASSPHRASE).rotating()).isPresent();
    }

    @Test
    void anotherPassphraseReplacesTheOneKeptBesideTheData() throws Exception {
        RingFile.writePrivately(file.keptPassphrase(), PASSPHRASE);

        keeper.passphrase(owner, ring, "una nueva, de fuera");

        assertThat(file.keptPassphrase()).doesNotExist();
        assertThat(file.read("una nueva, de fuera").entries()).isEqualTo(ring.entries());
        assertThatThrownBy(() -> file.read(PASSPHRASE)).isInstanceOf(SettingProblem.class);
    }

    @Test
    void itIsRefusedBesideARunningApplication() throws Exception {
        keeper.refuseBesideAnApplication(owner, "cauce_app");
        try (var application = database.asRuntime()) {
            assertThat(application.isValid(1)).isTrue();
            assertThatThrownBy(() -> keeper.refuseBesideAnApplication(owner, "cauce_app"))
                    .isInstanceOf(SettingProblem.class)
                    .hasMessageContaining("stop it first");
        }
    }

    /** A migration that adds sealed values and forgets to say where would leave them behind under a retired key. */
    @Test
    void theRotationKnowsEveryTableWithWrappedKeys() throws SQLException {
        assertThat(names("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'cauce' and data_type = 'bytea' and column_name like '%\\_key' and column_name <> 'public_key'""")).isEqualTo(names("""
                        select p.table_name || '.' || p.key_column from cauce.sealed_place p
                        where 2 = (select count(*) from information_schema.columns c where c.table_schema = 'cauce'
                          and c.table_name = p.table_name and c.column_name in (p.row_column, p.key_column))"""));
    }

    private void put(Place place, String text) throws SQLException {
        var sealed = new Sealer(ring).seal(place, text.getBytes(StandardCharsets.UTF_8));
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

    private Map<Place, Sealed> rows() throws SQLException {
        var found = new HashMap<Place, Sealed>();
        try (var connection = database.asSuperuser();
                var rows = connection
                        .createStatement()
                        .executeQuery("select person_id, compartment, wrapped_key, sealed from cauce.person_part")) {
            while (rows.next()) {
                found.put(
                        new Place("person_part", rows.getObject(1, UUID.class), Compartment.valueOf(rows.getString(2))),
                        new Sealed(rows.getBytes(3), rows.getBytes(4)));
            }
        }
        return found;
    }

    private Map<Place, String> opened(KeyRing with) throws SQLException, GeneralSecurityException {
        var sealer = new Sealer(with);
        var texts = new HashMap<Place, String>();
        rows().forEach((place, value) -> texts.put(place, sealer.openText(place, value)));
        return texts;
    }

    private static long sum(Map<Compartment, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.asSuperuser()) {
            connection.createStatement().execute(statement);
        }
    }

    private long count(String query) throws SQLException {
        try (var connection = database.asSuperuser();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private TreeSet<String> names(String query) throws SQLException {
        var names = new TreeSet<String>();
        try (var connection = database.asSuperuser();
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }
}
