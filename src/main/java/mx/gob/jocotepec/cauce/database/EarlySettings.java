package mx.gob.jocotepec.cauce.database;

import java.util.List;
import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.jasypt.exceptions.EncryptionOperationNotPossibleException;
import org.jasypt.iv.RandomIvGenerator;
import org.jasypt.salt.RandomSaltGenerator;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Checks the settings before anything else starts. Sealed values, ENC(…), are only opened for the application later; here
 * it is enough that they open.
 */
final class EarlySettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final List<String> NAMES = List.of(
            "CAUCE_PORT",
            "CAUCE_ADDRESS",
            "CAUCE_DATA",
            "CAUCE_DEMO",
            "CAUCE_DAYS_OFF",
            "CAUCE_SECOND_FACTOR_ROLES",
            "CAUCE_KEY_PASSPHRASE",
            "CAUCE_KEY_FILE",
            "CAUCE_DB_URL",
            "CAUCE_DB_OWNER",
            "CAUCE_DB_OWNER_PASSWORD",
            "CAUCE_DB_USER",
            "CAUCE_DB_PASSWORD");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var web = WebSettings.of(environment);
        if (!web.isEmpty()) environment.getPropertySources().addFirst(new MapPropertySource("web of Cauce", web));
        var sealed = NAMES.stream()
                .filter(name -> value(environment, name).startsWith("ENC("))
                .toList();
        if (sealed.isEmpty()) {
            CauceSettings.from(environment);
        } else {
            sealed.forEach(name -> checkOpens(environment, name));
        }
    }

    private static void checkOpens(Environment environment, String name) {
        var password = environment.getProperty("JASYPT_ENCRYPTOR_PASSWORD", "");
        if (password.isEmpty()) {
            throw new SettingProblem("JASYPT_ENCRYPTOR_PASSWORD is missing: " + name + " is sealed, ENC(...).");
        }
        var opener = new StandardPBEStringEncryptor();
        opener.setAlgorithm(environment.getRequiredProperty("jasypt.encryptor.algorithm"));
        opener.setKeyObtentionIterations(
                environment.getRequiredProperty("jasypt.encryptor.key-obtention-iterations", Integer.class));
        opener.setSaltGenerator(new RandomSaltGenerator());
        opener.setIvGenerator(new RandomIvGenerator());
        opener.setPassword(password);
        var value = value(environment, name);
        try {
            opener.decrypt(value.substring("ENC(".length(), value.length() - 1));
        } catch (EncryptionOperationNotPossibleException e) {
            throw new SettingProblem(name + " is sealed, ENC(...), and JASYPT_ENCRYPTOR_PASSWORD does not open it.", e);
        }
    }

    private static String value(Environment environment, String name) {
        return SettingProblem.read(environment, name).strip();
    }
}
