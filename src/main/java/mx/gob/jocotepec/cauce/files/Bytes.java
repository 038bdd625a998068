package mx.gob.jocotepec.cauce.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Looking for bytes in bytes. */
final class Bytes {
    /** The end record of a zip lies in the last 64 KiB and its own 22 bytes. */
    private static final int ARCHIVE_END = 65_557;

    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    /** Begins of what has no business behind a picture. */
    private static final List<String> FOREIGN = List.of(
            "pk\u0003\u0004",
            "%pdf-",
            "<script",
            "<html",
            "<!doctype",
            "<?php",
            "<?xml",
            "<svg",
            "rar!",
            "7z\u00bc\u00af",
            "#!/");

    private Bytes() {}

    static boolean at(byte[] content, int offset, byte[] wanted) {
        if (offset < 0 || content.length - offset < wanted.length) return false;
        for (int i = 0; i < wanted.length; i++) if (content[offset + i] != wanted[i]) return false;
        return true;
    }

    /** @return the last place at or after {@code from}, or -1 */
    static int last(byte[] content, byte[] wanted, int from) {
        for (int i = content.length - wanted.length; i >= Math.max(0, from); i--) if (at(content, i, wanted)) return i;
        return -1;
    }

    static boolean hasArchiveEnd(byte[] content) {
        return last(content, ZIP_END, content.length - ARCHIVE_END) >= 0;
    }

    /** Whether another kind of file begins somewhere after the offset. */
    static boolean foreignAfter(byte[] content, int offset) {
        if (offset >= content.length) return false;
        var rest = new String(content, offset, content.length - offset, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return FOREIGN.stream().anyMatch(rest::contains);
    }

    static int unsigned16(byte[] content, int offset) {
        return (content[offset] & 0xFF) << 8 | (content[offset + 1] & 0xFF);
    }

    static long unsigned32(byte[] content, int offset) {
        return (long) unsigned16(content, offset) << 16 | unsigned16(content, offset + 2);
    }
}
