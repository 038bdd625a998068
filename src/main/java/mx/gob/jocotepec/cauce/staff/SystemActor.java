package mx.gob.jocotepec.cauce.staff;

import java.util.function.Supplier;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/**
 * Runs what the system itself does: it sees no case, only what definer functions give to the system (the feed of the name index). The
 * thread's own actor is restored afterwards.
 */
@Component
public class SystemActor {
    public <T> T call(Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        try {
            SecurityContextHolder.setContext(new SecurityContextImpl(new SystemAuthentication()));
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    static final class SystemAuthentication extends AbstractAuthenticationToken {
        SystemAuthentication() {
            super(AuthorityUtils.NO_AUTHORITIES);
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return "system";
        }
    }
}
