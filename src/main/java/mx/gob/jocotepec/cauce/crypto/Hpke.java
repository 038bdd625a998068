package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/** HPKE (RFC 9180) with X25519, HKDF-SHA256 and AES-256-GCM, on plain keys of 32 bytes. */
final class Hpke {
    private static final HpkeParameters PARAMETERS = parameters();

    private Hpke() {}

    static byte[] publicKey(byte[] privateKey) throws GeneralSecurityException {
        return X25519.publicFromPrivate(privateKey);
    }

    /** @param context what it is for: opening asks for the same */
    static byte[] seal(byte[] publicKey, byte[] clear, byte[] context) throws GeneralSecurityException {
        return handle(publicKeyOf(publicKey))
                .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class)
                .encrypt(clear, context);
    }

    @AccessesPartialKey
    static byte[] open(byte[] privateKey, byte[] sealed, byte[] context) throws GeneralSecurityException {
        var key = HpkePrivateKey.create(
                publicKeyOf(publicKey(privateKey)), SecretBytes.copyFrom(privateKey, InsecureSecretKeyAccess.get()));
        return handle(key)
                .getPrimitive(HybridConfig2026.get(), HybridDecrypt.class)
                .decrypt(sealed, context);
    }

    @AccessesPartialKey
    private static HpkePublicKey publicKeyOf(byte[] publicKey) throws GeneralSecurityException {
        return HpkePublicKey.create(PARAMETERS, Bytes.copyFrom(publicKey), null);
    }

    private static KeysetHandle handle(com.google.crypto.tink.Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .setConfiguration(HybridConfig2026.get())
                .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                .build();
    }

    private static HpkeParameters parameters() {
        try {
            return HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
