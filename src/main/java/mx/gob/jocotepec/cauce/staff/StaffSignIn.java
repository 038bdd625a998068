package mx.gob.jocotepec.cauce.staff;

import java.io.Serial;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.SecondFactors.Check;
import mx.gob.jocotepec.cauce.staff.Sessions.Way;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs in by user name and password, and by the second factor after it where there is one or must be. An unknown name, a wrong password
 * and a disabled account are one answer and take the same time. Every way in ends in {@link #signedIn}, which asks for the account's
 * state itself.
 */
@Component
class StaffSignIn implements AuthenticationProvider {
    private final StaffAccountRepository accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SecondFactorRules rules;
    private final StaffNotices notices;
    private final SignInDelays delays;
    private final PasswordEncoder passwords;
    private final Sessions sessions;
    private final ObjectProvider<PersonalKeys> keys;
    private final AuditTrail trail;
    private final SystemActor system;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String nobodysHash;

    StaffSignIn(
            StaffAccountRepository accounts,
            SecondFactors factors,
            Passkeys passkeys,
            SecondFactorRules rules,
            StaffNotices notices,
            SignInDelays delays,
            PasswordEncoder passwords,
            Sessions sessions,
            ObjectProvider<PersonalKeys> keys,
            AuditTrail trail,
            SystemActor system,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.rules = rules;
        this.notices = notices;
        this.delays = delays;
        this.passwords = passwords;
        this.sessions = sessions;
        this.keys = keys;
        this.trail = trail;
        this.system = system;
        this.transaction = transaction;
        this.clock = clock;
        this.nobodysHash = Objects.requireNonNull(passwords.encode("nobody's password"));
    }

    /** @throws SecondStepNeededException when the password was right and is not enough */
    @Override
    public Authentication authenticate(Authentication attempt) {
        var username = attempt.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(attempt.getCredentials());
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "local";
        return system.call(() -> {
            waitFor(username, address);
            var found = withPassword(username, password);
            if (found.isEmpty()) throw refused(username, address);
            var account = found.get();
            boolean has = Boolean.TRUE.equals(transaction.execute(status -> factors.has(account.id())));
            if (has || rules.must(account.roles())) {
                throw new SecondStepNeededException(new HalfWay(
                        account.id(), account.username(), account.epoch(), !has, clock.instant(), password));
            }
            return signedIn(account.id(), account.epoch(), Way.PASSWORD, password);
        });
    }

    /**
     * @param passkey what her passkey answered (JSON); empty where she typed a code
     * @throws GoneException when the account changed since the password was given, or that is too long ago
     * @throws BadCredentialsException when code or passkey are wrong
     */
    Authentication complete(HalfWay halfWay, String code, String passkey, String address) {
        return system.call(() -> {
            if (halfWay.tooLate(clock.instant()) || (halfWay.setUp() && !halfWay.justSetUp()))
                throw new GoneException();
            waitFor(halfWay.username(), address);
            var way = halfWay.justSetUp()
                    ? Optional.of(Way.CODE)
                    : passkey.isEmpty() ? byCode(halfWay.staff(), code) : byPasskey(halfWay.staff(), passkey);
            if (way.isEmpty()) throw refused(halfWay.username(), address);
            return signedIn(halfWay.staff(), halfWay.epoch(), way.get(), halfWay.password());
        });
    }

    /** Codes and passkeys are guessed like passwords, so they wait in the same buckets; only a whole sign-in empties the account's. */
    private void waitFor(String username, String address) {
        if (delays.wait(username, address).isPositive()) {
            trail.denied(TrailEvent.of("SIGN_IN").with("reason=WAIT"));
            throw new LockedException("too many attempts");
        }
    }

    private Optional<StaffAccount> withPassword(String username, String password) {
        var found = Objects.requireNonNull(transaction.execute(status -> accounts.findByUsername(username)));
        var hash = found.map(StaffAccount::passwordHash).orElse(nobodysHash);
        boolean right = password.length() <= PasswordRules.LONGEST && passwords.matches(password, hash);
        return found.filter(account -> right && account.active() && account.passwordHash() != null);
    }

    private Optional<Way> byCode(UUID staff, String code) {
        var check = transaction.execute(status -> {
            var found = factors.check(staff, code);
            if (found == Check.RECOVERY) {
                notices.tell(staff, StaffNotices.Kind.RECOVERY_USED);
                trail.record(TrailEvent.of("RECOVERY_CODE_USED").on("STAFF", staff));
            }
            return found;
        });
        return switch (Objects.requireNonNull(check)) {
            case CODE -> Optional.of(Way.CODE);
            case RECOVERY -> Optional.of(Way.RECOVERY);
            case WRONG -> Optional.empty();
        };
    }

    private Optional<Way> byPasskey(UUID staff, String answer) {
        return Boolean.TRUE.equals(transaction.execute(status -> passkeys.check(staff, answer)))
                ? Optional.of(Way.PASSKEY)
                : Optional.empty();
    }

    private BadCredentialsException refused(String username, String address) {
        delays.failed(username, address);
        var event = TrailEvent.of("SIGN_IN").with("reason=REFUSED");
        var known = Objects.requireNonNull(transaction.execute(status -> accounts.findByUsername(username)));
        trail.denied(known.map(account -> event.on("STAFF", account.id())).orElse(event));
        return new BadCredentialsException("not signed in");
    }

    /**
     * The only way in. Of one transaction: without the trail, the session or her own keys nobody is in.
     *
     * @param epoch of the account when she began to sign in; another one by now, and she begins again
     * @param password empty where none was asked for
     */
    private Authentication signedIn(UUID staff, int epoch, Way way, String password) {
        var signedIn = transaction.execute(status -> {
            var account = accounts.findById(staff)
                    .filter(found -> found.active() && found.epoch() == epoch)
                    .orElseThrow(GoneException::new);
            var session = sessions.start(staff, way, Device.current());
            if (!password.isEmpty()) {
                keys.forEach(key -> key.passwordProved(StaffId.of(staff), session, password.toCharArray()));
            }
            accounts.signedIn(staff, clock.instant());
            trail.record(TrailEvent.of("SIGN_IN").on("STAFF", staff).with("way=" + way));
            var principal = new StaffPrincipal(
                    staff,
                    account.areaId(),
                    account.roles(),
                    account.username(),
                    account.displayName(),
                    account.epoch(),
                    session,
                    clock.instant());
            delays.succeeded(account.username());
            return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.allAuthorities());
        });
        return Objects.requireNonNull(signedIn);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** What she began cannot be ended any more. */
    static class GoneException extends BadCredentialsException {
        @Serial
        private static final long serialVersionUID = 1L;

        GoneException() {
            super("begin again");
        }
    }
}
