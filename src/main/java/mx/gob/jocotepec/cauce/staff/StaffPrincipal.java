package mx.gob.jocotepec.cauce.staff;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * What the session remembers of who signed in; {@code epoch} ends it when the account's has moved on.
 *
 * @param session its row in {@code staff_session}
 */
record StaffPrincipal(
        UUID staff,
        UUID area,
        Set<Role> roles,
        String username,
        String displayName,
        int epoch,
        UUID session,
        Instant signedInAt)
        implements Serializable, java.security.Principal {
    @Serial
    private static final long serialVersionUID = 1L;

    StaffPrincipal {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    Actor actor() {
        return new Actor(StaffId.of(staff), AreaId.of(area), roles, displayName);
    }

    Collection<? extends GrantedAuthority> authorities() {
        return roles.stream()
                .flatMap(role -> role.permissions().stream())
                .distinct()
                .map(permission -> new SimpleGrantedAuthority(permission.name()))
                .toList();
    }

    /** Vaadin's view access asks for roles by this prefix. */
    List<GrantedAuthority> allAuthorities() {
        var all = new java.util.ArrayList<GrantedAuthority>(authorities());
        roles.forEach(role -> all.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
        authorities().forEach(permission -> all.add(new SimpleGrantedAuthority("ROLE_" + permission.getAuthority())));
        return all;
    }

    @Override
    public String getName() {
        return username;
    }

    @Override
    public String toString() {
        return "staff " + staff;
    }
}
