package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
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
    private static final String[] MAC_USES = {"context", "anchor", "blind-CURP", "blind-PHONE", "blind-SIGN_IN"};

    private final Map<String, String> entries;
    private final Map<Compartment, Aead> wrapping = new EnumMap<>(Compartment.class);
    private final Map<String, byte[]> macKeys = new HashMap<>();

    /** @param entries as {@link #entries()} gave them */
    KeyRing(Map<String, String> entries) throws GeneralSecurityException {
        this.entries = Map.copyOf(entries);
        for (var compartment : Compartment.values()) {
            var handle = TinkJsonProtoKeysetFormat.parseKeyset(
                    required("seal-" + compartment), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            wrapping.put(compartment, handle.getPrimitive(AeadConfig2026.get(), Aead.class));
        }
        for (var use : MAC_USES) {
            macKeys.put(use, Base64.getDecoder().decode(required("mac-" + use)));
        }
    }

    static KeyRing fresh() throws GeneralSecurityException {
        return completed(Map.of("id", Ids.next().toString()));
    }

    /** What was kept, and fresh keys for compartments and uses that came later. */
    static KeyRing completed(Map<String, String> kept) throws GeneralSecurityException {
        var entries = new TreeMap<>(kept);
        for (var compartment : Compartment.values()) {
            if (entries.containsKey("seal-" + compartment)) continue;
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            entries.put(
                    "seal-" + compartment,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        }
        for (var use : MAC_USES) {
            entries.putIfAbsent("mac-" + use, Base64.getEncoder().encodeToString(Random.randBytes(MAC_KEY_BYTES)));
        }
        return new KeyRing(entries);
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
