package mx.gob.jocotepec.cauce.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.stereotype.Service;

/** Signs the heads of the trail, so that whoever rewrites the trail in the database cannot rewrite its anchors too. */
@Service
public class Anchors {
    private final KeyRing ring;

    Anchors(KeyRing ring) {
        this.ring = ring;
    }

    /** @return 64 hexadecimal digits */
    public String sign(String line) {
        return HexFormat.of().formatHex(ring.mac("anchor", line.getBytes(StandardCharsets.UTF_8)));
    }

    public boolean verify(String line, String signature) {
        return MessageDigest.isEqual(
                sign(line).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }
}
