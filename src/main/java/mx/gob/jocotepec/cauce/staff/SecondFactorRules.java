package mx.gob.jocotepec.cauce.staff;

import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.springframework.stereotype.Component;

/** Who must have a second factor. Everybody else may. */
@Component
class SecondFactorRules {
    private final Set<Role> roles;

    /** @throws SettingProblem where the setting names a role that does not exist */
    SecondFactorRules(CauceSettings settings) {
        roles = settings.secondFactorRoles().stream()
                .map(SecondFactorRules::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean must(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new SettingProblem(
                    "CAUCE_SECOND_FACTOR_ROLES: there is no such role; use NONE or names such as DIRECTION,PSYCHOLOGY,ADMINISTRATION.",
                    e);
        }
    }
}
