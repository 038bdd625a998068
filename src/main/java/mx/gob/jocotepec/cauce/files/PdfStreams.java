package mx.gob.jocotepec.cauce.files;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Counts how much the streams of a PDF unpack into, before anything that keeps them opens it. It does not trust what the file says of
 * itself: whatever follows the word {@code stream} is tried.
 */
final class PdfStreams {
    private static final byte[] WORD = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final byte[] LZW = {'L', 'Z', 'W'};
    /** LZW packs up to about 1,500 times; scanners have not used it for twenty years. */
    private static final int LARGEST_WITH_LZW = 100_000;

    private static final long MOST = 192L * 1024 * 1024;
    private static final int DEEPEST = 4;

    private PdfStreams() {}

    static boolean unpackWithin(byte[] content) {
        if (content.length > LARGEST_WITH_LZW && Bytes.last(content, LZW, 0) >= 0) return false;
        long left = MOST;
        for (int i = 0; i + WORD.length < content.length && left >= 0; i++) {
            if (content[i] != 's' || !Bytes.at(content, i, WORD)) continue;
            int begin = i + WORD.length;
            while (begin < content.length
                    && (content[begin] == '\r' || content[begin] == '\n' || content[begin] == ' ')) begin++;
            left -= unpacked(content, begin, left, 0);
        }
        return left >= 0;
    }

    /** @return bytes that come out, at most a little more than {@code limit} */
    private static long unpacked(byte[] content, int begin, long limit, int depth) {
        if (begin + 2 > content.length || (content[begin] & 0x0F) != 8) return 0; // not deflated
        if ((((content[begin] & 0xFF) << 8) | (content[begin + 1] & 0xFF)) % 31 != 0) return 0;
        if (depth >= DEEPEST) return limit + 1;
        var inflater = new Inflater();
        var buffer = new byte[64 * 1024];
        // what it begins with, in case it is packed again
        var inner = new byte[0];
        long total = 0;
        try {
            inflater.setInput(content, begin, content.length - begin);
            while (!inflater.finished() && total <= limit) {
                int read = inflater.inflate(buffer);
                if (read == 0) break;
                total += read;
                if (inner.length < FileCheck.LARGEST && (total == read ? packed(buffer, read) : inner.length > 0)) {
                    inner = join(inner, buffer, read);
                }
            }
        } catch (DataFormatException e) {
            return total;
        } finally {
            inflater.end();
        }
        return inner.length == 0 ? total : total + unpacked(inner, 0, limit - total, depth + 1);
    }

    private static boolean packed(byte[] start, int length) {
        return length > 2 && (start[0] & 0x0F) == 8 && (((start[0] & 0xFF) << 8) | (start[1] & 0xFF)) % 31 == 0;
    }

    private static byte[] join(byte[] one, byte[] other, int length) {
        var both = Arrays.copyOf(one, one.length + length);
        System.arraycopy(other, 0, both, one.length, length);
        return both;
    }
}
