package mx.gob.jocotepec.cauce.uikit;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** What screens ask before they show a way. Whether the way may be gone is decided by the services. */
public final class Authorities {
    private Authorities() {}

    /** @param permission none means: signed in or not does not matter */
    public static boolean has(@Nullable String permission) {
        if (permission == null) return true;
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream().anyMatch(held -> permission.equals(held.getAuthority()));
    }

    public static boolean has(Enum<?> permission) {
        return has(permission.name());
    }
}
