package mx.gob.jocotepec.cauce.crypto;

/**
 * A ciphertext with the wrapped key that opens it. Both are stored as they are; destroying the wrapped key erases the value for good.
 *
 * @param wrappedKey the value's own key, sealed by the key of its compartment
 * @param ciphertext AES-256-GCM with a random nonce
 */
public record Sealed(byte[] wrappedKey, byte[] ciphertext) {
    @Override
    public String toString() {
        return "Sealed";
    }
}
