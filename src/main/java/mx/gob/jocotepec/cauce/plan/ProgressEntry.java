package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * @param author null: the system itself
 * @param authorName as she is shown now; null with the author
 */
public record ProgressEntry(
        Kind kind,
        BigDecimal value,
        String evidence,
        boolean afterClosing,
        Instant at,
        @Nullable StaffId author,
        @Nullable String authorName) {
    public enum Kind {
        ENTRY,
        CORRECTION
    }
}
