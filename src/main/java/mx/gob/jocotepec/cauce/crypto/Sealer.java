package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Seals values with a key of their own, wrapped by the key of the compartment. */
@Service
public class Sealer {
    private static final int KEY_BYTES = 32;

    private final KeyRing ring;
    private final @Nullable ObjectProvider<SealWatch> watches;

    Sealer(KeyRing ring) {
        this(ring, null);
    }

    @Autowired
    Sealer(KeyRing ring, @Nullable ObjectProvider<SealWatch> watches) {
        this.ring = ring;
        this.watches = watches;
    }

    /** Seals under a fresh key. */
    public Sealed seal(Place place, byte[] clear) {
        try {
            var key = Random.randBytes(KEY_BYTES);
            var wrapped = wrapping(place).encrypt(key, place.associatedData());
            return new Sealed(wrapped, new AesGcmJce(key).encrypt(clear, place.associatedData()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Seals a new version under the key the value has already, so that earlier versions open with the same wrapped key. */
    public byte[] sealAgain(Place place, byte[] wrappedKey, byte[] clear) {
        try {
            return valueKey(place, wrappedKey).encrypt(clear, place.associatedData());
        } catch (GeneralSecurityException e) {
            throw broken(place, e);
        }
    }

    /** @throws SealBrokenException if it was altered, moved or its key is gone */
    public byte[] open(Place place, Sealed value) {
        try {
            return valueKey(place, value.wrappedKey()).decrypt(value.ciphertext(), place.associatedData());
        } catch (GeneralSecurityException e) {
            throw broken(place, e);
        }
    }

    public Sealed sealText(Place place, String clear) {
        return seal(place, clear.getBytes(StandardCharsets.UTF_8));
    }

    public String openText(Place place, Sealed value) {
        return new String(open(place, value), StandardCharsets.UTF_8);
    }

    /** For what opens but says that it belongs elsewhere. Tells the watches. */
    public SealBrokenException misplaced(Place place) {
        return broken(place, null);
    }

    private SealBrokenException broken(Place place, @Nullable Throwable cause) {
        var problem = new SealBrokenException(place, cause);
        try {
            if (watches != null) watches.orderedStream().forEach(watch -> watch.broken(place));
        } catch (RuntimeException e) {
            problem.addSuppressed(e);
        }
        return problem;
    }

    private AesGcmJce valueKey(Place place, byte[] wrappedKey) throws GeneralSecurityException {
        return new AesGcmJce(wrapping(place).decrypt(wrappedKey, place.associatedData()));
    }

    private Aead wrapping(Place place) {
        return ring.wrapping(place.compartment());
    }
}
