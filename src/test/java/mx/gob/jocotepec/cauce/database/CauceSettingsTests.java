package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class CauceSettingsTests {
    private static final Map<String, String> EXTERNAL = Map.of(
            "CAUCE_DB_URL", "jdbc:postgresql://db.example:5432/cauce",
            "CAUCE_DB_OWNER", "owner",
            "CAUCE_DB_OWNER_PASSWORD", "canary-of-the-owner",
            "CAUCE_DB_PASSWORD", "canary-of-the-runtime");

    @TempDir
    private Path folder;

    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void dataFolder() {
        environment.setProperty("CAUCE_DATA", folder.resolve("data").toString());
    }

    @Test
    void nothingNeedsToBeSet() {
        var settings = CauceSettings.from(environment);

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address().isLoopbackAddress()).isTrue();
        assertThat(settings.demo()).isFalse();
        assertThat(settings.runtimeUser()).isEqualTo("cauce_app");
        assertThat(settings.external()).isEmpty();
        assertThat(settings.keyPassphrase()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::"})
    void othersReachItOverTlsOnly(String address) {
        environment.setProperty("CAUCE_ADDRESS", address);

        assertThatThrownBy(() -> CauceSettings.from(environment))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("CAUCE_ADDRESS")
                .hasMessageContaining("CAUCE_TLS_CERT");
        environment.setProperty("CAUCE_PROXY", "192.0.2.1");
        assertThat(CauceSettings.from(environment).address().isLoopbackAddress())
                .isFalse();
    }

    @Test
    void whatIsInventedMayCrossANetworkReadable() {
        environment.setProperty("CAUCE_ADDRESS", "0.0.0.0");
        environment.setProperty("CAUCE_DEMO", "true");

        assertThat(CauceSettings.from(environment).address().isAnyLocalAddress())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://cauce.example.org, https://cauce.example.org",
        "https://Cauce.Example.org/, https://cauce.example.org",
        "https://cauce.example.org:443, https://cauce.example.org",
        "https://cauce:8443, https://cauce:8443",
        "http://localhost:8080, http://localhost:8080"
    })
    void thePublicAddressIsKeptAsBrowsersWriteIt(String given, String written) {
        assertThat(CauceSettings.from(environment).publicAddress()).isEmpty();
        environment.setProperty("CAUCE_PUBLIC_ADDRESS", given);

        assertThat(CauceSettings.from(environment).publicAddress()).hasValue(written);
    }

    @Test
    void daysOffAreDaysAndSpans() {
        environment.setProperty("CAUCE_DAYS_OFF", "2026-05-05, 2026-12-30/2027-01-01");

        assertThat(CauceSettings.from(environment).daysOff())
                .containsExactlyInAnyOrder(
                        LocalDate.of(2026, 5, 5),
                        LocalDate.of(2026, 12, 30),
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mañana", "2026-13-01", "2026-12-31/2026-12-01", "2026-01-01/2027-01-01", "2026-12-24/"})
    void whatIsNoDayOffIsTold(String wrong) {
        environment.setProperty("CAUCE_DAYS_OFF", wrong);

        assertThatThrownBy(() -> CauceSettings.from(environment))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("CAUCE_DAYS_OFF");
    }

    @Test
    void aSecretThatLooksLikeANameOfASettingIsNotShown() {
        environment.setProperty("CAUCE_KEY_PASSPHRASE", "canary-${nowhere}");

        assertThatThrownBy(() -> CauceSettings.from(environment))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("CAUCE_KEY_PASSPHRASE")
                .hasMessageNotContaining("canary");
    }

    @Test
    void createsADataFolderThatOthersCannotOpen() throws IOException {
        var data = CauceSettings.from(environment).data();

        assertThat(Files.getPosixFilePermissions(data))
                .extracting(Enum::name)
                .allMatch(name -> name.startsWith("OWNER_"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CAUCE_PORT           | abc
            CAUCE_PORT           | 70000
            CAUCE_PORT           | -1
            CAUCE_ADDRESS        | not an address
            CAUCE_DEMO           | perhaps
            CAUCE_DATA           | /proc/nowhere
            CAUCE_PUBLIC_ADDRESS | cauce.example.org
            CAUCE_PUBLIC_ADDRESS | http://cauce.example.org
            CAUCE_PUBLIC_ADDRESS | https://192.168.1.20
            CAUCE_PUBLIC_ADDRESS | https://cauce.example.org/inicio
            CAUCE_DB_USER        | Robert'); drop table
            CAUCE_DB_URL         | postgres://db.example/cauce
            CAUCE_DB_URL         | jdbc:mysql://db.example/cauce
            CAUCE_DB_URL         | jdbc:postgresql://db.example/cauce?password=x
            CAUCE_KEY_FILE       | /no/such/file
            """)
    void oneLineNamesTheWrongSetting(String setting, String value) {
        environment.setProperty(setting, value);

        assertThatThrownBy(() -> CauceSettings.from(environment))
                .isInstanceOf(SettingProblem.class)
                .hasMessageStartingWith(setting)
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({"CAUCE_DB_OWNER", "CAUCE_DB_OWNER_PASSWORD", "CAUCE_DB_PASSWORD"})
    void anotherPostgresNeedsItsAccounts(String missing) {
        EXTERNAL.forEach(environment::setProperty);
        environment.setProperty(missing, "");

        assertThatThrownBy(() -> CauceSettings.from(environment))
                .isInstanceOf(SettingProblem.class)
                .hasMessageStartingWith(missing + " is missing");
    }

    @Test
    void passphraseComesFromAFile() throws IOException {
        var file = Files.writeString(folder.resolve("key"), "correct horse\n");
        environment.setProperty("CAUCE_KEY_FILE", file.toString());

        assertThat(CauceSettings.from(environment).keyPassphrase()).contains("correct horse");
    }

    @Test
    void refusesTwoPassphrases() {
        environment.setProperty("CAUCE_KEY_FILE", "a");
        environment.setProperty("CAUCE_KEY_PASSPHRASE", "b");

        assertThatThrownBy(() -> CauceSettings.from(environment)).hasMessageContaining("both set");
    }

    @Test
    void neverShowsASecret() {
        EXTERNAL.forEach(environment::setProperty);
        environment.setProperty("CAUCE_KEY_PASSPHRASE", "canary-of-the-keys");

        var settings = CauceSettings.from(environment);

        assertThat(settings + " " + settings.external()).doesNotContain("canary");
        assertThat(new Account("owner", "canary").toString()).doesNotContain("canary");
    }
}
