package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class ApplicationDatabaseTests {
    @Autowired
    private DataSource runtime;

    @Autowired
    private OwnerConnection owner;

    @Autowired
    private HealthEndpoint health;

    @Test
    void poolSignsInAsTheRuntimeRole() {
        assertThat(JdbcClient.create(runtime)
                        .sql("select current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("cauce_app");
    }

    @Test
    void ownerConnectionCommitsOrRollsBackAsAWhole() throws SQLException {
        var user = new AtomicReference<String>();

        owner.run(connection -> {
            try (var open = connection.createStatement();
                    var rows = open.executeQuery("select current_user")) {
                rows.next();
                user.set(rows.getString(1));
            }
        });

        assertThat(user).hasValue("cauce_owner");
    }

    @Test
    void healthIsUpWhenTheDatabaseAnswers() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
