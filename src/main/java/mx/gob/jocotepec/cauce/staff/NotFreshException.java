package mx.gob.jocotepec.cauce.staff;

import java.io.Serial;
import org.springframework.security.access.AccessDeniedException;

/** A sensitive step without a fresh proof of who does it. The screens ask for one beforehand. */
public class NotFreshException extends AccessDeniedException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotFreshException() {
        super("a fresh proof is needed");
    }
}
