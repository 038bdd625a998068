package mx.gob.jocotepec.cauce.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as lists show it: folio, initials, age, locality; the name stays covered. */
public record CaseLine(
        CaseRef ref,
        CaseStatus status,
        RiskLevel risk,
        String initials,
        @Nullable Integer age,
        @Nullable String locality,
        String areaName,
        Instant openedAt,
        Instant lastActivityAt,
        List<String> violenceTypes) {}
