package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class RequestLimitsTests {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final RequestLimits limits = new RequestLimits(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAddressThatAsksTooMuchWaitsForTheNextMinuteAndNobodyElseDoes() throws Exception {
        for (int i = 0; i < RequestLimits.NOT_SIGNED_IN; i++)
            assertThat(ask("10.0.0.1", 0)).isEqualTo(200);

        assertThat(ask("10.0.0.1", 0)).isEqualTo(429);
        assertThat(ask("10.0.0.2", 0)).isEqualTo(200);
        now = now.plus(Duration.ofSeconds(59));
        assertThat(ask("10.0.0.1", 0)).isEqualTo(429);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(ask("10.0.0.1", 0)).isEqualTo(200);
    }

    @Test
    void whoIsSignedInIsCountedByAccountFromWhereverShePasses() throws Exception {
        signIn(new UUID(1, 1));
        for (int i = 0; i < RequestLimits.SIGNED_IN; i++)
            assertThat(ask("10.0.0." + i % 9, 0)).isEqualTo(200);

        assertThat(ask("10.0.0.99", 0)).isEqualTo(429);
        signIn(new UUID(1, 2));
        assertThat(ask("10.0.0.99", 0)).isEqualTo(200);
    }

    @Test
    void aSessionOfNobodyOfTheStaffIsCountedByAddress() throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken("anonymous", null));
        for (int i = 0; i < RequestLimits.NOT_SIGNED_IN; i++) ask("10.0.0.1", 0);

        assertThat(ask("10.0.0.1", 0)).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({"GET,200", "HEAD,200", "POST,200", "PUT,405", "DELETE,405", "PATCH,405", "OPTIONS,405", "get,405"})
    void takesTheMethodsOfBrowsersOnly(String method, int status) throws Exception {
        var request = new MockHttpServletRequest(method, "/");
        var response = new MockHttpServletResponse();

        limits.doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getHeader("Allow")).isEqualTo(status == 405 ? "GET, HEAD, POST" : null);
    }

    @Test
    void aRequestMayBeAsLargeAsALimitAndNoByteLarger() throws Exception {
        assertThat(ask("10.0.0.1", RequestLimits.LARGEST)).isEqualTo(200);
        assertThat(ask("10.0.0.1", RequestLimits.LARGEST + 1)).isEqualTo(413);
        assertThat(RequestLimits.LARGEST).isEqualTo(32L * 1024 * 1024);
    }

    private static void signIn(UUID staff) {
        var principal = new StaffPrincipal(
                staff, new UUID(2, 2), Set.of(Role.LEGAL), "rosa", "Rosa", 1, new UUID(3, 3), Instant.EPOCH);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new UsernamePasswordAuthenticationToken(principal, null, principal.allAuthorities()));
    }

    /** @return the status; what was refused went no further and says when to come again */
    private int ask(String address, long bytes) throws Exception {
        var request = new MockHttpServletRequest("GET", "/") {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }
        };
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        var rest = new MockFilterChain();

        limits.doFilter(request, response, rest);

        assertThat(rest.getRequest() != null).isEqualTo(response.getStatus() == 200);
        assertThat(response.getHeader("Retry-After")).isEqualTo(response.getStatus() == 429 ? "60" : null);
        return response.getStatus();
    }
}
