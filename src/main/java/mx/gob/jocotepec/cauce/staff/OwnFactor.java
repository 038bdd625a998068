package mx.gob.jocotepec.cauce.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own second factors. Changing them takes a fresh proof. */
@Service
public class OwnFactor {
    /** @param must her roles do not let her do without */
    public record State(boolean authenticator, List<OwnPasskey> passkeys, int recoveryCodesLeft, boolean must) {
        public boolean any() {
            return authenticator || !passkeys.isEmpty();
        }
    }

    private final CurrentActor current;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SecondFactorRules rules;
    private final StaffNotices notices;
    private final FreshFactor fresh;
    private final StaffAccountRepository accounts;
    private final AuditTrail trail;

    OwnFactor(
            CurrentActor current,
            SecondFactors factors,
            Passkeys passkeys,
            SecondFactorRules rules,
            StaffNotices notices,
            FreshFactor fresh,
            StaffAccountRepository accounts,
            AuditTrail trail) {
        this.current = current;
        this.factors = factors;
        this.passkeys = passkeys;
        this.rules = rules;
        this.notices = notices;
        this.fresh = fresh;
        this.accounts = accounts;
        this.trail = trail;
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public State state() {
        return new State(
                factors.hasAuthenticator(me()),
                passkeys.of(me()),
                factors.recoveryCodesLeft(me()),
                rules.must(current.get().roles()));
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional
    public AuthenticatorSetup begin() {
        fresh.require();
        var username = accounts.findById(me()).orElseThrow().username();
        return AuthenticatorSetup.of(username, factors.begin(me()));
    }

    /** @return the recovery codes; empty when the code was wrong */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public Optional<List<String>> confirm(String code) {
        fresh.require();
        return factors.confirm(me(), code);
    }

    /** @return what the browser is asked to make a passkey with (JSON), once and within five minutes */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public String passkeyCreation() {
        fresh.require();
        return passkeys.creation(me(), accounts.findById(me()).orElseThrow().username());
    }

    /**
     * Ten at most.
     *
     * @param name of her choosing, cut at 60 letters
     * @param answer of the browser (JSON)
     * @return the recovery codes, none where she had some; empty when the passkey was not taken
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public Optional<List<String>> addPasskey(String name, String answer) {
        fresh.require();
        return factors.addPasskey(me(), name, answer);
    }

    /** One that is not hers is left as it is, without a word. */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void removePasskey(UUID id) {
        fresh.require();
        if (factors.removePasskey(me(), id)) {
            trail.record(TrailEvent.of("FACTOR_REMOVED").on("STAFF", me()).with("by=OWNER,kind=PASSKEY"));
        }
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional
    public List<String> newRecoveryCodes() {
        fresh.require();
        return factors.newRecoveryCodes(me());
    }

    /** The authenticator, also before another telephone is set up. Whoever must have a factor is led to it at the next sign-in. */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void remove() {
        fresh.require();
        if (factors.removeAuthenticator(me())) {
            trail.record(TrailEvent.of("FACTOR_REMOVED").on("STAFF", me()).with("by=OWNER"));
        }
    }

    /** What was done to her account and not yet read by her. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<AccountNotice> notices() {
        return notices.unseen(me());
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void noticesSeen() {
        notices.seen(me());
    }

    private UUID me() {
        return current.get().staff().value();
    }
}
