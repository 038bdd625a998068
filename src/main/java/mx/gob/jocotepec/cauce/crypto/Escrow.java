package mx.gob.jocotepec.cauce.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The public half of the recovery key. Its private half exists on paper only, in shares: so the escrow copy follows every change of the
 * ring without them, and opens with them alone.
 *
 * @param id eight hexadecimal digits, on every share too
 * @param needed how many of the {@code shares} open it
 * @param made date, ISO 8601
 */
record Escrow(String id, byte[] publicKey, int needed, int shares, String made) {
    /** The one a ring follows; empty: there is none yet. */
    static Optional<Escrow> of(KeyRing ring) {
        var notes = ring.entries();
        var id = notes.get("escrow-id");
        if (id == null) return Optional.empty();
        return Optional.of(new Escrow(
                id,
                Base64.getDecoder().decode(notes.getOrDefault("escrow-public", "")),
                Integer.parseInt(notes.getOrDefault("escrow-needed", "0")),
                Integer.parseInt(notes.getOrDefault("escrow-shares", "0")),
                notes.getOrDefault("escrow-made", "")));
    }

    /** What a ring keeps of it. */
    Map<String, String> notes() {
        return Map.of(
                "escrow-id", id,
                "escrow-public", Base64.getEncoder().encodeToString(publicKey),
                "escrow-needed", String.valueOf(needed),
                "escrow-shares", String.valueOf(shares),
                "escrow-made", made);
    }

    /** The content of the escrow file. */
    String seal(KeyRing ring) throws GeneralSecurityException {
        var clear = RingFile.toJson(ring.entries()).getBytes(StandardCharsets.UTF_8);
        var sealed = Base64.getEncoder().encodeToString(Hpke.seal(publicKey, clear, context(id)));
        return RingFile.toJson(Map.of(
                "id",
                id,
                "needed",
                String.valueOf(needed),
                "shares",
                String.valueOf(shares),
                "made",
                made,
                "ring",
                sealed));
    }

    /** The ring in an escrow file. @throws GeneralSecurityException when the key is another one or the file was altered */
    static KeyRing open(String file, byte[] recoveryKey) throws GeneralSecurityException {
        var parts = RingFile.fromJson(file);
        var sealed = Base64.getDecoder().decode(parts.getOrDefault("ring", ""));
        var clear = Hpke.open(recoveryKey, sealed, context(parts.getOrDefault("id", "")));
        return KeyRing.completed(RingFile.fromJson(new String(clear, StandardCharsets.UTF_8)));
    }

    /** A secret for the holders of the shares; {@code context} is what opening it must name again. */
    byte[] wrap(byte[] secret, byte[] context) throws GeneralSecurityException {
        return Hpke.seal(publicKey, secret, context);
    }

    private static byte[] context(String id) {
        return ("cauce escrow " + id).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Escrow " + id;
    }
}
