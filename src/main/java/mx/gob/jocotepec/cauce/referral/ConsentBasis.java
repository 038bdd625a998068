package mx.gob.jocotepec.cauce.referral;

/** On what her data may go to somebody else. */
public sealed interface ConsentBasis {
    /** She consented when her case was registered. */
    record OfTheCase() implements ConsentBasis {}

    /** She consents now, to this referral. */
    record GivenNow() implements ConsentBasis {}

    /** The law does without it. @param key of the catalog {@code CONSENT_EXCEPTION} */
    record LegalException(String key) implements ConsentBasis {}
}
