package mx.gob.jocotepec.cauce.staff;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may do with her own account. A new password ends her sessions everywhere, this one at its next step. */
@Service
public class OwnAccount {
    public enum Answer {
        CHANGED,
        WRONG_PASSWORD,
        WAIT,
        PASSWORD_REFUSED
    }

    private final CurrentActor current;
    private final StaffAccountRepository accounts;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final FreshFactor fresh;
    private final Sessions sessions;
    private final ObjectProvider<PersonalKeys> keys;
    private final AuditTrail trail;

    OwnAccount(
            CurrentActor current,
            StaffAccountRepository accounts,
            PasswordRules rules,
            PasswordEncoder passwords,
            FreshFactor fresh,
            Sessions sessions,
            ObjectProvider<PersonalKeys> keys,
            AuditTrail trail) {
        this.current = current;
        this.accounts = accounts;
        this.rules = rules;
        this.passwords = passwords;
        this.fresh = fresh;
        this.sessions = sessions;
        this.keys = keys;
        this.trail = trail;
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public String username() {
        return me().username();
    }

    /**
     * Guessing the present one is slowed down as at the sign-in.
     *
     * @param code of the second factor, where she has one
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public Answer changePassword(String present, String code, String next) {
        return change(present, next, () -> fresh.prove(present, code));
    }

    /** @param answer of her passkey (JSON) */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public Answer changePasswordByPasskey(String present, String answer, String next) {
        return change(present, next, () -> fresh.proveByPasskey(present, answer));
    }

    private Answer change(String present, String next, Supplier<FreshFactor.Answer> proof) {
        var me = me();
        if (rules.check(me.username(), next).isPresent()) return Answer.PASSWORD_REFUSED;
        switch (proof.get()) {
            case WAIT -> {
                return Answer.WAIT;
            }
            case WRONG -> {
                return Answer.WRONG_PASSWORD;
            }
            case FRESH -> {}
        }
        me.password(java.util.Objects.requireNonNull(passwords.encode(next)));
        accounts.save(me);
        keys.forEach(key -> key.passwordChanged(StaffId.of(me.id()), present.toCharArray(), next.toCharArray()));
        trail.record(TrailEvent.of("PASSWORD_SET").on("STAFF", me.id()).with("by=OWNER"));
        return Answer.CHANGED;
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void endAllSessions() {
        var me = me();
        me.endSessions();
        accounts.save(me);
        trail.record(TrailEvent.of("SESSIONS_ENDED").on("STAFF", me.id()));
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<OwnSession> sessions() {
        return sessions.of(current.get().staff().value(), current.session().orElseThrow());
    }

    /** One that is not hers is left as it is, without a word. */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void endSession(UUID session) {
        var me = current.get().staff().value();
        if (!sessions.end(me, session)) return;
        keys.forEach(key -> key.sessionEnded(session));
        trail.record(TrailEvent.of("SESSIONS_ENDED").on("STAFF", me).with("one=yes"));
    }

    private StaffAccount me() {
        return accounts.findById(current.get().staff().value()).orElseThrow();
    }
}
