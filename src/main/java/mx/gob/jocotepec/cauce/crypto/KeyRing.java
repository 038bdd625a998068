package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mx.gob.jocotepec.cauce.shared.Ids;

/**
 * The keys of an installation: one Tink keyset for each compartment and one HMAC-SHA256 key for each use. In memory only; on disk it
 * is what {@link KeyRingFile} keeps.
 */
class KeyRing {
    private static final int MAC_BLOCK_BYTES = 64;
    private static final int MAC_KEY_BYTES = 32;
    private static final String[] MAC_USES = {
        "context", "anchor", "blind-CURP", "blind-PHONE", "blind-SIGN_IN", "personal"
    };
    private static final String ROTATING = "rotating";
    private static final String BACKUP = "backup";

    private final Map<String, String> entries;
    private final Map<Compartment, Aead> wrapping = new EnumMap<>(Compartment.class);
    private final Map<String, byte[]> macKeys = new HashMap<>();
    private final Aead backups;

    /** @param entries as {@link #entries()} gave them */
    KeyRing(Map<String, String> entries) throws GeneralSecurityException {
        this.entries = Map.copyOf(entries);
        for (var compartment : Compartment.values()) {
            wrapping.put(compartment, keys(compartment).aead());
        }
        for (var use : MAC_USES) {
            macKeys.put(use, Base64.getDecoder().decode(required("mac-" + use)));
        }
        backups = CompartmentKeys.fromJson(required(BACKUP)).aead();
    }

    static KeyRing fresh() throws GeneralSecurityException {
        return completed(Map.of("id", Ids.next().toString()));
    }

    /** What was kept, and fresh keys for compartments and uses that came later. */
    static KeyRing completed(Map<String, String> kept) throws GeneralSecurityException {
        var entries = new TreeMap<>(kept);
        for (var compartment : Compartment.values()) {
            if (entries.containsKey("seal-" + compartment)) continue;
            entries.put("seal-" + compartment, CompartmentKeys.fresh().toJson());
        }
        for (var use : MAC_USES) {
            entries.putIfAbsent("mac-" + use, freshMac());
        }
        if (!entries.containsKey(BACKUP))
            entries.put(BACKUP, CompartmentKeys.fresh().toJson());
        return new KeyRing(entries);
    }

    /** The same with something noted; an empty value takes the note away. */
    KeyRing with(Map<String, String> notes) throws GeneralSecurityException {
        var changed = new TreeMap<>(entries);
        notes.forEach((name, value) -> {
            if (value.isEmpty()) changed.remove(name);
            else changed.put(name, value);
        });
        return new KeyRing(changed);
    }

    /** A fresh key for each compartment, which seals from now on, and for the context, which is stored again at each start. */
    KeyRing rotated(Instant now) throws GeneralSecurityException {
        var notes = new TreeMap<String, String>();
        for (var compartment : Compartment.values()) {
            var keys = keys(compartment).withFresh();
            notes.put("seal-" + compartment, keys.toJson());
            notes.put(sinceNote(compartment, keys.primary()), now.toString());
        }
        notes.put("mac-context", freshMac());
        notes.put(BACKUP, CompartmentKeys.fromJson(required(BACKUP)).withFresh().toJson());
        notes.put(ROTATING, now.toString());
        return with(notes);
    }

    /** The earlier keys seal and open nothing any more; they stay for backups of their time. */
    KeyRing settled() throws GeneralSecurityException {
        var notes = new TreeMap<String, String>();
        for (var compartment : Compartment.values()) {
            notes.put("seal-" + compartment, keys(compartment).retired().toJson());
        }
        notes.put(ROTATING, "");
        return with(notes);
    }

    /** Since when a rotation is under way; empty: none is. */
    Optional<Instant> rotating() {
        return Optional.ofNullable(entries.get(ROTATING)).map(Instant::parse);
    }

    CompartmentKeys keys(Compartment compartment) throws GeneralSecurityException {
        return CompartmentKeys.fromJson(required("seal-" + compartment));
    }

    /** When a key was made; of those of the first day the ring's id tells it. */
    Instant since(Compartment compartment, int key) {
        var noted = entries.get(sinceNote(compartment, key));
        return noted != null
                ? Instant.parse(noted)
                : Instant.ofEpochMilli(UUID.fromString(id()).getMostSignificantBits() >>> 16);
    }

    private static String sinceNote(Compartment compartment, int key) {
        return "since-" + compartment + "-" + Integer.toUnsignedString(key);
    }

    private static String freshMac() {
        return Base64.getEncoder().encodeToString(Random.randBytes(MAC_KEY_BYTES));
    }

    Map<String, String> entries() {
        return entries;
    }

    String id() {
        return required("id");
    }

    Aead wrapping(Compartment compartment) {
        return java.util.Objects.requireNonNull(wrapping.get(compartment));
    }

    /** Wraps the keys of backups. Its earlier keys are never retired: older backups are to open. */
    Aead backups() {
        return backups;
    }

    byte[] mac(String use, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(macKey(use), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    /** The key filled with zeros to the block of SHA-256 and each byte combined with {@code pad}: half of an HMAC (RFC 2104). */
    byte[] paddedKey(String use, int pad) {
        var block = Arrays.copyOf(macKey(use), MAC_BLOCK_BYTES);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= (byte) pad;
        }
        return block;
    }

    private byte[] macKey(String use) {
        var key = macKeys.get(use);
        if (key == null) {
            throw new IllegalArgumentException("no key for " + use);
        }
        return key;
    }

    private String required(String name) {
        var value = entries.get(name);
        if (value == null) {
            throw new IllegalStateException("the key ring lacks " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return "KeyRing " + HexFormat.of().toHexDigits(id().hashCode());
    }
}
