package mx.gob.jocotepec.cauce.referral;

import mx.gob.jocotepec.cauce.staff.Actor;
import mx.gob.jocotepec.cauce.staff.Permission;

/** What can be done with a referral, and by whom. */
public enum ReferralStep {
    ACCEPT,
    REJECT,
    /** The first attention began. */
    START,
    /** The counter-referral. */
    ANSWER,
    CANCEL,
    /** The Dirección sends it to somebody else. */
    REASSIGN,
    COMMENT;

    /** An institution has no account: whoever sent the case, or the Dirección, records what it says. */
    boolean belongsTo(Actor actor, Parties parties) {
        return switch (this) {
            case ACCEPT, REJECT, START, ANSWER ->
                parties.to() == null ? follows(actor, parties) : parties.to().equals(actor.area());
            case CANCEL -> follows(actor, parties);
            case REASSIGN -> actor.may(Permission.REFERRAL_OVERSEE);
            case COMMENT -> follows(actor, parties) || actor.area().equals(parties.to());
        };
    }

    private static boolean follows(Actor actor, Parties parties) {
        return parties.from().equals(actor.area()) || actor.may(Permission.REFERRAL_OVERSEE);
    }
}
