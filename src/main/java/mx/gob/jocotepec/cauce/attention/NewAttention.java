package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * An attention to record.
 *
 * @param appointment the one she came for, or did not; null: without appointment
 * @param appointmentVersion the version that was on the screen
 * @param attended false: she was waited or looked for in vain
 * @param note what was done, for the team; may be blank only when she was not attended
 * @param reserved for the discipline only; blank for none
 * @param nextAt when she is expected again
 * @param makeNext whether that becomes an appointment
 */
public record NewAttention(
        CaseId caseId,
        @Nullable AttentionId appointment,
        int appointmentVersion,
        Discipline discipline,
        String kind,
        AttentionMode mode,
        boolean attended,
        Instant startsAt,
        @Nullable Integer minutes,
        Sensitive note,
        Sensitive reserved,
        @Nullable Instant nextAt,
        boolean makeNext) {}
