package mx.gob.jocotepec.cauce.crypto;

import java.util.Locale;

/** Letters and digits to print and to type (Crockford's alphabet): no I, L, O or U, and what looks alike is taken for the same. */
final class Base32 {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
        return text.toString();
    }

    /** Blanks and dashes are passed over. @throws IllegalArgumentException naming the first sign that is none of ours */
    static byte[] decode(String text) {
        var signs = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('U', 'V');
        var bytes = new byte[signs.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (int i = 0; i < signs.length(); i++) {
            int value = ALPHABET.indexOf(signs.charAt(i));
            if (value < 0)
                throw new IllegalArgumentException("the sign at place " + (i + 1) + " is no letter or digit");
            buffer = (buffer << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    static String grouped(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }
}
