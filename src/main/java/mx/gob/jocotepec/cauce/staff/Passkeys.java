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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.PasskeyChallenge.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (WebAuthn) as a second factor. All checking of what browsers answer is webauthn4j's (docs/decisions/022). The public key and
 * the name she gave lie sealed at her own place, so a row put in or moved by SQL opens for nobody.
 */
@Component
class Passkeys {
    static final int MOST = 10;
    static final int LONGEST_NAME = 60;

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int LONGEST_ANSWER = 20_000;
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            parameters(COSEAlgorithmIdentifier.ES256),
            parameters(COSEAlgorithmIdentifier.EdDSA),
            parameters(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    /** Which make of authenticator it is, is not asked. */
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final PasskeyAddress address;
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final AuditTrail trail;
    private final Clock clock;

    Passkeys(PasskeyAddress address, JdbcClient jdbc, Sealer sealer, AuditTrail trail, Clock clock) {
        this.address = address;
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean has(UUID staff) {
        return jdbc.sql("select exists (select from staff_passkey where staff_id = ?)")
                .param(staff)
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<OwnPasskey> of(UUID staff) {
        return jdbc.sql("""
                        select id, wrapped_key, content, created_at, last_used_at from staff_passkey
                        where staff_id = ? order by created_at, id""")
                .param(staff)
                .query((row, number) -> {
                    var used = row.getObject(5, OffsetDateTime.class);
                    return new OwnPasskey(
                            row.getObject(1, UUID.class),
                            opened(staff, new Sealed(row.getBytes(2), row.getBytes(3)))
                                    .name(),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /** @return what the browser is asked to make one with, as JSON; one that is registered already is not made again */
    @Transactional(propagation = Propagation.MANDATORY)
    public String creation(UUID staff, String username) {
        var user = new PublicKeyCredentialUserEntity(bytes(staff), username, username);
        return json(new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity(address.host(), "Cauce"),
                user,
                PasskeyChallenge.make(Purpose.REGISTER, staff, clock.instant()),
                ALGORITHMS,
                PasskeyChallenge.VALID_FOR.toMillis(),
                known(staff),
                new AuthenticatorSelectionCriteria(
                        null, false, ResidentKeyRequirement.PREFERRED, UserVerificationRequirement.REQUIRED),
                AttestationConveyancePreference.NONE,
                null));
    }

    /** @return whether it was taken: made for her, here, a moment ago */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(UUID staff, String name, String answer) {
        var challenge = PasskeyChallenge.take(Purpose.REGISTER, staff, clock.instant());
        if (challenge.isEmpty() || count(staff) >= MOST) return false;
        var made = understood(
                answer,
                () -> manager.verifyRegistrationResponseJSON(
                        answer, new RegistrationParameters(here(challenge.get()), ALGORITHMS, true)));
        if (made.isEmpty()) return false;
        var data = Objects.requireNonNull(made.get().getAttestationObject()).getAuthenticatorData();
        var credential = Objects.requireNonNull(data.getAttestedCredentialData());
        var sealed = sealer.seal(place(staff), new Content(shortened(name), credentials.convert(credential)).toBytes());
        int rows = jdbc.sql("""
                        insert into staff_passkey
                          (id, staff_id, credential_id, wrapped_key, content, sign_count, backup_eligible, user_verified, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing""")
                .params(
                        Ids.next(),
                        staff,
                        credential.getCredentialId(),
                        sealed.wrappedKey(),
                        sealed.ciphertext(),
                        data.getSignCount(),
                        data.isFlagBE(),
                        data.isFlagUV(),
                        Sessions.at(clock.instant()))
                .update();
        if (rows == 1)
            trail.record(TrailEvent.of("FACTOR_SET").on("STAFF", staff).with("kind=PASSKEY"));
        return rows == 1;
    }

    /** @return what the browser is asked to sign with, as JSON */
    @Transactional(propagation = Propagation.MANDATORY)
    public String request(UUID staff) {
        return json(new PublicKeyCredentialRequestOptions(
                PasskeyChallenge.make(Purpose.PROVE, staff, clock.instant()),
                PasskeyChallenge.VALID_FOR.toMillis(),
                address.host(),
                known(staff),
                UserVerificationRequirement.REQUIRED,
                null));
    }

    /** @return whether one of hers signed, here, a moment ago, after she showed it who she is */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean check(UUID staff, String answer) {
        var challenge = PasskeyChallenge.take(Purpose.PROVE, staff, clock.instant());
        var signed = understood(answer, () -> manager.parseAuthenticationResponseJSON(answer));
        if (challenge.isEmpty() || signed.isEmpty()) return false;
        var kept = row(staff, signed.get());
        var handle = signed.get().getUserHandle();
        if (kept.isEmpty() || (handle != null && !Arrays.equals(handle, bytes(staff)))) return false;
        var parameters = new AuthenticationParameters(
                here(challenge.get()), kept.get().credential(credentials), null, true, true);
        try {
            var verified = understood(answer, () -> manager.verify(signed.get(), parameters));
            if (verified.isEmpty()) return false;
            var count = Objects.requireNonNull(verified.get().getAuthenticatorData())
                    .getSignCount();
            return used(kept.get(), count) || copied(staff);
        } catch (MaliciousCounterValueException e) {
            return copied(staff);
        }
    }

    private boolean copied(UUID staff) {
        trail.denied(TrailEvent.of("PASSKEY_REFUSED").on("STAFF", staff).with("reason=COUNTER"));
        return false;
    }

    /** @return whether it was there and hers */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(UUID staff, UUID id) {
        return jdbc.sql("delete from staff_passkey where id = ? and staff_id = ?")
                        .params(id, staff)
                        .update()
                == 1;
    }

    /** @return whether there was one */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean removeAll(UUID staff) {
        return jdbc.sql("delete from staff_passkey where staff_id = ?")
                        .param(staff)
                        .update()
                > 0;
    }

    /** A counter that stands still is somebody's copy, unless the passkey does not count at all. Of two answers at once one is taken. */
    private boolean used(Row kept, long count) {
        return jdbc.sql("""
                        update staff_passkey set sign_count = ?, last_used_at = ?
                        where id = ? and (sign_count < ? or (sign_count = 0 and ? = 0))""")
                        .params(count, Sessions.at(clock.instant()), kept.id(), count, count)
                        .update()
                == 1;
    }

    private Optional<Row> row(UUID staff, AuthenticationData signed) {
        return jdbc.sql("""
                        select id, wrapped_key, content, sign_count, backup_eligible from staff_passkey
                        where staff_id = ? and credential_id = ?""")
                .param(staff)
                .param(signed.getCredentialId())
                .query((found, number) -> new Row(
                        found.getObject(1, UUID.class),
                        opened(staff, new Sealed(found.getBytes(2), found.getBytes(3))),
                        found.getLong(4),
                        found.getBoolean(5)))
                .optional();
    }

    private List<PublicKeyCredentialDescriptor> known(UUID staff) {
        return jdbc.sql("select credential_id from staff_passkey where staff_id = ? order by created_at, id")
                .param(staff)
                .query((row, number) ->
                        new PublicKeyCredentialDescriptor(PublicKeyCredentialType.PUBLIC_KEY, row.getBytes(1), null))
                .list();
    }

    private int count(UUID staff) {
        return jdbc.sql("select count(*) from staff_passkey where staff_id = ?")
                .param(staff)
                .query(Integer.class)
                .single();
    }

    private ServerProperty here(Challenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(address.origin()))
                .rpId(address.host())
                .challenge(challenge)
                .build();
    }

    /** Whatever the library does not understand or trust is no answer; it has many exceptions for that, and none of them is ours. */
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

    private String json(Object options) {
        return Objects.requireNonNull(converter.getJsonMapper().writeValueAsString(options));
    }

    private Content opened(UUID staff, Sealed sealed) {
        return Content.of(sealer.open(place(staff), sealed));
    }

    private static Place place(UUID staff) {
        return new Place("staff_passkey", staff, Compartment.ACCOUNT);
    }

    private static String shortened(String name) {
        var text = name.strip();
        return text.substring(0, Math.min(text.length(), LONGEST_NAME));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    private record Row(UUID id, Content content, long signCount, boolean backupEligible) {
        CredentialRecordImpl credential(AttestedCredentialDataConverter credentials) {
            return new CredentialRecordImpl(
                    null,
                    true,
                    backupEligible,
                    null,
                    signCount,
                    credentials.convert(content.credential()),
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** What lies sealed: the name, and the credential's id and public key as the standard writes them. */
    private record Content(String name, byte[] credential) {
        static Content of(byte[] bytes) {
            var buffer = ByteBuffer.wrap(bytes);
            var name = new byte[Short.toUnsignedInt(buffer.getShort())];
            buffer.get(name);
            var credential = new byte[buffer.remaining()];
            buffer.get(credential);
            return new Content(new String(name, StandardCharsets.UTF_8), credential);
        }

        byte[] toBytes() {
            var text = name.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Short.BYTES + text.length + credential.length)
                    .putShort((short) text.length)
                    .put(text)
                    .put(credential)
                    .array();
        }
    }
}
