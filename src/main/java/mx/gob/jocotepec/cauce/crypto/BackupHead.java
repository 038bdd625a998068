package mx.gob.jocotepec.cauce.crypto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import tools.jackson.core.JacksonException;

/**
 * The two lines before the sealed part of a backup: the version of the format, and who may open it. The key of the file stands there
 * twice, for the holders of the shares and for the key ring.
 *
 * @param lines as they stand in the file; the sealed part is bound to them
 */
record BackupHead(Map<String, String> words, byte[] lines) {
    static final String VERSION = "cauce-backup 1";

    private static final int LONGEST = 10_000;

    static BackupHead of(KeyRing ring, Escrow escrow, Instant made, byte[] key) throws GeneralSecurityException {
        var words = Map.of(
                "made", made.toString(),
                "ring", ring.id(),
                "escrow", escrow.id(),
                "needed", String.valueOf(escrow.needed()),
                "for-shares", base64(escrow.wrap(key, context(ring.id(), escrow.id()))),
                "for-ring", base64(ring.backups().encrypt(key, context(ring.id(), escrow.id()))));
        var lines = VERSION + "\n" + RingFile.toJson(new java.util.TreeMap<>(words)) + "\n";
        return new BackupHead(words, lines.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws SettingProblem when it is no backup, or one of a newer version */
    static BackupHead read(InputStream in) throws IOException {
        var first = line(in);
        if (!first.equals(VERSION)) {
            throw new SettingProblem(
                    first.startsWith("cauce-backup ")
                            ? "restore: this backup was made by a newer version of Cauce."
                            : "restore: this file is not a backup of Cauce.");
        }
        var second = line(in);
        try {
            var head = new BackupHead(
                    RingFile.fromJson(second), (first + "\n" + second + "\n").getBytes(StandardCharsets.ISO_8859_1));
            head.made();
            return head;
        } catch (JacksonException | DateTimeParseException e) {
            throw new SettingProblem("restore: the beginning of the file is damaged.", e);
        }
    }

    Instant made() {
        return Instant.parse(word("made"));
    }

    String ring() {
        return word("ring");
    }

    /** @throws GeneralSecurityException when the recovery key is another one */
    byte[] keyForShares(byte[] recoveryKey) throws GeneralSecurityException {
        return Hpke.open(recoveryKey, bytes("for-shares"), context(ring(), word("escrow")));
    }

    /** @throws GeneralSecurityException when the ring is another one */
    byte[] keyForRing(KeyRing ring) throws GeneralSecurityException {
        return ring.backups().decrypt(bytes("for-ring"), context(ring(), word("escrow")));
    }

    private byte[] bytes(String name) throws GeneralSecurityException {
        try {
            return Base64.getDecoder().decode(word(name));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private String word(String name) {
        return words.getOrDefault(name, "");
    }

    private static byte[] context(String ring, String escrow) {
        return ("cauce backup " + ring + " " + escrow).getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() == LONGEST) break;
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "BackupHead " + word("made");
    }
}
