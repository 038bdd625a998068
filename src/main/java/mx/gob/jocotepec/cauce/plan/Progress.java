package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Achieved ÷ planned × 100, the municipality's formula. Sums are added up with {@link #plus}; percentages are never
 * averaged.
 *
 * @param planned null: nothing planned
 * @param achieved null: not known, which is not 0
 */
public record Progress(
        @Nullable BigDecimal planned, @Nullable BigDecimal achieved) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static final Progress NOTHING = new Progress(null, null);

    /** @throws IllegalArgumentException for a negative plan */
    public Progress {
        if (planned != null && planned.signum() < 0) throw new IllegalArgumentException("planned below 0");
    }

    static Progress of(@Nullable Integer planned, @Nullable Integer achieved) {
        return new Progress(
                planned == null ? null : BigDecimal.valueOf(planned),
                achieved == null ? null : BigDecimal.valueOf(achieved));
    }

    /** Unrounded; may pass 100. Empty ("N/A") where nothing or 0 was planned, or the achieved is not known. */
    public Optional<BigDecimal> percent() {
        return planned == null || planned.signum() == 0 || achieved == null
                ? Optional.empty()
                : Optional.of(achieved.multiply(HUNDRED).divide(planned, MathContext.DECIMAL128));
    }

    /** For display only: half up to one decimal. */
    public Optional<BigDecimal> shownPercent() {
        return percent().map(percent -> percent.setScale(1, RoundingMode.HALF_UP));
    }

    /** More than planned: shown as it is, and flagged. */
    public boolean exceeded() {
        return percent().isPresent() && percent().get().compareTo(HUNDRED) > 0;
    }

    public Progress plus(Progress other) {
        return new Progress(sum(planned, other.planned), sum(achieved, other.achieved));
    }

    TrafficLight light(PlanSettings settings) {
        return percent().map(settings::light).orElse(TrafficLight.NONE);
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null) return other;
        return other == null ? one : one.add(other);
    }
}
