package mx.gob.jocotepec.cauce.staff;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The member of staff in whose name this thread works. */
@Component
public class CurrentActor {
    /** @throws AccessDeniedException when nobody is signed in */
    public Actor get() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    public Optional<Actor> find() {
        return principal().map(StaffPrincipal::actor);
    }

    /** What her session is known by; nothing of it is a secret. */
    public Optional<UUID> session() {
        return principal().map(StaffPrincipal::session);
    }

    private static Optional<StaffPrincipal> principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }
}
