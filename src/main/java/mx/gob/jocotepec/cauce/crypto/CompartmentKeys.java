package mx.gob.jocotepec.cauce.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The keys of one compartment, old and new: one of them seals, those that are enabled open. */
record CompartmentKeys(KeysetHandle handle) {
    /** One of them. @param id as it stands in the first bytes of what it wrapped */
    record Key(int id, boolean primary, boolean enabled) {}

    static CompartmentKeys fresh() throws GeneralSecurityException {
        return new CompartmentKeys(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    }

    static CompartmentKeys fromJson(String json) throws GeneralSecurityException {
        return new CompartmentKeys(
                TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
    }

    String toJson() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    Aead aead() throws GeneralSecurityException {
        return handle.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    /** Opens what any of them ever sealed, the retired ones too: for wraps out of an older backup. */
    Aead everything() throws GeneralSecurityException {
        return new CompartmentKeys(withStatus(KeyStatus.ENABLED)).aead();
    }

    CompartmentKeys withFresh() throws GeneralSecurityException {
        return new CompartmentKeys(KeysetHandle.newBuilder(handle)
                .setConfiguration(AeadConfig2026.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** All but the one that seals open nothing any more. */
    CompartmentKeys retired() throws GeneralSecurityException {
        return new CompartmentKeys(withStatus(KeyStatus.DISABLED));
    }

    int primary() {
        return handle.getPrimary().getId();
    }

    /** The five bytes every value wrapped by the key that seals begins with (Tink's output prefix). */
    byte[] primaryPrefix() {
        return ByteBuffer.allocate(5).put((byte) 1).putInt(primary()).array();
    }

    List<Key> all() {
        var keys = new ArrayList<Key>();
        for (int i = 0; i < handle.size(); i++) {
            var entry = handle.getAt(i);
            keys.add(new Key(entry.getId(), entry.isPrimary(), entry.getStatus() == KeyStatus.ENABLED));
        }
        return keys;
    }

    private KeysetHandle withStatus(KeyStatus others) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(handle).setConfiguration(AeadConfig2026.get());
        for (int i = 0; i < builder.size(); i++) {
            if (!builder.getAt(i).isPrimary()) builder.getAt(i).setStatus(others);
        }
        return builder.build();
    }

    @Override
    public String toString() {
        return "CompartmentKeys";
    }
}
