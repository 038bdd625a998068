package mx.gob.jocotepec.cauce.agreement;

import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;

/** Tells by content what a file is. It must begin as its type does: a file that is two things at once is neither. */
final class ScanType {
    private static final Tika TIKA = new Tika();
    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'},
            "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

    private ScanType() {}

    /** @return the media type if it is one that is kept */
    static Optional<String> of(byte[] content) {
        var type = TIKA.detect(content);
        var beginning = BEGINNINGS.get(type);
        return beginning != null && startsWith(content, beginning) ? Optional.of(type) : Optional.empty();
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length > beginning.length
                && java.util.Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }
}
