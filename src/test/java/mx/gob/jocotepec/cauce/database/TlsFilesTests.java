package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A certificate lives for weeks, the application for months: new files are taken over while it runs. */
class TlsFilesTests {
    private static final String PASSWORD = "only-for-the-test";

    @TempDir
    private Path folder;

    private Path certificate;
    private Path key;

    @BeforeEach
    void anOldCertificateAndANewOne() throws Exception {
        make("old");
        make("new");
        certificate = Files.copy(folder.resolve("old.pem"), folder.resolve("cert.pem"));
        key = Files.copy(folder.resolve("old.key"), folder.resolve("key.pem"));
    }

    @Test
    void newFilesAreTakenOverWithoutARestart() throws Exception {
        try (var server = start()) {
            assertThat(shown(server)).isEqualTo("CN=old");

            replace("new.pem", certificate);
            replace("new.key", key);

            assertThat(shownInTheEnd(server, "CN=new")).isEqualTo("CN=new");
        }
    }

    /** A key that does not come with its certificate stops nothing, and does not keep the next exchange from being seen. */
    @Test
    void halfAnExchangeLeavesTheOldCertificateInPlace() throws Exception {
        try (var server = start()) {
            replace("new.pem", certificate);
            Thread.sleep(1_500);
            assertThat(shown(server)).isEqualTo("CN=old");

            replace("new.key", key);

            assertThat(shownInTheEnd(server, "CN=new")).isEqualTo("CN=new");
        }
    }

    @Test
    void aKeyOfAnotherCertificateStopsTheStartInOneLine() throws Exception {
        replace("new.key", key);

        assertThatThrownBy(this::start)
                .satisfies(
                        failure -> assertThat(java.util.Objects.requireNonNull(new StartFailure().analyze(failure))
                                        .getDescription())
                                .isEqualTo(
                                        "CAUCE_TLS_CERT and CAUCE_TLS_KEY are not a certificate and its own key, not encrypted, as PEM files."));
    }

    /** As certbot does it: the settings name links, and the links are turned. */
    @Test
    void linksThatAreTurnedCountAsNewFiles() throws Exception {
        Files.delete(certificate);
        Files.delete(key);
        Files.createSymbolicLink(certificate, Path.of("old.pem"));
        Files.createSymbolicLink(key, Path.of("old.key"));
        try (var server = start()) {
            assertThat(shown(server)).isEqualTo("CN=old");

            turn(certificate, "new.pem");
            turn(key, "new.key");

            assertThat(shownInTheEnd(server, "CN=new")).isEqualTo("CN=new");
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(OnlyTheServer.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--CAUCE_DATA=" + folder.resolve("data"),
                        "--CAUCE_PORT=0",
                        "--CAUCE_TLS_CERT=" + certificate,
                        "--CAUCE_TLS_KEY=" + key,
                        "--spring.ssl.bundle.watch.file.quiet-period=300ms");
    }

    @ImportAutoConfiguration({SslAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class})
    static class OnlyTheServer {}

    private void replace(String made, Path file) throws IOException {
        var beside = Files.copy(folder.resolve(made), folder.resolve("coming"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void turn(Path link, String to) throws IOException {
        var beside = Files.createSymbolicLink(folder.resolve("coming"), Path.of(to));
        Files.move(beside, link, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String shownInTheEnd(ConfigurableApplicationContext server, String wanted) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(20));
        var shown = shown(server);
        while (!shown.equals(wanted) && Instant.now().isBefore(until)) {
            Thread.sleep(200);
            shown = shown(server);
        }
        return shown;
    }

    /** Whose certificate a new connection gets. */
    private static String shown(ConfigurableApplicationContext server) throws Exception {
        int port = java.util.Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer())
                .getPort();
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private void make(String name) throws Exception {
        var store = folder.resolve(name + ".p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "web",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        pem(name + ".pem", "CERTIFICATE", keys.getCertificate("web").getEncoded());
        pem(
                name + ".key",
                "PRIVATE KEY",
                keys.getKey("web", PASSWORD.toCharArray()).getEncoded());
    }

    private void pem(String file, String kind, byte[] content) throws IOException {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
    }

    /** The test looks at who shows a certificate, not at who signed it. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
