package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;

/** @param author null: the system itself */
public record ProgressEntry(
        Kind kind,
        BigDecimal value,
        String evidence,
        boolean afterClosing,
        Instant at,
        @Nullable StaffId author) {
    public enum Kind {
        ENTRY,
        CORRECTION
    }
}
