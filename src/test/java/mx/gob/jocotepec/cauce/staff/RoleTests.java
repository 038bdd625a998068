package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import org.junit.jupiter.api.Test;

class RoleTests {
    private static final Set<Role> ATTENDING =
            Set.of(Role.FIRST_CONTACT, Role.PSYCHOLOGY, Role.LEGAL, Role.SOCIAL_WORK, Role.DIRECTION);

    @Test
    void onlyWhoAttendsWomenReadsCasesOrWritesThem() {
        assertThat(those(role -> role.allows(Permission.CASE_READ))).isEqualTo(ATTENDING);
        assertThat(those(role -> role.allows(Permission.CASE_EDIT))).isEqualTo(ATTENDING);
        assertThat(those(role -> role.compartments().contains(Compartment.IDENTITY)))
                .isEqualTo(ATTENDING);
        assertThat(those(role -> !role.compartments().isEmpty())).isEqualTo(ATTENDING);
    }

    /** The Dirección sees every case anyway; it reviews emergencies. */
    @Test
    void anEmergencyIsForWhoAttendsAndItsReviewForTheDireccion() {
        assertThat(those(role -> role.allows(Permission.EMERGENCY_OPEN)))
                .containsExactlyInAnyOrder(Role.FIRST_CONTACT, Role.PSYCHOLOGY, Role.LEGAL, Role.SOCIAL_WORK);
        assertThat(those(role -> role.allows(Permission.ACCESS_REVIEW))).containsExactly(Role.DIRECTION);
    }

    @Test
    void theClinicalAndTheLegalPartAreReadByTheirProfessionAndTheLegalOneByTheDireccionToo() {
        assertThat(those(role -> role.compartments().contains(Compartment.CLINICAL)))
                .containsExactly(Role.PSYCHOLOGY);
        assertThat(those(role -> role.compartments().contains(Compartment.LEGAL)))
                .containsExactlyInAnyOrder(Role.LEGAL, Role.DIRECTION);
    }

    @Test
    void noRoleOpensMoreThanAGrantCanName() {
        for (var role : Role.values()) assertThat(Compartment.granted()).containsAll(role.compartments());
    }

    @Test
    void whoeverReadsCasesMakesAccountsOrWatchesIsConfirmedBySomebodyElse() {
        assertThat(those(Role::needsConfirmation))
                .containsAll(ATTENDING)
                .containsAll(those(role -> role.allows(Permission.STAFF_MANAGE)))
                .contains(Role.AUDIT, Role.TRANSPARENCY)
                .doesNotContain(Role.PLANNING);
    }

    @Test
    void auditReadsTheTrailAndHowTheInstallationStandsAndNothingElseAndNobodyElseReadsTheTrail() {
        assertThat(Role.AUDIT.permissions())
                .containsExactlyInAnyOrder(Permission.TRAIL_READ, Permission.INSTALLATION_READ);
        assertThat(those(role -> role.allows(Permission.TRAIL_READ))).containsExactly(Role.AUDIT);
    }

    @Test
    void everyKindOfWorkIsSomebodysAndARoleAllowsWhatItLists() {
        for (var permission : Permission.values()) {
            var allowing = those(role -> role.allows(permission));

            assertThat(allowing).as(permission.name()).isNotEmpty();
            assertThat(those(role -> role.permissions().contains(permission))).isEqualTo(allowing);
        }
    }

    private static Set<Role> those(Predicate<Role> asked) {
        return Arrays.stream(Role.values()).filter(asked).collect(Collectors.toSet());
    }
}
