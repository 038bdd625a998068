package mx.gob.jocotepec.cauce.staff;

import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.audit.AsSystem;
import org.springframework.stereotype.Component;

/**
 * Runs what the system itself does: it sees no case, only what definer functions give to the system (the feed of the name index). Kept
 * apart from the security context, which inside a request of a page is the session's and cannot be exchanged.
 */
@Component
public class SystemActor implements AsSystem {
    private static final ThreadLocal<Boolean> ACTING = ThreadLocal.withInitial(() -> false);

    /** Transactions begun inside belong to the system; the thread's own actor is restored afterwards. */
    public <T> T call(Supplier<T> work) {
        boolean before = ACTING.get();
        ACTING.set(true);
        try {
            return work.get();
        } finally {
            ACTING.set(before);
        }
    }

    @Override
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    static boolean acts() {
        return ACTING.get();
    }
}
