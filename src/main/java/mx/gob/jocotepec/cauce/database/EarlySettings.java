package mx.gob.jocotepec.cauce.database;

import java.util.Arrays;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Checks the settings before anything else starts. Sealed values, ENC(…), are only readable later and wait for then. */
final class EarlySettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String[] NAMES = {
        "CAUCE_PORT",
        "CAUCE_ADDRESS",
        "CAUCE_DATA",
        "CAUCE_DEMO",
        "CAUCE_KEY_PASSPHRASE",
        "CAUCE_KEY_FILE",
        "CAUCE_DB_URL",
        "CAUCE_DB_OWNER",
        "CAUCE_DB_OWNER_PASSWORD",
        "CAUCE_DB_USER",
        "CAUCE_DB_PASSWORD"
    };

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Arrays.stream(NAMES).noneMatch(name -> sealed(context.getEnvironment(), name))) {
            CauceSettings.from(context.getEnvironment());
        }
    }

    private static boolean sealed(Environment environment, String name) {
        return environment.getProperty(name, "").strip().startsWith("ENC(");
    }
}
