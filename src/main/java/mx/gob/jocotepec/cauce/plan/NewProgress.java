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
    /** @throws IllegalArgumentException outside {@link FigureLimits}, or for a value of 0 */
    public NewProgress {
        evidence = evidence.strip();
        if (evidence.length() < FigureLimits.SHORTEST_EVIDENCE || evidence.length() > FigureLimits.LONGEST_EVIDENCE) {
            throw new IllegalArgumentException("evidence outside 3 to 2000 characters");
        }
        if (value.signum() == 0 || FigureLimits.ofChange(value).isPresent()) {
            throw new IllegalArgumentException("value is 0, too large or finer than hundredths");
        }
    }
}
