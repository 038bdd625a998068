package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SettingProblem;

/** What an operator does with the key ring while the application is stopped (docs/decisions/014). */
class KeyKeeper {
    static final int BATCH = 2_000;

    private final RingFile file;
    private final Clock clock;

    KeyKeeper(RingFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The ring of this database, opened. @throws SettingProblem when it is missing, closed or another one's */
    KeyRing open(OwnerConnection owner, String passphrase) throws SQLException {
        if (!file.exists()) throw new SettingProblem("CAUCE_DATA: there is no key ring " + file.path() + ".");
        var ring = file.read(passphrase);
        owner.run(connection -> {
            if (!ring.id().equals(KeyRingFile.knownRing(connection))) {
                throw new SettingProblem("CAUCE_DATA: the key ring " + file.path()
                        + " belongs to another installation than this database.");
            }
        });
        return ring;
    }

    /** The running application would go on with the keys it has. @throws SettingProblem when one is connected */
    void refuseBesideAnApplication(OwnerConnection owner, String runtimeUser) throws SQLException {
        owner.run(connection -> {
            try (var query = connection.prepareStatement(
                    "select exists (select from pg_stat_activity where datname = current_database() and usename = ?)")) {
                query.setString(1, runtimeUser);
                try (var rows = query.executeQuery()) {
                    if (rows.next() && rows.getBoolean(1)) {
                        throw new SettingProblem("Cauce is running on this database: stop it first, on every machine.");
                    }
                }
            }
        });
    }

    /**
     * Fresh keys for everything, or the end of a rotation that was broken off. Each step leaves a ring on disk that opens all that lies in
     * the database.
     */
    KeyRing rotate(OwnerConnection owner, KeyRing ring, String passphrase, int batch, KeyRotation.Progress progress)
            throws SQLException, IOException, GeneralSecurityException {
        boolean unfinished = ring.rotating().isPresent()
                || new KeyRotation(owner, ring, batch)
                        .behind().values().stream().anyMatch(rows -> rows > 0);
        var current = unfinished ? ring : ring.rotated(clock.instant());
        if (!unfinished) file.write(current, passphrase);
        long moved = new KeyRotation(owner, current, batch).run(progress);
        var settled = current.settled();
        file.write(settled, passphrase);
        KeyTrail.tell(owner, settled, "KEYS_ROTATED", "values=" + moved);
        return settled;
    }

    /** The same ring under another passphrase. One kept beside the data is removed afterwards. */
    void passphrase(OwnerConnection owner, KeyRing ring, String next)
            throws SQLException, IOException, GeneralSecurityException {
        file.write(ring, next);
        Files.deleteIfExists(file.keptPassphrase());
        KeyTrail.tell(owner, ring, "KEY_PASSPHRASE_CHANGED", "");
    }

    /** A new recovery key. The shares are its only trace: they were put together again and opened the copy before they are returned. */
    List<RecoveryShare> escrow(OwnerConnection owner, KeyRing ring, String passphrase, int needed, int shares)
            throws SQLException, IOException, GeneralSecurityException {
        var key = Random.randBytes(RecoveryShare.KEY_BYTES);
        var id = HexFormat.of().formatHex(Random.randBytes(4));
        var today = LocalDate.now(clock.withZone(mx.gob.jocotepec.cauce.shared.Office.ZONE));
        var escrow = new Escrow(id, Hpke.publicKey(key), needed, shares, today.toString());
        var made = RecoveryShare.split(id, key, needed, shares);
        var withEscrow = ring.with(escrow.notes());
        for (int i = 0; i + needed <= shares; i++) {
            var opened = Escrow.open(escrow.seal(withEscrow), RecoveryShare.combine(made.subList(i, i + needed)));
            if (!opened.entries().equals(withEscrow.entries()))
                throw new IllegalStateException("the shares do not open it");
        }
        Arrays.fill(key, (byte) 0);
        file.write(withEscrow, passphrase);
        KeyTrail.tell(owner, withEscrow, "KEYS_ESCROWED", "escrow=" + id + ";needed=" + needed + ";shares=" + shares);
        return made;
    }

    /** The ring out of the escrow file, under a new passphrase. A ring that lies there and does not open is put aside. */
    KeyRing recover(List<RecoveryShare> shares, String passphrase) throws IOException {
        if (!Files.exists(file.escrow())) {
            throw new SettingProblem("CAUCE_DATA: " + file.escrow() + " is missing: bring it from the backup.");
        }
        try {
            var ring = Escrow.open(Files.readString(file.escrow()), RecoveryShare.combine(shares));
            if (file.exists()) {
                Files.move(file.path(), file.path().resolveSibling("ring.before-" + clock.millis()));
            }
            file.write(ring, passphrase);
            Files.deleteIfExists(file.keptPassphrase());
            return ring;
        } catch (IllegalArgumentException e) {
            throw new SettingProblem("The key ring was not recovered: " + e.getMessage() + ".", e);
        } catch (GeneralSecurityException e) {
            throw new SettingProblem(
                    "The key ring was not recovered: these shares do not open " + file.escrow() + ".", e);
        }
    }
}
