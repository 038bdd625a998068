package mx.gob.jocotepec.cauce.referral.ui;

import mx.gob.jocotepec.cauce.shared.ReferralId;

/** Where the screens of referrals are, without a leading slash. */
public final class ReferralNavigation {
    public static final String ALL = "canalizaciones";

    private ReferralNavigation() {}

    public static String to(ReferralId id) {
        return ALL + "/" + id;
    }
}
