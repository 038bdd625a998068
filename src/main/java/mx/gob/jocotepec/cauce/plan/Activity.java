package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import java.util.List;
import mx.gob.jocotepec.cauce.shared.Period;
import org.jspecify.annotations.Nullable;

/**
 * A block of the plan.
 *
 * @param key its identity (PROG, ACT1 … ACT5B); the printed number is not one, "ACTIVIDAD 5" stands twice
 * @param budget in pesos
 * @param beneficiaries direct ones; null where the plan says "la población"
 */
public record Activity(
        String key,
        String printedNumber,
        String name,
        String goal,
        BigDecimal budget,
        @Nullable Integer beneficiaries,
        String beneficiariesText,
        String indirectText,
        Period period,
        String evaluated,
        List<Line> lines,
        List<IndicatorFigures> indicators) {

    /** A line of action, under a component or group where there is one. */
    public record Line(@Nullable String heading, String text) {}
}
