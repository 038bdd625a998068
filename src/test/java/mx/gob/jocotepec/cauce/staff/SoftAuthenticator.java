package mx.gob.jocotepec.cauce.staff;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A passkey and its browser, made of software: it also does what a real one would not. One credential, of the standard's ES256. */
public final class SoftAuthenticator {
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int NEW_CREDENTIAL = 0x40;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectConverter converter = new ObjectConverter();
    private final byte[] id = new byte[32];
    private final KeyPair keys;
    private String origin;
    private boolean verifies = true;
    private int count;
    private int step = 1;
    private byte[] handle = new byte[0];

    public SoftAuthenticator(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SoftAuthenticator(SoftAuthenticator other, KeyPair keys) {
        this.origin = other.origin;
        this.keys = keys;
        this.count = other.count;
        this.handle = other.handle.clone();
        System.arraycopy(other.id, 0, id, 0, id.length);
    }

    /** Another one that says it is this one, and has another key. */
    SoftAuthenticator impostor() {
        return new SoftAuthenticator(this, new SoftAuthenticator(origin).keys);
    }

    /** The same one, key and count, on another device. */
    SoftAuthenticator copy() {
        return new SoftAuthenticator(this, keys);
    }

    SoftAuthenticator at(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    SoftAuthenticator askingForNoFinger() {
        verifies = false;
        return this;
    }

    SoftAuthenticator countingNothing() {
        step = 0;
        return this;
    }

    void handle(byte[] other) {
        handle = other;
    }

    byte[] id() {
        return id.clone();
    }

    /** @param options of the server, JSON */
    public String create(String options) {
        var asked = JSON.readTree(options);
        handle = bytes(asked.get("user").get("id").asString());
        var cose = converter
                .getCborMapper()
                .writeValueAsBytes(EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES256));
        var credential = ByteBuffer.allocate(16 + 2 + id.length + cose.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
        var attestation = new LinkedHashMap<String, Object>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", data(asked.get("rp").get("id").asString(), NEW_CREDENTIAL, credential));
        return answer(Map.of(
                "clientDataJSON", text(client("webauthn.create", asked)),
                "attestationObject", text(converter.getCborMapper().writeValueAsBytes(attestation))));
    }

    /** @param options of the server, JSON */
    public String sign(String options) {
        var asked = JSON.readTree(options);
        count += step;
        var data = data(asked.get("rpId").asString(), 0, new byte[0]);
        var client = client("webauthn.get", asked);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return answer(Map.of(
                    "clientDataJSON", text(client),
                    "authenticatorData", text(data),
                    "signature", text(signature.sign()),
                    "userHandle", text(handle)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(Map<String, String> response) {
        return JSON.writeValueAsString(Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response));
    }

    private byte[] client(String type, JsonNode asked) {
        return JSON.writeValueAsString(Map.of(
                        "type",
                        type,
                        "challenge",
                        asked.get("challenge").asString(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(String rpId, int flags, byte[] more) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(sha256(rpId.getBytes(StandardCharsets.UTF_8)));
        all.write(USER_PRESENT | (verifies ? USER_VERIFIED : 0) | flags);
        all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
        all.writeBytes(more);
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
