package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access is decided in one place; the database holds the same. */
@SpringBootTest
class RolesAgreeTests {
    @Autowired
    JdbcClient jdbc;

    @Test
    void theDatabaseKnowsTheSameCompartmentsForEachRole() {
        var inDatabase = jdbc.sql("select role || ' ' || compartment from role_compartment")
                .query(String.class)
                .set();

        var inJava = Arrays.stream(Role.values())
                .flatMap(role -> role.compartments().stream().map(compartment -> role + " " + compartment))
                .collect(Collectors.toSet());

        assertThat(inDatabase).isEqualTo(inJava);
    }

    @Test
    void theDatabaseKnowsTheSameRolesThatASecondPersonConfirms() {
        for (var role : Role.values()) {
            assertThat(jdbc.sql("select needs_confirmation(array[?])")
                            .param(role.name())
                            .query(Boolean.class)
                            .single())
                    .as(role.name())
                    .isEqualTo(role.needsConfirmation());
        }
    }
}
