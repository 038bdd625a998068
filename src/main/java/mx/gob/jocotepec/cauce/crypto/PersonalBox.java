package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import com.google.crypto.tink.subtle.X25519;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Key pairs of persons (HPKE, X25519) and what closes their private halves: a secret only the person knows, stretched by Argon2id with
 * a salt of its own and mixed with the ring, so that it takes the ring as well as the secret.
 */
@Service
public class PersonalBox {
    /** Of Argon2id, in KiB. */
    static final int MEMORY = 65_536;

    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int PASSES = 3;
    private static final int RECOVERY_BYTES = 20;
    /** Begins what only personal keys open; a text begins otherwise. */
    private static final byte[] MARK = {0, 'P', 1};

    private final KeyRing ring;
    private final int memory;

    /** @param memory of Argon2id in KiB; tests take less */
    PersonalBox(KeyRing ring, @Value("${cauce.personal-keys.memory:" + MEMORY + "}") int memory) {
        this.ring = ring;
        this.memory = memory;
    }

    public record Pair(byte[] publicKey, byte[] privateKey) {
        @Override
        public String toString() {
            return "Pair";
        }
    }

    /** What a secret becomes for one salt; kept in memory only. */
    public record Stretched(byte[] salt, byte[] key) {
        @Override
        public String toString() {
            return "Stretched";
        }
    }

    /** A private key, closed. */
    public record Lock(byte[] salt, byte[] content) {
        @Override
        public String toString() {
            return "Lock";
        }
    }

    public Pair fresh() {
        try {
            var key = X25519.generatePrivateKey();
            return new Pair(Hpke.publicKey(key), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A secret to print: 160 bits as letters and digits in groups. */
    public String recoveryKey() {
        return Base32.grouped(Base32.encode(Random.randBytes(RECOVERY_BYTES)));
    }

    /** As typed, made uniform; empty when it has not the form of one. */
    public Optional<char[]> recoverySecret(String typed) {
        try {
            var bytes = Base32.decode(typed);
            return bytes.length == RECOVERY_BYTES
                    ? Optional.of(Base32.encode(bytes).toCharArray())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Stretched stretch(char[] secret) {
        return stretch(secret, Random.randBytes(SALT_BYTES));
    }

    public Lock lock(UUID key, byte[] privateKey, Stretched secret) {
        try {
            return new Lock(secret.salt, new AesGcmJce(secret.key).encrypt(privateKey, lockContext(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key; empty when the secret is another one. */
    public Optional<byte[]> open(UUID key, Lock lock, char[] secret) {
        try {
            return Optional.of(new AesGcmJce(stretch(secret, lock.salt).key).decrypt(lock.content, lockContext(key)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Which recovery key there are shares of; empty: none. */
    public Optional<String> escrow() {
        return Escrow.of(ring).map(Escrow::id);
    }

    /** The private key for the holders of the shares. */
    public byte[] forEscrow(UUID key, byte[] privateKey) {
        try {
            return Escrow.of(ring).orElseThrow().wrap(privateKey, lockContext(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] mac(UUID key, UUID person, byte[] publicKey) {
        return ring.mac(
                "personal",
                ByteBuffer.allocate(32 + publicKey.length)
                        .putLong(key.getMostSignificantBits())
                        .putLong(key.getLeastSignificantBits())
                        .putLong(person.getMostSignificantBits())
                        .putLong(person.getLeastSignificantBits())
                        .put(publicKey)
                        .array());
    }

    /** Whether it is the one that was stored here for this person, and not one put in its place. */
    public boolean genuine(UUID key, UUID person, byte[] publicKey, byte[] mac) {
        return MessageDigest.isEqual(mac(key, person, publicKey), mac);
    }

    public byte[] freshNoteKey() {
        return Random.randBytes(KEY_BYTES);
    }

    /** A note's key for one person, bound to the note and to her key. */
    public byte[] wrap(byte[] publicKey, UUID key, Place note, byte[] noteKey) {
        try {
            return Hpke.seal(publicKey, noteKey, wrapContext(key, note));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws SealBrokenException if it was altered, moved or is for another key */
    public byte[] unwrap(byte[] privateKey, UUID key, Place note, byte[] wrap) {
        try {
            return Hpke.open(privateKey, wrap, wrapContext(key, note));
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(note, e);
        }
    }

    public byte[] close(Place note, byte[] noteKey, String text) {
        try {
            var closed = new AesGcmJce(noteKey).encrypt(text.getBytes(StandardCharsets.UTF_8), note.associatedData());
            return ByteBuffer.allocate(MARK.length + closed.length)
                    .put(MARK)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it takes a note's key to open it, besides the ring. */
    public boolean isClosed(byte[] content) {
        return content.length > MARK.length && Arrays.equals(MARK, 0, MARK.length, content, 0, MARK.length);
    }

    /** @throws SealBrokenException if it was altered or the key is another note's */
    public String open(Place note, byte[] noteKey, byte[] closed) {
        try {
            var content = Arrays.copyOfRange(closed, MARK.length, closed.length);
            return new String(new AesGcmJce(noteKey).decrypt(content, note.associatedData()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(note, e);
        }
    }

    private Stretched stretch(char[] secret, byte[] salt) {
        try {
            var argon = new Argon2BytesGenerator();
            argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withSalt(salt)
                    .withMemoryAsKB(memory)
                    .withIterations(PASSES)
                    .withParallelism(1)
                    .build());
            var stretched = new byte[KEY_BYTES];
            argon.generateBytes(secret, stretched);
            var key = Hkdf.computeHkdf(
                    "HMACSHA256",
                    stretched,
                    ring.mac("personal", salt),
                    "cauce personal key".getBytes(StandardCharsets.US_ASCII),
                    KEY_BYTES);
            Arrays.fill(stretched, (byte) 0);
            return new Stretched(salt, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] lockContext(UUID key) {
        return ("personal_key|" + key).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] wrapContext(UUID key, Place note) {
        return (new String(note.associatedData(), StandardCharsets.UTF_8) + '|' + key).getBytes(StandardCharsets.UTF_8);
    }
}
