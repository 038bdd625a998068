package mx.gob.jocotepec.cauce.plan;

/** What came of a change to the plan. */
public sealed interface PlanOutcome {
    record Done() implements PlanOutcome {}

    record Refused(Reason reason) implements PlanOutcome {}

    enum Reason {
        NO_SUCH_PLAN,
        NO_SUCH_INDICATOR,
        /** The system counts it; it is not entered by hand. */
        COUNTED_BY_THE_SYSTEM,
        QUARTER_NOT_BEGUN,
        QUARTER_NOT_ENDED,
        QUARTER_CLOSED,
        /** The corrected figure would be negative. */
        BELOW_ZERO,
        /** Somebody set it since it was read. */
        CHANGED_MEANWHILE,
        YEAR_EXISTS
    }
}
