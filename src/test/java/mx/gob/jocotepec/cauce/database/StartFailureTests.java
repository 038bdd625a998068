package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

/** What an operator reads when the start fails: one line with the name of the setting. */
class StartFailureTests {
    @TempDir
    private Path folder;

    private final StartFailure failure = new StartFailure();

    @Test
    void findsTheReasonBelowSpringsOwnExceptions() {
        var wrapped = new IllegalStateException(new RuntimeException(new SettingProblem("CAUCE_PORT is wrong.")));

        assertThat(line(wrapped)).isEqualTo("CAUCE_PORT is wrong.");
    }

    @Test
    void namesThePortThatIsTaken() {
        assertThat(line(new PortInUseException(8080))).startsWith("CAUCE_PORT").contains("8080");
    }

    @Test
    void keepsSilentAboutWhatItDoesNotKnow() {
        assertThat(failure.analyze(new IllegalStateException("a bug"))).isNull();
    }

    @Test
    void refusesAnAddressWhereNoPostgresAnswers() {
        assertProblem(Map.of("CAUCE_DB_URL", "jdbc:postgresql://127.0.0.1:1/cauce"), "CAUCE_DB_URL");
    }

    @Test
    void refusesADatabaseThatDoesNotExist() {
        assertProblem(Map.of("CAUCE_DB_URL", TestDatabase.shared().url("no_such_database")), "CAUCE_DB_URL");
    }

    @Test
    void refusesWrongPasswords() {
        assertProblem(Map.of("CAUCE_DB_OWNER_PASSWORD", "wrong"), "CAUCE_DB_OWNER");
        assertProblem(Map.of("CAUCE_DB_PASSWORD", "wrong"), "CAUCE_DB_USER");
    }

    @Test
    void refusesARuntimeRoleThatIsTheOwner() {
        assertProblem(Map.of("CAUCE_DB_USER", Database.OWNER), "CAUCE_DB_USER");
    }

    @Test
    void refusesARuntimeRoleWithRightsOfItsOwn() throws SQLException {
        try (var admin = TestDatabase.shared().asSuperuser()) {
            Sql.run(admin, "drop role if exists too_strong");
            Sql.run(admin, "create role too_strong login bypassrls password 'x'");
        }

        assertProblem(Map.of("CAUCE_DB_USER", "too_strong"), "CAUCE_DB_USER");
    }

    @Test
    void opensTheSameDatabaseAgainAndAgain() {
        for (var time = 1; time <= 2; time++) {
            try (var database = Database.open(settings(Map.of()))) {
                assertThat(database.runtime().user()).isEqualTo("cauce_app");
            }
        }
    }

    private void assertProblem(Map<String, String> changed, String setting) {
        assertThatThrownBy(() -> Database.open(settings(changed)))
                .isInstanceOf(SettingProblem.class)
                .hasMessageStartingWith(setting)
                .message()
                .doesNotContain("\n", "wrong");
    }

    private CauceSettings settings(Map<String, String> changed) {
        var all = new HashMap<>(TestDatabase.shared().settings());
        all.put("CAUCE_DATA", folder.toString());
        all.putAll(changed);
        var environment = new MockEnvironment();
        all.forEach((name, value) -> environment.setProperty(name, value.toString()));
        return CauceSettings.from(environment);
    }

    private String line(Throwable cause) {
        return Objects.requireNonNull(failure.analyze(cause)).getDescription();
    }
}
