package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import java.util.Optional;

/** What a figure of the plan and its evidence may be, for targets, progress and corrections alike; the tables keep no more. */
public final class FigureLimits {
    /** Of means of verification, and of the reason of a correction. */
    public static final int SHORTEST_EVIDENCE = 3;

    public static final int LONGEST_EVIDENCE = 2000;
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final int DECIMALS = 2;

    /** What is wrong with a figure. */
    public enum Problem {
        NEGATIVE,
        TOO_LARGE,
        TOO_FINE
    }

    private FigureLimits() {}

    /** A target: 0 or more. */
    public static Optional<Problem> ofTarget(BigDecimal planned) {
        return planned.signum() < 0 ? Optional.of(Problem.NEGATIVE) : ofChange(planned);
    }

    /** What is added or, below 0, taken away. */
    public static Optional<Problem> ofChange(BigDecimal value) {
        if (value.abs().compareTo(MOST) > 0) return Optional.of(Problem.TOO_LARGE);
        return value.stripTrailingZeros().scale() > DECIMALS ? Optional.of(Problem.TOO_FINE) : Optional.empty();
    }
}
