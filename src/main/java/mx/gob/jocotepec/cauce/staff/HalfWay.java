package mx.gob.jocotepec.cauce.staff;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Somebody gave the right password and owes the second factor. Kept in her session, which has no rights yet; the password is kept with
 * it, for keys that open by it, and wiped when she is in or too late.
 */
final class HalfWay {
    static final Duration VALID_FOR = Duration.ofMinutes(10);

    private static final String ATTRIBUTE = HalfWay.class.getName();

    private final UUID staff;
    private final String username;
    private final int epoch;
    private final boolean setUp;
    private final Instant since;
    private final char[] password;
    private boolean justSetUp;

    /** @param setUp she has no second factor yet and must have one */
    HalfWay(UUID staff, String username, int epoch, boolean setUp, Instant since, String password) {
        this.staff = staff;
        this.username = username;
        this.epoch = epoch;
        this.setUp = setUp;
        this.since = since;
        this.password = password.toCharArray();
    }

    static Optional<HalfWay> of(HttpSession session) {
        return Optional.ofNullable((HalfWay) session.getAttribute(ATTRIBUTE));
    }

    /** Of the request that is being answered. */
    static Optional<HalfWay> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.ofNullable(attributes.getRequest().getSession(false)).flatMap(HalfWay::of)
                : Optional.empty();
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    void leave(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
        Arrays.fill(password, ' ');
    }

    boolean tooLate(Instant now) {
        return since.plus(VALID_FOR).isBefore(now);
    }

    UUID staff() {
        return staff;
    }

    String username() {
        return username;
    }

    int epoch() {
        return epoch;
    }

    boolean setUp() {
        return setUp;
    }

    String password() {
        return new String(password);
    }

    /** She typed a first code of the factor she has just set up: that is proof enough. */
    void hasSetUp() {
        justSetUp = true;
    }

    boolean justSetUp() {
        return justSetUp;
    }
}
