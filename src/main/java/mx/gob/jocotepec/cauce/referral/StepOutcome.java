package mx.gob.jocotepec.cauce.referral;

/** Whether a step was taken. */
public sealed interface StepOutcome {
    record Done(ReferralStatus status) implements StepOutcome {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements StepOutcome {}

    /** Why; {@code referral.refused.} and the name is its message key. */
    enum Reason {
        NOT_FOUND,
        /** It is for the other area to do. */
        NOT_YOURS,
        /** It stands elsewhere by now. */
        NOT_IN_THIS_STATE,
        REASON_MISSING,
        UNKNOWN_REASON,
        SERVICE_MISSING,
        TEXT_MISSING,
        TEXT_TOO_LONG,
        NEXT_IN_THE_PAST
    }
}
