package mx.gob.jocotepec.cauce.files;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import mx.gob.jocotepec.cauce.files.FileVerdict.Reason;

/** Walks the parts of a picture without unpacking it. */
final class ImageCheck {
    /** A4 at 600 dpi has 35 million. */
    private static final long MOST_PIXELS = 80_000_000L;

    private ImageCheck() {}

    static Optional<Reason> png(byte[] content) {
        int at = 8;
        boolean sized = false;
        while (at + 12 <= content.length) {
            long length = Bytes.unsigned32(content, at);
            if (length > content.length - at - 12L) return Optional.of(Reason.BROKEN);
            var kind = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!kind.matches("[A-Za-z]{4}") || (!sized && !kind.equals("IHDR"))) return Optional.of(Reason.BROKEN);
            if (kind.equals("IHDR")) {
                if (length != 13 || sized) return Optional.of(Reason.BROKEN);
                var problem = size(Bytes.unsigned32(content, at + 8), Bytes.unsigned32(content, at + 12));
                if (problem.isPresent()) return problem;
                sized = true;
            }
            at += (int) length + 12;
            if (kind.equals("IEND")) return at == content.length ? Optional.empty() : Optional.of(Reason.TWO_THINGS);
        }
        return Optional.of(Reason.BROKEN);
    }

    /** Telephones write more after the picture; another file may not stand there. */
    static Optional<Reason> jpeg(byte[] content) {
        int at = 2;
        boolean sized = false;
        while (at + 4 <= content.length) {
            if (content[at] != (byte) 0xFF) return Optional.of(Reason.BROKEN);
            int marker = content[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = Bytes.unsigned16(content, at + 2);
            if (length < 2 || at + 2 + length > content.length) return Optional.of(Reason.BROKEN);
            if (isFrame(marker)) {
                if (length < 8) return Optional.of(Reason.BROKEN);
                var problem = size(Bytes.unsigned16(content, at + 7), Bytes.unsigned16(content, at + 5));
                if (problem.isPresent()) return problem;
                sized = true;
            }
            at += 2 + length;
            if (marker == 0xDA) return sized ? afterScan(content, at) : Optional.of(Reason.BROKEN);
        }
        return Optional.of(Reason.BROKEN);
    }

    private static Optional<Reason> afterScan(byte[] content, int scan) {
        for (int i = scan; i + 1 < content.length; i++) {
            if (content[i] == (byte) 0xFF && content[i + 1] == (byte) 0xD9) {
                return Bytes.foreignAfter(content, i + 2) ? Optional.of(Reason.TWO_THINGS) : Optional.empty();
            }
        }
        return Optional.of(Reason.BROKEN);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Optional<Reason> size(long width, long height) {
        if (width == 0 || height == 0) return Optional.of(Reason.BROKEN);
        return width > 65_535 || height > 65_535 || width * height > MOST_PIXELS
                ? Optional.of(Reason.UNPACKS_TOO_FAR)
                : Optional.empty();
    }
}
