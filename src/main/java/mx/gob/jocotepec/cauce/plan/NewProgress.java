package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import mx.gob.jocotepec.cauce.shared.Quarter;

/**
 * What somebody reports by hand.
 *
 * @param value what is added, with up to two decimals; a correction may take away
 * @param evidence means of verification, or the reason of a correction; 3 to 2000 characters
 */
public record NewProgress(Quarter quarter, String indicator, BigDecimal value, String evidence) {
    static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 2000;

    /** @throws IllegalArgumentException outside those limits, or for a value of 0 */
    public NewProgress {
        evidence = evidence.strip();
        if (evidence.length() < SHORTEST || evidence.length() > LONGEST) {
            throw new IllegalArgumentException("evidence outside 3 to 2000 characters");
        }
        if (value.signum() == 0
                || value.abs().compareTo(MOST) > 0
                || value.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("value is 0, too large or finer than hundredths");
        }
    }
}
