package mx.gob.jocotepec.cauce.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at the next request when its account was disabled, got other rights or signed out everywhere (on any node), or when it
 * is older than a working day. An open tab does not keep it alive.
 */
class SessionGuard extends OncePerRequestFilter {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration longest;

    SessionGuard(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Duration longest) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof StaffPrincipal principal
                && !stillGood(principal)) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean stillGood(StaffPrincipal principal) {
        if (principal.signedInAt().plus(longest).isBefore(clock.instant())) return false;
        return Boolean.TRUE.equals(
                transaction.execute(status -> jdbc.sql("select active and epoch = ? from staff_account where id = ?")
                        .params(principal.epoch(), principal.staff())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false)));
    }
}
