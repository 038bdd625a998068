package mx.gob.jocotepec.cauce.staff;

import java.util.Set;
import mx.gob.jocotepec.cauce.installation.InstallationCheck;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.State;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether somebody is left when one person is ill, and whether a stolen password alone opens the heavy accounts. */
@Configuration(proxyBeanMethods = false)
class StaffChecks {
    /** They read every case, what was said in confidence, or make accounts. */
    private static final Set<Role> HEAVY = Set.of(Role.DIRECTION, Role.PSYCHOLOGY, Role.ADMINISTRATION);

    @Bean
    InstallationCheck twoOfTheDireccion(JdbcClient jdbc, TransactionTemplate transaction) {
        return InstallationCheck.of(Topic.TWO_OF_DIRECTION, () -> twoAre(Role.DIRECTION, jdbc, transaction));
    }

    @Bean
    InstallationCheck twoAdministrators(JdbcClient jdbc, TransactionTemplate transaction) {
        return InstallationCheck.of(Topic.TWO_ADMINISTRATORS, () -> twoAre(Role.ADMINISTRATION, jdbc, transaction));
    }

    @Bean
    InstallationCheck secondFactorIsAMust(SecondFactorRules rules) {
        return InstallationCheck.of(
                Topic.SECOND_FACTOR, () -> State.of(HEAVY.stream().allMatch(role -> rules.must(Set.of(role)))));
    }

    private static State twoAre(Role role, JdbcClient jdbc, TransactionTemplate transaction) {
        var count = transaction.execute(
                status -> jdbc.sql("select count(*) from staff_account where active and ? = any (roles)")
                        .param(role.name())
                        .query(Integer.class)
                        .single());
        return State.of(count != null && count >= 2);
    }
}
