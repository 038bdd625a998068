package mx.gob.jocotepec.cauce.referral;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a referral stands, and where a step takes it. Being late is no state: it follows from the deadlines. */
public enum ReferralStatus {
    SENT,
    ACCEPTED,
    IN_ATTENTION,
    ANSWERED,
    REJECTED,
    CANCELLED;

    public boolean isOpen() {
        return this == SENT || this == ACCEPTED || this == IN_ATTENTION;
    }

    public static Set<ReferralStatus> open() {
        return EnumSet.of(SENT, ACCEPTED, IN_ATTENTION);
    }

    /** @return the state after the step; empty where the step is not possible from here */
    public Optional<ReferralStatus> after(ReferralStep step) {
        return switch (step) {
            case ACCEPT -> when(this == SENT, ACCEPTED);
            case REJECT -> when(this == SENT, REJECTED);
            case START -> when(this == SENT || this == ACCEPTED, IN_ATTENTION);
            case ANSWER -> when(this == ACCEPTED || this == IN_ATTENTION, ANSWERED);
            // a rejected one rests that nobody takes up again
            case CANCEL -> when(this == SENT || this == ACCEPTED || this == REJECTED, CANCELLED);
            // a refusal stays in the record even when another area takes the case up
            case REASSIGN ->
                this == REJECTED ? Optional.of(REJECTED) : when(this == SENT || this == ACCEPTED, CANCELLED);
            case COMMENT -> Optional.of(this);
        };
    }

    private static Optional<ReferralStatus> when(boolean possible, ReferralStatus then) {
        return possible ? Optional.of(then) : Optional.empty();
    }
}
