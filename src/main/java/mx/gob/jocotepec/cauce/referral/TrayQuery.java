package mx.gob.jocotepec.cauce.referral;

import java.util.Set;

/** Referrals of the actor's own area. @param states none: all */
public record TrayQuery(Side side, Set<ReferralStatus> states, Only only) {
    public TrayQuery {
        states = Set.copyOf(states);
    }

    /** Which end of it the area is. */
    public enum Side {
        RECEIVED,
        SENT
    }
}
