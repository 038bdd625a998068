package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * An attention as the page of a case shows it.
 *
 * @param note blank where nothing was written
 * @param hasReserved whether there is a reserved note the reader may open; to others there is none
 * @param mayChange whether it is her area's
 */
public record AttentionEntry(
        AttentionId id,
        CaseId caseId,
        Discipline discipline,
        String kind,
        AttentionMode mode,
        AttentionStatus status,
        boolean walkIn,
        Instant startsAt,
        @Nullable Integer minutes,
        @Nullable Instant nextAt,
        StaffId staff,
        String staffName,
        String areaName,
        Sensitive note,
        boolean hasReserved,
        boolean mayWriteReserved,
        boolean mayChange,
        int corrections,
        int version) {}
