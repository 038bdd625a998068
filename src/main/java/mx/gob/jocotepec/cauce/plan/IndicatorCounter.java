package mx.gob.jocotepec.cauce.plan;

import java.util.Map;
import mx.gob.jocotepec.cauce.shared.Quarter;

/** What the system counts by itself. Another module implements it; the plan asks every such bean. */
public interface IndicatorCounter {
    /**
     * In a fixed number of statements, by counter key such as {@code cases_registered}. A key that is there is counted: a
     * quarter missing under it is 0.
     */
    Map<String, Map<Quarter, Long>> countByQuarter(int year);

    /** Only what is not the sum of its quarters, such as distinct women; for the rest leave the key out. */
    default Map<String, Long> countYear(int year) {
        return Map.of();
    }
}
