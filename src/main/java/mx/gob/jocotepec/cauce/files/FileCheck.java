package mx.gob.jocotepec.cauce.files;

import java.util.Map;
import java.util.Optional;
import mx.gob.jocotepec.cauce.files.FileVerdict.Accepted;
import mx.gob.jocotepec.cauce.files.FileVerdict.Reason;
import mx.gob.jocotepec.cauce.files.FileVerdict.Refused;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Looks at a file before it is sealed and kept. Its name plays no part. What it is must follow from its content and its beginning, its
 * structure must be whole, and nothing in it may act by itself; last, the scanner is asked where one is set.
 */
@Component
public class FileCheck {
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Tika TIKA = new Tika();
    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "application/pdf", new byte[] {'%', 'P', 'D', 'F', '-'},
            "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

    private final ClamScanner scanner;

    FileCheck(ClamScanner scanner) {
        this.scanner = scanner;
    }

    public FileVerdict check(byte[] content) {
        if (content.length == 0) return new Refused(Reason.EMPTY);
        if (content.length > LARGEST) return new Refused(Reason.TOO_LARGE);
        var type = TIKA.detect(content);
        var beginning = BEGINNINGS.get(type);
        if (beginning == null || !Bytes.at(content, 0, beginning)) return new Refused(Reason.OTHER_TYPE);
        var problem = structure(type, content).or(() -> scanner.look(content));
        return problem.<FileVerdict>map(Refused::new).orElseGet(() -> new Accepted(type));
    }

    private static Optional<Reason> structure(String type, byte[] content) {
        // an archive is read from its end, so it may follow anything
        if (Bytes.hasArchiveEnd(content)) return Optional.of(Reason.TWO_THINGS);
        return switch (type) {
            case "application/pdf" -> PdfCheck.problem(content);
            case "image/png" -> ImageCheck.png(content);
            default -> ImageCheck.jpeg(content);
        };
    }
}
