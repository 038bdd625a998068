package mx.gob.jocotepec.cauce.oversight;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.staff.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The setting {@code CAUCE_READ_LIMITS}: how many different cases a role may open in a day, such as {@code
 * FIRST_CONTACT=80,DIRECTION=200}. Written at each start by the owner of the tables, since the running application may not; a role that
 * is not named keeps what it has.
 */
@Component
@Order(1)
class ReadLimits implements ApplicationRunner {
    private static final Pattern ONE = Pattern.compile("\\s*([A-Z_]+)\\s*=\\s*([0-9]{1,5})\\s*");

    private final Environment environment;
    private final OwnerConnection owner;

    ReadLimits(Environment environment, OwnerConnection owner) {
        this.environment = environment;
        this.owner = owner;
    }

    @Override
    public void run(ApplicationArguments arguments) throws SQLException {
        var limits = parse(environment.getProperty("CAUCE_READ_LIMITS", ""));
        if (limits.isEmpty()) return;
        owner.run(connection -> {
            try (var update = connection.prepareStatement("update cauce.read_limit set cases = ? where role = ?")) {
                for (var limit : limits.entrySet()) {
                    update.setInt(1, limit.getValue());
                    update.setString(2, limit.getKey().name());
                    update.executeUpdate();
                }
            }
        });
    }

    /** @throws SettingProblem where it is not a list of roles that attend with 1 to 10000 each */
    static Map<Role, Integer> parse(String setting) {
        var limits = new TreeMap<Role, Integer>();
        if (setting.isBlank()) return limits;
        var roles = Arrays.stream(Role.values())
                .filter(role -> role.compartments().contains(Compartment.IDENTITY))
                .collect(Collectors.toMap(Role::name, role -> role));
        for (var part : setting.split(",")) {
            var one = ONE.matcher(part);
            int cases = one.matches() ? Integer.parseInt(one.group(2)) : 0;
            var role = one.matches() ? roles.get(one.group(1)) : null;
            if (role == null || cases < 1 || cases > 10_000) {
                throw new SettingProblem(
                        "CAUCE_READ_LIMITS must look like FIRST_CONTACT=80,DIRECTION=200, with 1 to 10000 for roles that attend: "
                                + String.join(
                                        ", ", roles.keySet().stream().sorted().toList()) + ".");
            }
            limits.put(role, cases);
        }
        return limits;
    }
}
