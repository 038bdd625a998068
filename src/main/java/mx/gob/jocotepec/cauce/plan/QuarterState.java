package mx.gob.jocotepec.cauce.plan;

/** Where a quarter stands. */
public enum QuarterState {
    FUTURE,
    /** Under way. */
    OPEN,
    /** Over, and to be closed. */
    ENDED,
    /** Frozen; corrections are entries of their own. */
    CLOSED
}
