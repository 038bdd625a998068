package mx.gob.jocotepec.cauce.staff;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.PasskeyChallenge.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (WebAuthn) as a second factor. The public key and the name she gave lie sealed at her own place, so a row put in or moved by
 * SQL opens for nobody.
 */
@Component
class Passkeys {
    static final int MOST = 10;
    static final int LONGEST_NAME = 60;

    private final PasskeyCeremony ceremony;
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final AuditTrail trail;
    private final Clock clock;

    Passkeys(PasskeyCeremony ceremony, JdbcClient jdbc, Sealer sealer, AuditTrail trail, Clock clock) {
        this.ceremony = ceremony;
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

    /** @return what the browser is asked to make one with, JSON; one that is registered already is not made again */
    @Transactional(propagation = Propagation.MANDATORY)
    public String creation(UUID staff, String username) {
        var challenge = PasskeyChallenge.make(Purpose.REGISTER, staff, clock.instant());
        return ceremony.creation(challenge, staff, username, known(staff));
    }

    /** @return whether it was taken: made for her, here, a moment ago */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(UUID staff, String name, String answer) {
        var made = PasskeyChallenge.take(Purpose.REGISTER, staff, clock.instant())
                .filter(challenge -> known(staff).size() < MOST)
                .flatMap(challenge -> ceremony.made(challenge, answer));
        if (made.isEmpty() || !insert(staff, name, made.get())) return false;
        trail.record(TrailEvent.of("FACTOR_SET").on("STAFF", staff).with("kind=PASSKEY"));
        return true;
    }

    /** @return what the browser is asked to sign with, JSON */
    @Transactional(propagation = Propagation.MANDATORY)
    public String request(UUID staff) {
        return ceremony.request(PasskeyChallenge.make(Purpose.PROVE, staff, clock.instant()), known(staff));
    }

    /** @return whether one of hers signed, here, a moment ago, after she showed it who she is */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean check(UUID staff, String answer) {
        var challenge = PasskeyChallenge.take(Purpose.PROVE, staff, clock.instant());
        var read = ceremony.read(answer);
        if (challenge.isEmpty() || read.isEmpty()) return false;
        var handle = read.get().getUserHandle();
        if (handle != null && !Arrays.equals(handle, PasskeyCeremony.handle(staff))) return false;
        var row = row(staff, read.get());
        if (row.isEmpty()) return false;
        try {
            var count = ceremony.signed(challenge.get(), read.get(), row.get().kept());
            return count.isPresent() && (used(row.get().id(), count.get()) || copied(staff));
        } catch (MaliciousCounterValueException e) {
            return copied(staff);
        }
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

    private boolean insert(UUID staff, String name, PasskeyCeremony.Made made) {
        var sealed = sealer.seal(place(staff), new Content(shortened(name), made.credential()).toBytes());
        return jdbc.sql("""
                        insert into staff_passkey
                          (id, staff_id, credential_id, wrapped_key, content, sign_count, backup_eligible, user_verified, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing""")
                        .params(
                                Ids.next(),
                                staff,
                                made.id(),
                                sealed.wrappedKey(),
                                sealed.ciphertext(),
                                made.count(),
                                made.backupEligible(),
                                made.userVerified(),
                                Sessions.at(clock.instant()))
                        .update()
                == 1;
    }

    /** A counter that stands still is somebody's copy, unless the passkey does not count at all. Of two answers at once one is taken. */
    private boolean used(UUID id, long count) {
        return jdbc.sql("""
                        update staff_passkey set sign_count = ?, last_used_at = ?
                        where id = ? and (sign_count < ? or (sign_count = 0 and ? = 0))""")
                        .params(count, Sessions.at(clock.instant()), id, count, count)
                        .update()
                == 1;
    }

    private boolean copied(UUID staff) {
        trail.denied(TrailEvent.of("PASSKEY_REFUSED").on("STAFF", staff).with("reason=COUNTER"));
        return false;
    }

    private Optional<Row> row(UUID staff, AuthenticationData signed) {
        return jdbc.sql("""
                        select id, wrapped_key, content, sign_count, backup_eligible from staff_passkey
                        where staff_id = ? and credential_id = ?""")
                .param(staff)
                .param(signed.getCredentialId())
                .query((found, number) -> {
                    var content = opened(staff, new Sealed(found.getBytes(2), found.getBytes(3)));
                    return new Row(
                            found.getObject(1, UUID.class),
                            new PasskeyCeremony.Kept(content.credential(), found.getLong(4), found.getBoolean(5)));
                })
                .optional();
    }

    private List<byte[]> known(UUID staff) {
        return jdbc.sql("select credential_id from staff_passkey where staff_id = ? order by created_at, id")
                .param(staff)
                .query((row, number) -> row.getBytes(1))
                .list();
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

    private record Row(UUID id, PasskeyCeremony.Kept kept) {}

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
