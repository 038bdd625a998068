package mx.gob.jocotepec.cauce.staff;

import java.net.URI;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address that passkeys are bound to: browsers give none to a page opened under another one, nor without TLS but on this very
 * computer.
 */
@Component
public class PasskeyAddress {
    private final CauceSettings settings;
    private final Environment environment;

    PasskeyAddress(CauceSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** As the browser writes it: scheme, name and port. */
    public String origin() {
        return settings.publicAddress().orElseGet(this::here);
    }

    /** The name alone (relying party id). */
    String host() {
        return URI.create(origin()).getHost();
    }

    private String here() {
        var scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        return scheme + "://localhost:" + environment.getProperty("local.server.port", String.valueOf(settings.port()));
    }
}
