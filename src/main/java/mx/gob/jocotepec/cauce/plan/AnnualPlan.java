package mx.gob.jocotepec.cauce.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.jocotepec.cauce.shared.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * A year of the plan as it is shown.
 *
 * @param quarters the state of each of the four
 * @param drawnUp date printed on the plan
 */
public record AnnualPlan(
        int year,
        Texts texts,
        @Nullable LocalDate drawnUp,
        Map<ContextKind, List<String>> context,
        Map<Quarter, QuarterState> quarters,
        List<Activity> activities) {

    /** The plan's own words. */
    public record Texts(
            String programme,
            String axis,
            String objective,
            String strategy,
            String vision,
            String mission,
            String evaluator,
            String formula) {}

    /** The four fields of the plan's analysis. */
    public enum ContextKind {
        STRENGTH,
        WEAKNESS,
        OPPORTUNITY,
        THREAT
    }

    public Optional<Activity> activity(String key) {
        return activities.stream()
                .filter(activity -> activity.key().equals(key))
                .findFirst();
    }
}
