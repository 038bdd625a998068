package mx.gob.jocotepec.cauce.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of the trail, as it was written. */
public record TrailLine(
        int chain,
        long seq,
        Instant at,
        String actorKind,
        @Nullable UUID actor,
        String action,
        String outcome,
        @Nullable String subjectKind,
        @Nullable UUID subject,
        @Nullable UUID caseId,
        @Nullable String folio,
        String detail) {}
