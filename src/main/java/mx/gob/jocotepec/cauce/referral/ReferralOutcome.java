package mx.gob.jocotepec.cauce.referral;

import mx.gob.jocotepec.cauce.shared.ReferralId;

/** What became of a referral that was to be sent. */
public sealed interface ReferralOutcome {
    record Sent(ReferralId id) implements ReferralOutcome {}

    /** Nothing was changed, and the case was shown to nobody. */
    record Refused(Reason reason) implements ReferralOutcome {}

    /** Why; {@code referral.refused.} and the name is its message key. */
    enum Reason {
        /** No such case, or out of reach: the same answer. */
        NOT_FOUND,
        CASE_CLOSED,
        OWN_AREA,
        TARGET_NOT_AVAILABLE,
        SERVICE_NOT_OFFERED,
        NO_CONSENT,
        UNKNOWN_EXCEPTION,
        /** More than the sender's own grants hold. */
        NOT_YOURS_TO_SHARE,
        REASON_MISSING,
        TEXT_TOO_LONG,
        /** The same service of the same case waits there already. */
        WAITING_THERE,
        /** What it is to take up again is not rejected or cancelled, or was taken up already. */
        NOT_TO_BE_REPLACED
    }
}
