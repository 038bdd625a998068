package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment to make.
 *
 * @param kind a key of the catalog ATTENTION_KIND
 * @param staff a colleague of the same area; null: whoever makes it
 */
public record NewAppointment(
        CaseId caseId,
        Instant startsAt,
        Discipline discipline,
        String kind,
        AttentionMode mode,
        @Nullable StaffId staff) {}
