package mx.gob.jocotepec.cauce.crypto;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Service;

/** Keyed hashes that find equal values without storing them. A key for each column, so that columns cannot be compared. */
@Service
public class BlindIndex {
    /** The columns that have one. */
    public enum Column {
        CURP,
        PHONE,
        SIGN_IN
    }

    private final KeyRing ring;

    BlindIndex(KeyRing ring) {
        this.ring = ring;
    }

    /** @return 32 bytes */
    public byte[] of(Column column, String normalized) {
        return ring.mac("blind-" + column, normalized.getBytes(StandardCharsets.UTF_8));
    }
}
