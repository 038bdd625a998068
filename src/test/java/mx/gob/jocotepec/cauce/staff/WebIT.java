package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What the server answers over HTTP, behind a proxy that is named, to whatever is sent. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "CAUCE_PROXY=127.0.0.1")
@Import(Acting.class)
class WebIT {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /nowhere/at/all HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /webjars/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /styles/none.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /error HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /;a=b/inicio HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "TRACE /entrar HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /a b c HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "POST /entrar HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b",
                "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nConnection: close\r\n\r\n{{{"
            })
    void anErrorTellsNothingOfTheInside(String request) throws IOException {
        var answer = send(request);

        assertThat(answer)
                .startsWith("HTTP/1.1 ")
                .doesNotContainIgnoringCase("tomcat", "apache", "spring", "exception", "java.", "stack", "whitelabel");
    }

    @Test
    void aHeaderThatIsTooLongIsRefusedWithoutDetail() throws IOException {
        var answer = send("GET /entrar HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("tomcat", "exception", "java.");
    }

    @Test
    void aRequestThatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var head = "POST /entrar HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (RequestLimits.LARGEST + 1)
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));

            // the answer comes at once; the server waits for the announced rest before it closes, so nobody waits for
            // that here
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);

            assertThat(status).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void theProxyThatIsNamedIsBelievedAboutTls() throws IOException {
        var answer = send("GET /entrar HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\n"
                + "X-Forwarded-For: 203.0.113.9\r\nConnection: close\r\n\r\n");

        assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(header(answer, "Set-Cookie"))
                .startsWith("__Host-cauce=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain");
    }

    /** Each answer has a number of its own, every script inside the page carries it, and nothing comes from elsewhere. */
    @Test
    void scriptsInsideThePageCarryTheNumberOfTheAnswer() throws IOException {
        var answer = send("GET /entrar HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        var policy = header(answer, "Content-Security-Policy");
        var nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);

        assertThat(nonce.find()).isTrue();
        assertThat(policy.substring(policy.indexOf("script-src"), policy.indexOf("style-src")))
                .doesNotContain("unsafe-inline");
        var scripts = Pattern.compile("<script[^>]*>").matcher(answer).results().toList();
        assertThat(scripts).isNotEmpty();
        assertThat(scripts)
                .allMatch(script ->
                        script.group().contains("src=") || script.group().contains("nonce=\"" + nonce.group(1) + '"'));
        assertThat(send("GET /entrar HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .doesNotContain(nonce.group(1));
        assertThat(Pattern.compile("(?:src|href)=\"(?:https?:)?//")
                        .matcher(answer)
                        .find())
                .isFalse();
        assertThat(policy).doesNotContain("http:", "https:", "*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/entrar", "/styles/cauce.css", "/icons/favicon.svg", "/styles/none.css"})
    void anotherOriginGetsNoLeaveAndNoEmbedding(String path) throws IOException {
        var answer = send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://elsewhere.example\r\n"
                + "X-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.10\r\nConnection: close\r\n\r\n");

        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
    }

    @Test
    void pagesNameTheirCharset() throws IOException {
        var answer = send("GET /entrar HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "OPTIONS", "PUT", "DELETE", "PATCH"})
    void methodsThatNobodyNeedsGetNothing(String method) throws IOException {
        var answer = send(method
                + " /styles/cauce.css HTTP/1.1\r\nHost: localhost\r\nX-Secret: 4711\r\nConnection: close\r\n\r\n");

        assertThat(answer).doesNotStartWith("HTTP/1.1 2").doesNotContain("4711");
    }

    @Test
    void whoeverAsksTooOftenIsToldToWait() throws IOException {
        var other = "\r\nX-Forwarded-For: 203.0.113.77\r\nConnection: close\r\n\r\n";
        var statuses = new java.util.HashSet<String>();
        for (int i = 0; i < RequestLimits.NOT_SIGNED_IN * 2 + 2 && !statuses.contains("429"); i++) {
            statuses.add(send("GET /styles/none.css HTTP/1.1\r\nHost: localhost" + other)
                    .substring(9, 12));
        }

        assertThat(statuses).contains("429");
        assertThat(send("GET /icons/favicon.svg HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.78\r\n"
                        + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (!request.contains("Connection: close")) socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(String answer, String name) {
        return Arrays.stream(answer.split("\r\n\r\n", 2)[0].split("\r\n", -1))
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
