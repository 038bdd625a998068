package mx.gob.jocotepec.cauce.staff;

import java.io.Serial;
import org.springframework.security.authentication.AccountStatusException;

/** The password was right and is not enough. */
class SecondStepNeededException extends AccountStatusException {
    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never leaves the request
    private final transient HalfWay halfWay;

    SecondStepNeededException(HalfWay halfWay) {
        super("a second factor is needed");
        this.halfWay = halfWay;
    }

    HalfWay halfWay() {
        return halfWay;
    }
}
