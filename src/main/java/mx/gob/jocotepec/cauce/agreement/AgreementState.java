package mx.gob.jocotepec.cauce.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an agreement stands on a day. Computed, never stored. */
public enum AgreementState {
    /** Signed, and begins later. */
    UPCOMING,
    IN_FORCE,
    /** In force, its last day lies within the days it warns ahead, and no other follows it. */
    EXPIRING,
    ENDED;

    static AgreementState on(
            LocalDate day,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate endedOn,
            int warnDays,
            boolean renewed) {
        var last = lastDay(until, endedOn);
        if (day.isAfter(last)) return ENDED;
        if (day.isBefore(from)) return UPCOMING;
        return !renewed && !day.plusDays(warnDays).isBefore(last) ? EXPIRING : IN_FORCE;
    }

    /** The last day on which it holds. @param endedOn first day on which it holds no more, where it was ended before its time */
    static LocalDate lastDay(LocalDate until, @Nullable LocalDate endedOn) {
        return endedOn == null || endedOn.isAfter(until) ? until : endedOn.minusDays(1);
    }
}
