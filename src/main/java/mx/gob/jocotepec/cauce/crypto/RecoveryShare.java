package mx.gob.jocotepec.cauce.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * One holder's part of the recovery key (Shamir over GF(256), by Bouncy Castle). Fewer than {@code needed} of them say nothing at all
 * about the key.
 *
 * @param escrow which recovery key: eight hexadecimal digits
 * @param number 1 to the number of shares
 */
record RecoveryShare(String escrow, int needed, int number, byte[] part) {
    static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int BODY = 1 + 4 + 1 + 1 + KEY_BYTES;
    private static final int CHECK = 5;

    static List<RecoveryShare> split(String escrow, byte[] key, int needed, int shares) {
        if (needed < 2 || needed > shares || shares > 20) throw new IllegalArgumentException("shares out of range");
        var parts = ShamirSecretSplitter.getInstance(Algorithm.AES, KEY_BYTES, new SecureRandom())
                .resplit(key, needed, shares)
                .getSecretShares();
        var made = new ArrayList<RecoveryShare>();
        for (int i = 0; i < parts.length; i++) {
            made.add(new RecoveryShare(escrow, needed, i + 1, encoded(parts[i])));
        }
        return made;
    }

    /** @throws IllegalArgumentException with a line for the operator when they are too few or do not belong together */
    static byte[] combine(List<RecoveryShare> shares) {
        var first = shares.getFirst();
        var numbers = new HashSet<Integer>();
        var parts = new ArrayList<ShamirSplitSecretShare>();
        for (var share : shares) {
            if (!share.escrow.equals(first.escrow)) {
                throw new IllegalArgumentException("the shares belong to different recovery keys");
            }
            if (numbers.add(share.number)) parts.add(new ShamirSplitSecretShare(share.part, share.number));
        }
        if (parts.size() < first.needed) {
            throw new IllegalArgumentException(
                    parts.size() + " different shares given, " + first.needed + " are needed");
        }
        try {
            return ShamirSplitSecret.getInstance(
                            Algorithm.AES, parts.subList(0, first.needed).toArray(new ShamirSplitSecretShare[0]))
                    .getSecret();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is printed and typed: groups of four letters and digits, with a checksum. */
    String text() {
        var body = ByteBuffer.allocate(BODY)
                .put(VERSION)
                .put(HexFormat.of().parseHex(escrow))
                .put((byte) needed)
                .put((byte) number)
                .put(part)
                .array();
        var whole = ByteBuffer.allocate(BODY + CHECK).put(body).put(check(body)).array();
        return Base32.grouped(Base32.encode(whole));
    }

    /** @throws IllegalArgumentException with a line for the operator when something was mistyped */
    static RecoveryShare parse(String text) {
        var whole = Base32.decode(text);
        if (whole.length != BODY + CHECK) {
            throw new IllegalArgumentException("a share has 71 letters and digits; these are more or fewer");
        }
        var body = Arrays.copyOf(whole, BODY);
        if (!MessageDigest.isEqual(check(body), Arrays.copyOfRange(whole, BODY, whole.length))) {
            throw new IllegalArgumentException("the checksum does not fit: something was mistyped");
        }
        var buffer = ByteBuffer.wrap(body);
        if (buffer.get() != VERSION) throw new IllegalArgumentException("a share of a newer version of Cauce");
        var escrow = new byte[4];
        buffer.get(escrow);
        int needed = buffer.get();
        int number = buffer.get();
        var part = new byte[KEY_BYTES];
        buffer.get(part);
        return new RecoveryShare(HexFormat.of().formatHex(escrow), needed, number, part);
    }

    private static byte[] encoded(ShamirSplitSecretShare share) {
        try {
            return share.getEncoded();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] check(byte[] body) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(body), CHECK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryShare " + number;
    }
}
