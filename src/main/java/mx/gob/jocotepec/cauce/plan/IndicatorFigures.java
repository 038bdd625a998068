package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import java.util.List;
import mx.gob.jocotepec.cauce.shared.Quarter;

/**
 * An indicator with its four quarters and its year.
 *
 * @param toDate what was planned for the quarters that have begun, against what was achieved
 */
public record IndicatorFigures(
        Indicator indicator,
        List<OfQuarter> quarters,
        Progress toDate,
        TrafficLight toDateLight,
        Progress year,
        TrafficLight yearLight) {
    /**
     * @param progress of a closed quarter: what was frozen, plus what was corrected since
     * @param correctedBy what corrections after the closing add to the frozen figure; 0 for none
     * @param targetVersion for {@link Plans#setTarget}; 0 while nothing is set
     */
    public record OfQuarter(
            Quarter quarter,
            QuarterState state,
            Progress progress,
            TrafficLight light,
            BigDecimal correctedBy,
            int targetVersion) {}

    public OfQuarter of(Quarter quarter) {
        return quarters.get(quarter.number() - 1);
    }
}
