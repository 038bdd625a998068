package mx.gob.jocotepec.cauce.staff;

import java.util.Set;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.StaffId;

/** Who acts: a member of staff, signed in. */
public record Actor(StaffId staff, AreaId area, Set<Role> roles, String displayName) {
    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.allows(permission));
    }
}
