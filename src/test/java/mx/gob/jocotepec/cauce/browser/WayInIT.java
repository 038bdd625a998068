package mx.gob.jocotepec.cauce.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What the packaged application answers to somebody who is not signed in. */
class WayInIT {
    private final RunningCauce cauce;

    WayInIT() throws Exception {
        cauce = RunningCauce.shared();
    }

    @Test
    void saysThatItIsUpAndNothingMore() throws Exception {
        var answer = cauce.get("actuator/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP").doesNotContain("components", "PostgreSQL", "path");
    }

    @Test
    void sendsTheHeadersThatProtectWithPagesAndFilesAlike() throws Exception {
        for (var path : new String[] {"entrar", "styles/cauce.css", "modules/cover.js", "icons/favicon.svg"}) {
            var answer = cauce.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "content-security-policy"))
                    .as(path)
                    .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
            assertThat(header(answer, "x-frame-options")).as(path).isEqualTo("DENY");
            assertThat(header(answer, "x-content-type-options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "referrer-policy")).as(path).isEqualTo("no-referrer");
            assertThat(header(answer, "permissions-policy")).as(path).contains("geolocation=()");
        }
        assertThat(header(cauce.get("entrar"), "cache-control")).contains("no-store");
    }

    @Test
    void givesACookieThatScriptsAndOtherSitesDoNotGet() throws Exception {
        var cookie = header(cauce.get("entrar"), "set-cookie");

        assertThat(cookie)
                .startsWith("cauce=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict");
    }

    @Test
    void leadsStrangersToTheWayInAndShowsNoInternals() throws Exception {
        for (var path : new String[] {"inicio", "casos", "casos/CAU-2026-00001", "bitacora"}) {
            assertThat(cauce.get(path).statusCode()).as(path).isEqualTo(302);
        }
        for (var path :
                new String[] {"actuator/env", "actuator/heapdump", "actuator", "webjars/echarts/package.json"}) {
            assertThat(cauce.get(path).statusCode()).as(path).isIn(302, 401, 403, 404);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
