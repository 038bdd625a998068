package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;

/** A session and how it moves on: a value; {@link AttentionTable} stores it and the database keeps what it was before. */
record Attention(
        AttentionId id,
        CaseRef ref,
        Discipline discipline,
        AreaId area,
        StaffId staff,
        String kind,
        AttentionMode mode,
        boolean walkIn,
        AttentionStatus status,
        Instant startsAt,
        @Nullable Integer minutes,
        @Nullable Instant nextAt,
        int corrections,
        @Nullable Sealed sealed,
        int version) {

    boolean isSettled() {
        return status != AttentionStatus.SCHEDULED;
    }

    /** Whether it says that she came or did not, which can be corrected. */
    boolean isRecorded() {
        return status == AttentionStatus.ATTENDED || status == AttentionStatus.NO_SHOW;
    }

    /** Why somebody of an area who saw a version cannot change the appointment; null: she can. */
    AttentionOutcome.@Nullable Reason refusal(AreaId of, int seen) {
        if (!area.equals(of)) return AttentionOutcome.Reason.OTHER_AREA;
        if (isSettled()) return AttentionOutcome.Reason.SETTLED;
        return version == seen ? null : AttentionOutcome.Reason.CHANGED_MEANWHILE;
    }

    Attention settled(AttentionStatus outcome) {
        return new Attention(
                id,
                ref,
                discipline,
                area,
                staff,
                kind,
                mode,
                walkIn,
                outcome,
                startsAt,
                minutes,
                nextAt,
                corrections,
                sealed,
                version);
    }

    Attention movedTo(Instant start) {
        return new Attention(
                id,
                ref,
                discipline,
                area,
                staff,
                kind,
                mode,
                walkIn,
                status,
                start,
                minutes,
                nextAt,
                corrections,
                sealed,
                version);
    }

    /** The appointment took place, or she was waited for in vain. */
    Attention recorded(NewAttention as, StaffId by, @Nullable Sealed note) {
        return new Attention(
                id,
                ref,
                as.discipline(),
                area,
                by,
                as.kind(),
                as.mode(),
                walkIn,
                statusOf(as.attended()),
                as.startsAt(),
                as.minutes(),
                as.nextAt(),
                corrections,
                note,
                version);
    }

    Attention corrected(AttentionCorrection by, Sealed note) {
        return new Attention(
                id,
                ref,
                discipline,
                area,
                staff,
                by.kind(),
                by.mode(),
                walkIn,
                statusOf(by.attended()),
                by.startsAt(),
                by.minutes(),
                nextAt,
                corrections + 1,
                note,
                version);
    }

    static AttentionStatus statusOf(boolean attended) {
        return attended ? AttentionStatus.ATTENDED : AttentionStatus.NO_SHOW;
    }
}
