package mx.gob.jocotepec.cauce.database;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * TLS of our own, from PEM files, or by a proxy in front. Either way the cookie leaves over TLS only and is bound to this very host.
 * Without both, what a proxy says in its headers is not believed.
 */
final class WebSettings {
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7}");

    /** With forward secrecy and authentication; the first ones are those of TLS 1.3. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private WebSettings() {}

    /**
     * What Spring Boot is told.
     *
     * @throws SettingProblem naming the first wrong setting
     */
    static Map<String, Object> of(PropertyResolver source) {
        var certificate = file(source, "CAUCE_TLS_CERT");
        var key = file(source, "CAUCE_TLS_KEY");
        var proxy = text(source, "CAUCE_PROXY");
        if ((certificate == null) != (key == null)) {
            throw new SettingProblem("CAUCE_TLS_CERT and CAUCE_TLS_KEY belong together: give both or none.");
        }
        var told = new LinkedHashMap<String, Object>();
        if (certificate != null && key != null) {
            told.put(
                    "spring.ssl.bundle.pem.web.keystore.certificate",
                    certificate.toUri().toString());
            told.put(
                    "spring.ssl.bundle.pem.web.keystore.private-key",
                    key.toUri().toString());
            // of two files that are exchanged one after the other, the first alone is not taken over
            told.put("spring.ssl.bundle.pem.web.keystore.verify-keys", "true");
            told.put("spring.ssl.bundle.pem.web.reload-on-update", "true");
            told.put("server.ssl.bundle", "web");
            // of the bundle: those of server.ssl are not asked where there is one
            told.put("spring.ssl.bundle.pem.web.options.enabled-protocols", "TLSv1.3,TLSv1.2");
            told.put("spring.ssl.bundle.pem.web.options.ciphers", String.join(",", CIPHERS));
        }
        if (proxy != null) {
            told.put("server.forward-headers-strategy", "native");
            told.put("server.tomcat.remoteip.internal-proxies", addresses(proxy));
            told.put("server.tomcat.remoteip.remote-ip-header", "x-forwarded-for");
            told.put("server.tomcat.remoteip.protocol-header", "x-forwarded-proto");
        }
        if (!told.isEmpty()) {
            told.put("server.servlet.session.cookie.name", "__Host-cauce");
            told.put("server.servlet.session.cookie.path", "/");
            told.put("server.servlet.session.cookie.secure", "true");
        }
        return told;
    }

    /** Whether browsers are spoken to over TLS, by Cauce itself or by the proxy in front. */
    static boolean speaksTls(PropertyResolver source) {
        return text(source, "CAUCE_TLS_CERT") != null || text(source, "CAUCE_PROXY") != null;
    }

    private static String addresses(String proxy) {
        return Stream.of(proxy.split("\\s*,\\s*", -1))
                .map(address -> {
                    if (!ADDRESS.matcher(address).matches()) {
                        throw new SettingProblem(
                                "CAUCE_PROXY must be the address of the proxy, or several parted by commas, such as 127.0.0.1.");
                    }
                    return address.replace(".", "\\.");
                })
                .collect(Collectors.joining("|"));
    }

    private static @Nullable Path file(PropertyResolver source, String setting) {
        var text = text(source, setting);
        if (text == null) return null;
        try {
            var path = Path.of(text).toAbsolutePath();
            if (Files.isReadable(path) && Files.isRegularFile(path)) return path;
        } catch (InvalidPathException e) {
            throw new SettingProblem(setting + ": the file cannot be read.", e);
        }
        throw new SettingProblem(setting + ": the file cannot be read.");
    }

    private static @Nullable String text(PropertyResolver source, String setting) {
        var value = source.getProperty(setting);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
