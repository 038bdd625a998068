package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.springframework.stereotype.Component;

/** Seals backups for the holders of the shares and for this installation's key ring (docs/decisions/023). */
@Component
public class BackupSeal {
    private final KeyRing ring;
    private final RingFile file;

    BackupSeal(KeyRing ring, CauceSettings settings) {
        this.ring = ring;
        file = new RingFile(settings.data());
    }

    /**
     * Whatever is written comes out sealed under a key of its own, which is kept nowhere but in the head.
     *
     * @throws SettingProblem where there is no recovery key: a backup must not depend on ring and passphrase alone
     */
    public OutputStream seal(OutputStream out, Instant made) throws IOException {
        var escrow = Escrow.of(ring)
                .orElseThrow(
                        () -> new SettingProblem(
                                "backup: there is no recovery key yet, and without one nobody could open"
                                        + " it once ring or passphrase are lost. Stop Cauce, run ./cauce keys escrow, and start again."));
        var key = Random.randBytes(SealedStream.KEY_BYTES);
        try {
            var head = BackupHead.of(ring, escrow, made, key);
            out.write(head.lines());
            return SealedStream.seal(key, head.lines(), out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The copy of the ring that opens with the shares only. */
    public byte[] escrowCopy() throws IOException {
        return Files.readAllBytes(file.escrow());
    }
}
