package mx.gob.jocotepec.cauce.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * A breach of personal data (vulneración).
 *
 * @param people how many are concerned; none while nobody knows
 * @param noticeDue last day to tell people and authority
 * @param words what happened and why, corrective action, advice to the people
 */
public record Breach(
        UUID id,
        String number,
        Kind kind,
        Instant noticedAt,
        @Nullable Integer people,
        boolean sensitive,
        LocalDate noticeDue,
        @Nullable Instant peopleToldAt,
        @Nullable Instant authorityToldAt,
        @Nullable Instant closedAt,
        Words words,
        int version) {
    public enum Kind {
        LOSS,
        THEFT,
        UNAUTHORIZED_USE,
        DAMAGE,
        OTHER
    }

    /** A step that is dated when it is done. */
    public enum Step {
        PEOPLE_TOLD,
        AUTHORITY_TOLD,
        CLOSED
    }

    public record Words(Sensitive what, Sensitive reason, Sensitive measures, Sensitive advice) {}
}
