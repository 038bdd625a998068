package mx.gob.jocotepec.cauce.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds (RFC 6238, SHA-1: what every authenticator understands). */
final class Totp {
    static final int SECRET_BYTES = 20;

    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /**
     * One step early or late is taken, for clocks that are a little off.
     *
     * @param after the latest step a code was taken of; that one and earlier ones are refused
     * @return the step the code belongs to
     */
    static OptionalLong stepOf(String code, byte[] secret, Instant now, long after) {
        long present = step(now);
        var found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            if (same && step > after) found = OptionalLong.of(step);
        }
        return found;
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As authenticators want it typed (RFC 4648), without padding. */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = ((buffer << 8) | (one & 0xff)) & 0xffff;
            bits += 8;
            while (bits >= 5) {
                text.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
                bits -= 5;
            }
        }
        if (bits > 0) text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        return text.toString();
    }
}
