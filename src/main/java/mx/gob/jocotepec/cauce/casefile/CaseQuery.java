package mx.gob.jocotepec.cauce.casefile;

import java.time.LocalDate;
import java.util.Set;
import mx.gob.jocotepec.cauce.shared.AreaId;
import org.jspecify.annotations.Nullable;

/** What the list of cases is narrowed to; an empty set or null narrows nothing. Dates are days of the office, both inclusive. */
public record CaseQuery(
        Set<CaseStatus> status,
        Set<RiskLevel> risk,
        @Nullable AreaId area,
        @Nullable String violenceType,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean graveWithoutAttention,
        boolean prosecutorNotTold) {
    public static final CaseQuery ALL = new CaseQuery(Set.of(), Set.of(), null, null, null, null, false, false);
}
