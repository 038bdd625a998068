package mx.gob.jocotepec.cauce.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much one account, or one address while nobody is signed in, may ask of this node in a minute, how large one request may be, and by
 * which methods. Generous: nobody who works with the screens comes near.
 */
class RequestLimits extends OncePerRequestFilter {
    static final int SIGNED_IN = 1_200;
    static final int NOT_SIGNED_IN = 600;
    static final long LARGEST = 32L << 20;

    /** What browsers send for pages, files and what Vaadin tells. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final Clock clock;
    private volatile Minute minute = new Minute(0);

    /** Counts are forgotten with their minute, so the map holds one minute's askers only. */
    private record Minute(long number, ConcurrentHashMap<String, AtomicInteger> counts) {
        Minute(long number) {
            this(number, new ConcurrentHashMap<>());
        }
    }

    RequestLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            response.setHeader("Allow", "GET, HEAD, POST");
            return;
        }
        if (request.getContentLengthLong() > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean tooMany = (authentication != null && authentication.getPrincipal() instanceof StaffPrincipal principal)
                ? count("account:" + principal.staff()) > SIGNED_IN
                : count("address:" + request.getRemoteAddr()) > NOT_SIGNED_IN;
        if (tooMany) {
            response.setStatus(429);
            response.setHeader("Retry-After", "60");
            return;
        }
        chain.doFilter(request, response);
    }

    private int count(String who) {
        long now = clock.instant().getEpochSecond() / 60;
        var present = minute;
        if (present.number() != now) {
            present = new Minute(now);
            minute = present;
        }
        return present.counts().computeIfAbsent(who, key -> new AtomicInteger()).incrementAndGet();
    }
}
