package mx.gob.jocotepec.cauce.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether it is still she who sits there: the person of this session proved herself, with her password and the second factor when she
 * has one, or with a passkey of hers, within the last five minutes. Signing in counts.
 */
@Service
public class FreshFactor {
    public static final Duration VALID_FOR = Duration.ofMinutes(5);

    public enum Answer {
        FRESH,
        /** Which of the two was wrong is not told. */
        WRONG,
        /** Too many attempts; later. */
        WAIT
    }

    private final CurrentActor current;
    private final Sessions sessions;
    private final StaffAccountRepository accounts;
    private final PasswordEncoder passwords;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final StaffNotices notices;
    private final SignInDelays delays;
    private final ObjectProvider<PersonalKeys> keys;
    private final AuditTrail trail;
    private final Clock clock;

    FreshFactor(
            CurrentActor current,
            Sessions sessions,
            StaffAccountRepository accounts,
            PasswordEncoder passwords,
            SecondFactors factors,
            Passkeys passkeys,
            StaffNotices notices,
            SignInDelays delays,
            ObjectProvider<PersonalKeys> keys,
            AuditTrail trail,
            Clock clock) {
        this.current = current;
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.notices = notices;
        this.delays = delays;
        this.keys = keys;
        this.trail = trail;
        this.clock = clock;
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public boolean isFresh() {
        return current.session()
                .flatMap(sessions::provedAt)
                .filter(at -> at.plus(VALID_FOR).isAfter(clock.instant()))
                .isPresent();
    }

    /** @throws NotFreshException when she has to prove herself first */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public void require() {
        if (!isFresh()) throw new NotFreshException();
    }

    /** Whether a code of the second factor is needed besides the password. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public boolean asksForCode() {
        return factors.has(current.get().staff().value());
    }

    /** Whether she has a passkey to prove herself with. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public boolean hasPasskey() {
        return passkeys.has(current.get().staff().value());
    }

    /** @return what the browser is asked to sign with (JSON), once and within five minutes */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public String passkeyRequest() {
        return passkeys.request(current.get().staff().value());
    }

    /** @param code of the second factor, or one of her recovery codes; empty when none is asked for */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public Answer prove(String password, String code) {
        return proved(password, me -> right(me, password) && rightToo(me, code));
    }

    /** With the passkey alone: it asked for a finger, her face or a PIN. What opens by her password stays closed. */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public Answer proveByPasskey(String answer) {
        return proved("", me -> passkeys.check(me.id(), answer));
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional
    public Answer proveByPasskey(String password, String answer) {
        return proved(password, me -> right(me, password) && passkeys.check(me.id(), answer));
    }

    /** @param password empty where none was asked for */
    private Answer proved(String password, Predicate<StaffAccount> shown) {
        var me = accounts.findById(current.get().staff().value()).orElseThrow();
        var session = current.session().orElseThrow(NotFreshException::new);
        var address = "own:" + me.id();
        if (delays.wait(me.username(), address).isPositive()) return Answer.WAIT;
        if (!shown.test(me)) {
            delays.failed(me.username(), address);
            trail.denied(TrailEvent.of("PROVED_AGAIN").on("STAFF", me.id()));
            return Answer.WRONG;
        }
        delays.succeeded(me.username());
        sessions.proved(session);
        if (!password.isEmpty()) {
            keys.forEach(key -> key.passwordProved(StaffId.of(me.id()), session, password.toCharArray()));
        }
        trail.record(TrailEvent.of("PROVED_AGAIN").on("STAFF", me.id()));
        return Answer.FRESH;
    }

    private boolean right(StaffAccount me, String password) {
        var hash = me.passwordHash();
        return hash != null && password.length() <= PasswordRules.LONGEST && passwords.matches(password, hash);
    }

    private boolean rightToo(StaffAccount me, String code) {
        if (!factors.has(me.id())) return true;
        var check = factors.check(me.id(), code);
        if (check == SecondFactors.Check.RECOVERY) notices.tell(me.id(), StaffNotices.Kind.RECOVERY_USED);
        return check != SecondFactors.Check.WRONG;
    }
}
