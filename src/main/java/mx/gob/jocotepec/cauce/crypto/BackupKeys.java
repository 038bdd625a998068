package mx.gob.jocotepec.cauce.crypto;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * What somebody brings to an empty host to open a backup: enough shares, or the key ring with its passphrase. Afterwards the ring lies
 * below the data folder.
 */
public final class BackupKeys {
    /** A backup that was opened: when it was made, and what it holds. */
    public record Opened(Instant made, InputStream content) {}

    private final byte @Nullable [] recoveryKey;
    private final @Nullable KeyRing ring;
    private final String passphrase;
    private final boolean keptBesideTheData;

    private BackupKeys(
            byte @Nullable [] recoveryKey, @Nullable KeyRing ring, String passphrase, boolean keptBesideTheData) {
        this.recoveryKey = recoveryKey;
        this.ring = ring;
        this.passphrase = passphrase;
        this.keptBesideTheData = keptBesideTheData;
    }

    /**
     * Asks for the shares that are missing among the files, and for a new passphrase where none is set.
     *
     * @throws SettingProblem with a line for the operator
     */
    public static BackupKeys ofShares(Environment environment, @Nullable String set, List<String> files)
            throws IOException {
        var asking = new Asking("restore", environment);
        try {
            var key = RecoveryShare.combine(asking.shares(files));
            var passphrase = set == null || asking.passphraseIsGiven() ? asking.newPassphrase() : set;
            return new BackupKeys(key, null, passphrase, false);
        } catch (IllegalArgumentException e) {
            throw new SettingProblem("restore: " + e.getMessage() + ".", e);
        }
    }

    /**
     * @param file the key ring; without a passphrase that is {@code set} the one kept beside its data is taken
     * @throws SettingProblem with a line for the operator
     */
    public static BackupKeys ofRing(Path file, @Nullable String set) {
        var folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || folder.getParent() == null || !file.endsWith(Path.of("keys", "ring"))) {
            throw new SettingProblem("restore: --ring must be the file keys/ring of the data folder it was kept in.");
        }
        var ring = new RingFile(folder.getParent());
        if (!ring.exists()) throw new SettingProblem("restore: there is no key ring " + file + ".");
        try {
            boolean kept = set == null && Files.exists(ring.keptPassphrase());
            var passphrase = kept ? Files.readString(ring.keptPassphrase()).strip() : set;
            if (passphrase == null) {
                throw new SettingProblem(
                        "restore: CAUCE_KEY_PASSPHRASE or CAUCE_KEY_FILE is missing: it opens the key ring.");
            }
            return new BackupKeys(null, ring.read(passphrase), passphrase, kept);
        } catch (IOException e) {
            throw new SettingProblem("restore: the key ring " + file + " cannot be read.", e);
        }
    }

    /**
     * @return what was sealed; reading it fails where the file was altered or cut off, a cut only at the very end
     * @throws SettingProblem when these keys do not open it
     */
    public Opened open(InputStream file) throws IOException {
        var in = new BufferedInputStream(file);
        var head = BackupHead.read(in);
        try {
            var key = ring == null ? head.keyForShares(recoveryKey()) : head.keyForRing(ring);
            return new Opened(head.made(), SealedStream.open(key, head.lines(), in));
        } catch (GeneralSecurityException e) {
            throw new SettingProblem(
                    ring == null
                            ? "restore: these shares do not open this backup; it needs those of its own time."
                            : "restore: this key ring does not open this backup; the shares do.",
                    e);
        }
    }

    /**
     * Puts the ring below the folder: the one that was brought, or the one in the backup that the shares open.
     *
     * @param escrowCopy as it lay in the backup
     * @return the passphrase it now opens with
     */
    public String settle(Path data, byte[] escrowCopy) throws IOException {
        try {
            var settled =
                    ring != null ? ring : Escrow.open(new String(escrowCopy, StandardCharsets.UTF_8), recoveryKey());
            var file = new RingFile(data);
            file.write(settled, passphrase);
            if (keptBesideTheData) RingFile.writePrivately(file.keptPassphrase(), passphrase);
            return passphrase;
        } catch (GeneralSecurityException e) {
            throw new SettingProblem("restore: the shares do not open the key ring in the backup.", e);
        }
    }

    private byte[] recoveryKey() {
        return java.util.Objects.requireNonNull(recoveryKey);
    }

    @Override
    public String toString() {
        return "BackupKeys";
    }
}
