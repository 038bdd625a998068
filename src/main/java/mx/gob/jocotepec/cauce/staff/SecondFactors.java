package mx.gob.jocotepec.cauce.staff;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authenticators, passkeys and recovery codes. The secret lies sealed, the codes as keyed hashes; both are shown once, when they are
 * made.
 */
@Component
class SecondFactors {
    private static final int RECOVERY_CODES = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that looks like another
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a code turned out to be. */
    enum Check {
        CODE,
        RECOVERY,
        WRONG
    }

    private final Passkeys passkeys;
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final BlindIndex blind;
    private final AuditTrail trail;
    private final Clock clock;

    SecondFactors(Passkeys passkeys, JdbcClient jdbc, Sealer sealer, BlindIndex blind, AuditTrail trail, Clock clock) {
        this.passkeys = passkeys;
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.blind = blind;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean has(UUID staff) {
        return hasAuthenticator(staff) || passkeys.has(staff);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hasAuthenticator(UUID staff) {
        return jdbc.sql("select exists (select from staff_totp where staff_id = ? and confirmed_at is not null)")
                .param(staff)
                .query(Boolean.class)
                .single();
    }

    /** Each code is good once; of two who try it at once, one succeeds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Check check(UUID staff, String typed) {
        var code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (code.matches("\\d{6}")) return totp(staff, code, true) ? Check.CODE : Check.WRONG;
        int rows = jdbc.sql(
                        "update recovery_code set used_at = ? where staff_id = ? and code_hash = ? and used_at is null")
                .params(Sessions.at(clock.instant()), staff, hash(staff, code))
                .update();
        return rows == 1 ? Check.RECOVERY : Check.WRONG;
    }

    /** @return a new secret, not in use until a code of it was typed; one not yet in use is replaced */
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] begin(UUID staff) {
        var secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        var sealed = sealer.seal(place(staff), secret);
        jdbc.sql("""
                        insert into staff_totp (staff_id, wrapped_key, secret, created_at) values (?, ?, ?, ?)
                        on conflict (staff_id) do update set wrapped_key = excluded.wrapped_key, secret = excluded.secret,
                          created_at = excluded.created_at, last_step = 0 where staff_totp.confirmed_at is null""")
                .params(staff, sealed.wrappedKey(), sealed.ciphertext(), Sessions.at(clock.instant()))
                .update();
        return secret;
    }

    /** @return the recovery codes; empty when the code was wrong */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<List<String>> confirm(UUID staff, String typed) {
        if (!totp(staff, typed.replaceAll("[\\s-]", ""), false)) return Optional.empty();
        jdbc.sql("update staff_totp set confirmed_at = ? where staff_id = ?")
                .params(Sessions.at(clock.instant()), staff)
                .update();
        trail.record(TrailEvent.of("FACTOR_SET").on("STAFF", staff).with("kind=TOTP"));
        return Optional.of(newRecoveryCodes(staff));
    }

    /**
     * With her first second factor come recovery codes.
     *
     * @return the recovery codes, none where she had them before; empty when the passkey was not taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<List<String>> addPasskey(UUID staff, String name, String answer) {
        boolean first = !has(staff);
        if (!passkeys.add(staff, name, answer)) return Optional.empty();
        return Optional.of(first ? newRecoveryCodes(staff) : List.of());
    }

    /** Those before end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> newRecoveryCodes(UUID staff) {
        jdbc.sql("delete from recovery_code where staff_id = ?").param(staff).update();
        var codes =
                IntStream.range(0, RECOVERY_CODES).mapToObj(i -> recoveryCode()).toList();
        for (var code : codes) {
            jdbc.sql("insert into recovery_code (id, staff_id, code_hash, created_at) values (?, ?, ?, ?)")
                    .params(Ids.next(), staff, hash(staff, code.replace("-", "")), Sessions.at(clock.instant()))
                    .update();
        }
        trail.record(TrailEvent.of("RECOVERY_CODES_MADE").on("STAFF", staff));
        return codes;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int recoveryCodesLeft(UUID staff) {
        return jdbc.sql("select count(*) from recovery_code where staff_id = ? and used_at is null")
                .param(staff)
                .query(Integer.class)
                .single();
    }

    /** All of them. @return whether there was one */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(UUID staff) {
        boolean passkey = passkeys.removeAll(staff);
        return removeAuthenticator(staff) || passkey;
    }

    /** The recovery codes end with the last factor. @return whether there was one */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean removeAuthenticator(UUID staff) {
        int rows = jdbc.sql("delete from staff_totp where staff_id = ?")
                .param(staff)
                .update();
        withoutCodes(staff);
        return rows > 0;
    }

    /** The recovery codes end with the last factor. @return whether it was there and hers */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean removePasskey(UUID staff, UUID id) {
        boolean removed = passkeys.remove(staff, id);
        withoutCodes(staff);
        return removed;
    }

    private void withoutCodes(UUID staff) {
        if (has(staff)) return;
        jdbc.sql("delete from recovery_code where staff_id = ?").param(staff).update();
    }

    private boolean totp(UUID staff, String code, boolean confirmed) {
        record Row(Sealed secret, long lastStep) {}
        var row = jdbc.sql("""
                        select wrapped_key, secret, last_step from staff_totp
                        where staff_id = ? and (confirmed_at is not null) = ?""")
                .params(staff, confirmed)
                .query((found, number) -> new Row(new Sealed(found.getBytes(1), found.getBytes(2)), found.getLong(3)))
                .optional();
        if (row.isEmpty()) return false;
        var secret = sealer.open(place(staff), row.get().secret());
        var step = Totp.stepOf(code, secret, clock.instant(), row.get().lastStep());
        return step.isPresent()
                && jdbc.sql("update staff_totp set last_step = ? where staff_id = ? and last_step < ?")
                                .params(step.getAsLong(), staff, step.getAsLong())
                                .update()
                        == 1;
    }

    private static Place place(UUID staff) {
        return new Place("staff_totp", staff, Compartment.ACCOUNT);
    }

    /** 16 letters of 31: 79 bits. */
    private static String recoveryCode() {
        var code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) code.append('-');
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private byte[] hash(UUID staff, String code) {
        return blind.of(BlindIndex.Column.SIGN_IN, "recovery|" + staff + '|' + code);
    }
}
