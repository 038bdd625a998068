package mx.gob.jocotepec.cauce.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the session in the database too: a copy of its cookie is worth nothing, on any node. */
@Component
class SigningOut implements LogoutHandler {
    private final Sessions sessions;
    private final ObjectProvider<PersonalKeys> keys;
    private final AuditTrail trail;
    private final SystemActor system;
    private final TransactionTemplate transaction;

    SigningOut(
            Sessions sessions,
            ObjectProvider<PersonalKeys> keys,
            AuditTrail trail,
            SystemActor system,
            TransactionTemplate transaction) {
        this.sessions = sessions;
        this.keys = keys;
        this.trail = trail;
        this.system = system;
        this.transaction = transaction;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof StaffPrincipal who)) return;
        system.run(() -> transaction.executeWithoutResult(status -> {
            if (sessions.end(who.staff(), who.session())) {
                trail.record(TrailEvent.of("SIGN_OUT").on("STAFF", who.staff()));
            }
        }));
        keys.forEach(key -> key.sessionEnded(who.session()));
    }
}
