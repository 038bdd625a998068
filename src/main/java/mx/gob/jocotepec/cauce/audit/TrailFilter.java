package mx.gob.jocotepec.cauce.audit;

import java.time.LocalDate;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Folio;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; what is absent does not matter. Both days are included.
 *
 * @param outcome DONE, REFUSED or DENIED
 */
public record TrailFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID actor,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable Folio folio) {
    public static TrailFilter everything() {
        return new TrailFilter(null, null, null, null, null, null);
    }
}
