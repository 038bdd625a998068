package mx.gob.jocotepec.cauce.crypto;

import java.util.EnumSet;
import java.util.Set;

/** What is sealed together and read by the same people. Each has its own key in the ring. */
public enum Compartment {
    IDENTITY,
    CONTACT,
    SOCIAL,
    FACTS,
    AGGRESSOR,
    CLINICAL,
    LEGAL,
    /** A reserved note: read by its discipline only, never granted with a case. */
    RESERVED,
    /** What was done in an attention: the team that attends the case reads it. */
    ATTENTION,
    /** What sender and receiver of a referral tell each other. */
    REFERRAL,
    DRAFT,
    FILE,
    /** What lets a member of staff in: the secret of her second factor. */
    ACCOUNT,
    /** Why somebody opened a case in an emergency or wants to take data out, and what the review found. */
    OVERSIGHT;

    /** Those a grant on a case can name; the table {@code role_compartment} knows the same. */
    public static Set<Compartment> granted() {
        return EnumSet.range(IDENTITY, LEGAL);
    }
}
