package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class WebSettingsTests {
    @TempDir
    private Path folder;

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void nothingIsToldWithoutASetting() {
        assertThat(WebSettings.of(environment)).isEmpty();
    }

    @Test
    void ownTlsBindsTheCookieToThisHostAndFollowsNewFiles() throws IOException {
        environment.setProperty("CAUCE_TLS_CERT", file("cert.pem"));
        environment.setProperty("CAUCE_TLS_KEY", file("key.pem"));

        assertThat(WebSettings.of(environment))
                .containsEntry("server.ssl.bundle", "web")
                .containsEntry("spring.ssl.bundle.pem.web.reload-on-update", "true")
                .containsEntry("server.servlet.session.cookie.name", "__Host-cauce")
                .containsEntry("server.servlet.session.cookie.secure", "true")
                .doesNotContainKey("server.forward-headers-strategy");
    }

    /** Spring Boot asks the bundle for them, not {@code server.ssl}. */
    @Test
    void ownTlsTakesCiphersWithForwardSecrecyOnly() throws Exception {
        environment.setProperty("CAUCE_TLS_CERT", file("cert.pem"));
        environment.setProperty("CAUCE_TLS_KEY", file("key.pem"));
        var options = "spring.ssl.bundle.pem.web.options.";

        assertThat(WebSettings.of(environment)).containsEntry(options + "enabled-protocols", "TLSv1.3,TLSv1.2");
        assertThat(((String) WebSettings.of(environment).get(options + "ciphers")).split(","))
                .isNotEmpty()
                .allMatch(cipher -> cipher.startsWith("TLS_AES_")
                        || cipher.startsWith("TLS_CHACHA20_")
                        || cipher.startsWith("TLS_ECDHE_"))
                .allMatch(cipher -> cipher.contains("_GCM_") || cipher.contains("_POLY1305_"))
                .allMatch(Arrays.asList(
                        SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites())::contains);
    }

    @Test
    void onlyTheNamedAddressesAreBelieved() {
        environment.setProperty("CAUCE_PROXY", "127.0.0.1, fd00::1");
        var pattern = (String) WebSettings.of(environment).get("server.tomcat.remoteip.internal-proxies");

        assertThat("127.0.0.1").matches(pattern);
        assertThat("fd00::1").matches(pattern);
        assertThat("127a0b0c1").doesNotMatch(pattern);
        assertThat("10.0.0.1").doesNotMatch(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "any", "127.0.0.1/8", "127.0.0.1;10.0.0.1", "127.0.0.1,"})
    void aProxyIsAnAddress(String proxy) {
        environment.setProperty("CAUCE_PROXY", proxy);

        assertThatThrownBy(() -> WebSettings.of(environment))
                .isInstanceOf(SettingProblem.class)
                .hasMessageStartingWith("CAUCE_PROXY");
    }

    @ParameterizedTest
    @CsvSource({"CAUCE_TLS_CERT", "CAUCE_TLS_KEY"})
    void halfOfTlsStopsTheStart(String setting) throws IOException {
        environment.setProperty(setting, file("one.pem"));

        assertThatThrownBy(() -> WebSettings.of(environment)).isInstanceOf(SettingProblem.class);
        environment.setProperty(setting, folder.resolve("none.pem").toString());
        assertThatThrownBy(() -> WebSettings.of(environment)).hasMessageStartingWith(setting);
    }

    private String file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "x").toString();
    }
}
