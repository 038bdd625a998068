package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class PasskeyAddressTests {
    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void dataFolder(@TempDir Path folder) {
        environment.setProperty("CAUCE_DATA", folder.resolve("data").toString());
    }

    @Test
    void withoutASettingItIsThisVeryComputer() {
        assertThat(address().origin()).isEqualTo("http://localhost:8080");
        assertThat(address().host()).isEqualTo("localhost");

        environment.setProperty("local.server.port", "41234");
        assertThat(address().origin()).isEqualTo("http://localhost:41234");

        environment.setProperty("server.ssl.bundle", "web");
        assertThat(address().origin()).isEqualTo("https://localhost:41234");
    }

    @Test
    void itIsWhatWasSet() {
        environment.setProperty("CAUCE_PUBLIC_ADDRESS", "https://cauce.example.org:8443");

        assertThat(address().origin()).isEqualTo("https://cauce.example.org:8443");
        assertThat(address().host()).isEqualTo("cauce.example.org");
    }

    private PasskeyAddress address() {
        return new PasskeyAddress(CauceSettings.from(environment), environment);
    }
}
