package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The record (ficha) of an indicator.
 *
 * @param counterKey what an {@link IndicatorCounter} counts it under; null for a manual one
 * @param cumulative true: the year is the sum of its quarters; false: a state, the year is its latest quarter
 */
public record Indicator(
        String key,
        String activity,
        String name,
        String definition,
        Kind kind,
        @Nullable String counterKey,
        String level,
        String classification,
        String dimension,
        String method,
        String variables,
        String unit,
        String frequency,
        Direction direction,
        @Nullable BigDecimal baselineValue,
        @Nullable Integer baselineYear,
        String evidence,
        String assumptions,
        String responsible,
        boolean cumulative,
        String remarks) {

    public enum Kind {
        /** Counted by the system. */
        AUTOMATIC,
        /** Entered by hand, with evidence. */
        MANUAL
    }

    /** Whether more or less is better. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }
}
