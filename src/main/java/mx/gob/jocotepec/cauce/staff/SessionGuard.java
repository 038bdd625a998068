package mx.gob.jocotepec.cauce.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at the next request when it was ended from elsewhere, when its account was disabled or got other rights (on any node),
 * when nobody used it for twenty minutes, or when it is older than a working day. What an open tab sends by itself is no use.
 */
class SessionGuard extends OncePerRequestFilter {
    /** Vaadin's own: a sign of life of the tab, and the channel on which it waits. */
    private static final Set<String> NO_USE = Set.of("heartbeat", "push");

    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final ObjectProvider<PersonalKeys> keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SessionGuard(Sessions sessions, ObjectProvider<PersonalKeys> keys, TransactionTemplate transaction, Clock clock) {
        this.sessions = sessions;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof StaffPrincipal principal
                && !stillGood(principal, !NO_USE.contains(String.valueOf(request.getParameter("v-r"))))) {
            keys.forEach(key -> key.sessionEnded(principal.session()));
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean stillGood(StaffPrincipal who, boolean use) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var now = clock.instant();
            var open = sessions.open(who);
            if (open.isEmpty()) return false;
            var found = open.get();
            if (found.lastUsedAt().plus(Sessions.IDLE).isBefore(now)
                    || found.startedAt().plus(Sessions.LONGEST).isBefore(now)) {
                sessions.end(who.staff(), who.session());
                return false;
            }
            if (use && found.lastUsedAt().plus(WRITTEN_EVERY).isBefore(now)) sessions.used(who.session());
            return true;
        }));
    }
}
