package mx.gob.jocotepec.cauce.staff;

import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What a passkey is asked to sign: of one session, for one person and purpose, good once and for a short while. */
final class PasskeyChallenge {
    static final Duration VALID_FOR = Duration.ofMinutes(5);

    enum Purpose {
        REGISTER,
        PROVE
    }

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID staff;
    private final Instant since;
    private final Challenge challenge;
    private final AtomicBoolean taken = new AtomicBoolean();

    private PasskeyChallenge(UUID staff, Instant since) {
        this.staff = staff;
        this.since = since;
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        challenge = new DefaultChallenge(bytes);
    }

    /** An earlier one of this session for the same purpose is good no longer. */
    static Challenge make(Purpose purpose, UUID staff, Instant now) {
        var made = new PasskeyChallenge(staff, now);
        session().orElseThrow(() -> new IllegalStateException("no session")).setAttribute(attribute(purpose), made);
        return made.challenge;
    }

    /** Empty where there is none for her, it was taken before, or that is too long ago. */
    static Optional<Challenge> take(Purpose purpose, UUID staff, Instant now) {
        return session()
                .flatMap(session -> {
                    var kept = (PasskeyChallenge) session.getAttribute(attribute(purpose));
                    session.removeAttribute(attribute(purpose));
                    return Optional.ofNullable(kept);
                })
                .filter(kept -> kept.taken.compareAndSet(false, true))
                .filter(kept ->
                        kept.staff.equals(staff) && !kept.since.plus(VALID_FOR).isBefore(now))
                .map(kept -> kept.challenge);
    }

    private static String attribute(Purpose purpose) {
        return PasskeyChallenge.class.getName() + '.' + purpose;
    }

    private static Optional<HttpSession> session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.ofNullable(attributes.getRequest().getSession(false))
                : Optional.empty();
    }
}
