package mx.gob.jocotepec.cauce.staff;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Between the password and the inside: what is still owed by the person of this session, who has no rights yet. The code or what her passkey answers goes to
 * {@link SecondStepFilter}; here she sets up her first factor.
 */
@Service
public class SecondStep {
    public enum Owed {
        /** No password was given, or too long ago. */
        NOTHING,
        CODE,
        SET_UP,
        /** It is set up; she may go in. */
        DONE
    }

    /** How she may go on. Recovery codes are always taken. */
    public record Ways(boolean authenticator, boolean passkey) {}

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SystemActor system;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SecondStep(
            SecondFactors factors,
            Passkeys passkeys,
            SystemActor system,
            TransactionTemplate transaction,
            Clock clock) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.system = system;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PreAuthorize("permitAll()")
    public Owed owed() {
        return halfWay()
                .map(found -> found.justSetUp() ? Owed.DONE : found.setUp() ? Owed.SET_UP : Owed.CODE)
                .orElse(Owed.NOTHING);
    }

    @PreAuthorize("permitAll()")
    public Ways ways() {
        return asking(found ->
                        Optional.of(new Ways(factors.hasAuthenticator(found.staff()), passkeys.has(found.staff()))))
                .orElse(new Ways(false, false));
    }

    /** @return what the browser is asked to sign with (JSON), once and within five minutes; empty when she owes none */
    @PreAuthorize("permitAll()")
    public Optional<String> passkeyRequest() {
        return asking(found -> Optional.of(passkeys.request(found.staff())));
    }

    /** Empty when it is not hers to set up. */
    @PreAuthorize("permitAll()")
    public Optional<AuthenticatorSetup> begin() {
        return settingUp(found -> Optional.of(AuthenticatorSetup.of(found.username(), factors.begin(found.staff()))));
    }

    /** @return the recovery codes; empty when the code was wrong */
    @PreAuthorize("permitAll()")
    public Optional<List<String>> confirm(String code) {
        return settingUp(found -> {
            var codes = factors.confirm(found.staff(), code);
            if (codes.isPresent()) found.hasSetUp();
            return codes;
        });
    }

    private <T> Optional<T> settingUp(Function<HalfWay, Optional<T>> work) {
        return with(halfWay().filter(one -> one.setUp() && !one.justSetUp()), work);
    }

    private <T> Optional<T> asking(Function<HalfWay, Optional<T>> work) {
        return with(halfWay().filter(one -> !one.setUp()), work);
    }

    private <T> Optional<T> with(Optional<HalfWay> found, Function<HalfWay, Optional<T>> work) {
        if (found.isEmpty()) return Optional.empty();
        Optional<T> made = system.call(() -> transaction.execute(status -> work.apply(found.get())));
        return made == null ? Optional.empty() : made;
    }

    private Optional<HalfWay> halfWay() {
        return HalfWay.current().filter(found -> !found.tooLate(clock.instant()));
    }
}
