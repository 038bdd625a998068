package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig2026;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** A file sealed piece by piece (AES-256-GCM-HKDF, 1 MiB each): none can be altered, left out or cut off at the end. */
final class SealedStream {
    static final int KEY_BYTES = 32;

    private SealedStream() {}

    /** @param head what stands before it in the file: altered, nothing opens */
    static OutputStream seal(byte[] key, byte[] head, OutputStream out) throws GeneralSecurityException, IOException {
        return primitive(key).newEncryptingStream(out, head);
    }

    /** Reading throws an {@link IOException} at the first piece that is not as it was written; a cut shows at the end only. */
    static InputStream open(byte[] key, byte[] head, InputStream in) throws GeneralSecurityException, IOException {
        return primitive(key).newDecryptingStream(in, head);
    }

    @AccessesPartialKey
    private static StreamingAead primitive(byte[] key) throws GeneralSecurityException {
        var imported = AesGcmHkdfStreamingKey.create(
                PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB,
                SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()));
        return KeysetHandle.newBuilder()
                .setConfiguration(StreamingAeadConfig2026.get())
                .addEntry(KeysetHandle.importKey(imported).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(StreamingAeadConfig2026.get(), StreamingAead.class);
    }
}
