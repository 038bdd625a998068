package mx.gob.jocotepec.cauce.referral;

/** How soon she must be received; the fixed catalog {@code REFERRAL_URGENCY} names it. */
public enum Urgency {
    NORMAL,
    PRIORITY,
    IMMEDIATE
}
