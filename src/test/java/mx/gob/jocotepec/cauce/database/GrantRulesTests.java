package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * What the rules in the database alone give to whom: everybody of a small town asks and writes by SQL, and the answers are those of
 * src/test/resources/grants/answers.txt. {@code -Dgrants.update=true} writes that file anew; each changed line must be meant.
 */
class GrantRulesTests {
    static final Path ANSWERS = Path.of("src/test/resources/grants/answers.txt");

    @Test
    void theDatabaseAnswersEverybodyAsWrittenDown() throws SQLException, IOException {
        var now = new StringBuilder(
                "# Written and compared by GrantRulesTests: the answer ← who gets it; of an act, what came of it follows →\n\n");
        try (var scene = new GrantScene(TestDatabase.fresh("grant_rules"))) {
            for (var probe : scene.probes()) now.append(scene.told(probe)).append('\n');
        }

        if (Boolean.getBoolean("grants.update")) Files.writeString(ANSWERS, now);

        assertThat(now.toString()).isEqualTo(Files.readString(ANSWERS));
    }
}
