package mx.gob.jocotepec.cauce.catalog;

/** The catalogs there are. A fixed one mirrors states the program knows: its entries are renamed, never added or retired. */
public enum Catalog {
    VIOLENCE_TYPE,
    VICARIOUS_CONDUCT,
    VIOLENCE_SETTING,
    RELATIONSHIP,
    LOCALITY,
    SERVICE,
    CLOSURE_REASON,
    CONSENT_EXCEPTION,
    REFERRAL_REJECT_REASON,
    REFERRAL_URGENCY(true),
    DISCIPLINE(true),
    ATTENDANCE(true),
    ATTENTION_MODE(true),
    ATTENTION_KIND,
    /** How she made contact with the office. */
    CONTACT_MANNER,
    /** Whether she may be called or written to. */
    SAFE_CONTACT(true),
    HOW_LEARNED,
    WEAPON,
    INSTITUTION_KIND(true),
    SCHOOLING,
    MARITAL_STATUS,
    HOUSING,
    OCCUPATION,
    INCOME_SOURCE;

    private final boolean fixed;

    Catalog() {
        this(false);
    }

    Catalog(boolean fixed) {
        this.fixed = fixed;
    }

    public boolean isFixed() {
        return fixed;
    }
}
