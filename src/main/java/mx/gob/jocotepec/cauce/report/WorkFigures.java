package mx.gob.jocotepec.cauce.report;

import java.time.YearMonth;
import java.util.Map;
import mx.gob.jocotepec.cauce.shared.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * How much was done in some months, and where.
 *
 * @param casesByMonth every month asked for, in order, also with 0
 * @param casesByType by key of the catalog VIOLENCE_TYPE; a case may have several
 * @param casesByRisk EXTREME, HIGH, MEDIUM, LOW, NONE
 * @param referrals sent in those months: by whom they go to, and their state now
 */
public record WorkFigures(
        Map<YearMonth, Long> casesByMonth,
        Map<String, Long> casesByType,
        Map<String, Long> casesByRisk,
        Map<AreaId, Long> casesByArea,
        Map<ReferralCell, Long> referrals) {

    /**
     * @param area null: an institution outside
     * @param state SENT, ACCEPTED, IN_ATTENTION, ANSWERED, REJECTED, CANCELLED
     */
    public record ReferralCell(@Nullable AreaId area, String state) {}
}
