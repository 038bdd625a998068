package mx.gob.jocotepec.cauce.staff;

import java.util.Optional;
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
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffPrincipal principal
                ? Optional.of(principal.actor())
                : Optional.empty();
    }
}
