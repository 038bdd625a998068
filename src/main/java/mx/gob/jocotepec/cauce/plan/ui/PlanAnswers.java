package mx.gob.jocotepec.cauce.plan.ui;

import mx.gob.jocotepec.cauce.plan.PlanOutcome;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Done;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Refused;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** What came of a change, in words. */
final class PlanAnswers {
    private PlanAnswers() {}

    /** @return whether it is done */
    static boolean tell(PlanOutcome outcome) {
        return switch (outcome) {
            case Done() -> true;
            case Refused(var reason) -> {
                Notices.warn("plan.refused." + reason);
                yield false;
            }
        };
    }
}
