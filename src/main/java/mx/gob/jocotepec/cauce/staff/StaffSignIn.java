package mx.gob.jocotepec.cauce.staff;

import java.time.Clock;
import java.util.Locale;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
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
 * Signs in by user name and password. An unknown name, a wrong password and a disabled account are one answer and take the same time.
 */
@Component
class StaffSignIn implements AuthenticationProvider {
    private final StaffAccountRepository accounts;
    private final SignInDelays delays;
    private final PasswordEncoder passwords;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String nobodysHash;

    StaffSignIn(
            StaffAccountRepository accounts,
            SignInDelays delays,
            PasswordEncoder passwords,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.delays = delays;
        this.passwords = passwords;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
        this.nobodysHash = java.util.Objects.requireNonNull(passwords.encode("nobody's password"));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var username = attempt.getName().strip().toLowerCase(Locale.ROOT);
        var password = String.valueOf(attempt.getCredentials());
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "local";
        if (delays.wait(username, address).isPositive()) {
            trail.denied(TrailEvent.of("SIGN_IN").with("reason=WAIT"));
            throw new LockedException("too many attempts");
        }
        var found = transaction.execute(status -> accounts.findByUsername(username));
        var account = found == null ? null : found.orElse(null);
        var hash = account == null || account.passwordHash() == null ? nobodysHash : account.passwordHash();
        boolean right = password.length() <= 128 && passwords.matches(password, hash);
        if (account == null || !right || !account.active() || account.passwordHash() == null) {
            delays.failed(username, address);
            var event = TrailEvent.of("SIGN_IN").with("reason=REFUSED");
            trail.denied(account == null ? event : event.on("STAFF", account.id()));
            throw new BadCredentialsException("not signed in");
        }
        delays.succeeded(username);
        return signedIn(account);
    }

    private Authentication signedIn(StaffAccount account) {
        var principal = new StaffPrincipal(
                account.id(),
                account.areaId(),
                account.roles(),
                account.username(),
                account.displayName(),
                account.epoch(),
                clock.instant());
        transaction.executeWithoutResult(status -> {
            accounts.signedIn(account.id(), clock.instant());
            trail.record(TrailEvent.of("SIGN_IN").on("STAFF", account.id()));
        });
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.allAuthorities());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
