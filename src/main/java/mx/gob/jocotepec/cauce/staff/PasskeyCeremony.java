package mx.gob.jocotepec.cauce.staff;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What browsers are asked, and whether their answers hold, in the words of the standard (WebAuthn). All checking is webauthn4j's
 * (docs/decisions/022); which make of authenticator it is, is not asked.
 */
@Component
class PasskeyCeremony {
    /**
     * A new passkey, checked.
     *
     * @param credential its id and public key, as the standard writes them
     */
    record Made(byte[] id, byte[] credential, long count, boolean backupEligible, boolean userVerified) {}

    /** A passkey as it was kept. */
    record Kept(byte[] credential, long count, boolean backupEligible) {}

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyCeremony.class);
    private static final int LONGEST_ANSWER = 20_000;
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            parameters(COSEAlgorithmIdentifier.ES256),
            parameters(COSEAlgorithmIdentifier.EdDSA),
            parameters(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final PasskeyAddress address;

    PasskeyCeremony(PasskeyAddress address) {
        this.address = address;
    }

    /**
     * @param known ids of those she has: none of them is made again
     * @return what the browser is asked to make one with, JSON
     */
    String creation(Challenge challenge, UUID staff, String username, List<byte[]> known) {
        return json(new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity(address.host(), "Cauce"),
                new PublicKeyCredentialUserEntity(handle(staff), username, username),
                challenge,
                ALGORITHMS,
                PasskeyChallenge.VALID_FOR.toMillis(),
                descriptors(known),
                new AuthenticatorSelectionCriteria(
                        null, false, ResidentKeyRequirement.PREFERRED, UserVerificationRequirement.REQUIRED),
                AttestationConveyancePreference.NONE,
                null));
    }

    /** @return what the browser is asked to sign with, JSON */
    String request(Challenge challenge, List<byte[]> known) {
        return json(new PublicKeyCredentialRequestOptions(
                challenge,
                PasskeyChallenge.VALID_FOR.toMillis(),
                address.host(),
                descriptors(known),
                UserVerificationRequirement.REQUIRED,
                null));
    }

    /** Empty unless it was made here, of what was asked, after she showed it who she is. */
    Optional<Made> made(Challenge challenge, String answer) {
        return understood(answer, () -> {
            var checked = manager.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(here(challenge), ALGORITHMS, true));
            var data = Objects.requireNonNull(checked.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(data.getAttestedCredentialData());
            return new Made(
                    credential.getCredentialId(),
                    credentials.convert(credential),
                    data.getSignCount(),
                    data.isFlagBE(),
                    data.isFlagUV());
        });
    }

    /** An answer that can be read; nothing of it is checked yet. */
    Optional<AuthenticationData> read(String answer) {
        return understood(answer, () -> manager.parseAuthenticationResponseJSON(answer));
    }

    /**
     * @return the count it signed with; empty unless the kept one signed, here, what was asked, after she showed it who she is
     * @throws MaliciousCounterValueException where all of that is right and its count does not go on from the kept one
     */
    Optional<Long> signed(Challenge challenge, AuthenticationData answer, Kept kept) {
        return understood("", () -> {
            var record = new CredentialRecordImpl(
                    null,
                    true,
                    kept.backupEligible(),
                    null,
                    kept.count(),
                    credentials.convert(kept.credential()),
                    null,
                    null,
                    null,
                    null);
            var checked =
                    manager.verify(answer, new AuthenticationParameters(here(challenge), record, null, true, true));
            return Objects.requireNonNull(checked.getAuthenticatorData()).getSignCount();
        });
    }

    /** What a passkey knows her by. */
    static byte[] handle(UUID staff) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(staff.getMostSignificantBits())
                .putLong(staff.getLeastSignificantBits())
                .array();
    }

    /** Whatever the library does not understand or trust is no answer; it has many exceptions for that. */
    private static <T> Optional<T> understood(String answer, Supplier<T> work) {
        if (answer.length() > LONGEST_ANSWER) return Optional.empty();
        try {
            return Optional.of(work.get());
        } catch (MaliciousCounterValueException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("a passkey's answer was refused: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private ServerProperty here(Challenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(address.origin()))
                .rpId(address.host())
                .challenge(challenge)
                .build();
    }

    private String json(Object options) {
        return Objects.requireNonNull(converter.getJsonMapper().writeValueAsString(options));
    }

    private static List<PublicKeyCredentialDescriptor> descriptors(List<byte[]> ids) {
        return ids.stream()
                .map(id -> new PublicKeyCredentialDescriptor(PublicKeyCredentialType.PUBLIC_KEY, id, null))
                .toList();
    }

    private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }
}
