package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;

/** A line of the agenda: folio and initials, no name and nothing of what was said. */
public record AgendaEntry(
        AttentionId id,
        CaseRef ref,
        String initials,
        RiskLevel risk,
        Discipline discipline,
        String kind,
        AttentionMode mode,
        AttentionStatus status,
        Instant startsAt,
        @Nullable Integer minutes,
        StaffId staff,
        String staffName,
        int version) {}
