package mx.gob.jocotepec.cauce.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an agreement stands on a day. Computed, never stored. */
public enum AgreementState {
    /** Signed, and begins later. */
    UPCOMING,
    IN_FORCE,
    /** In force, ends within the days it warns ahead, and no other follows it. */
    EXPIRING,
    ENDED;

    static AgreementState on(
            LocalDate day,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate endedOn,
            int warnDays,
            boolean renewed) {
        if (day.isAfter(until) || (endedOn != null && !day.isBefore(endedOn))) return ENDED;
        if (day.isBefore(from)) return UPCOMING;
        return !renewed && !day.plusDays(warnDays).isBefore(until) ? EXPIRING : IN_FORCE;
    }
}
