package mx.gob.jocotepec.cauce.agreement.ui;

import mx.gob.jocotepec.cauce.shared.AgreementId;

/** Where the screens of agreements are, without a leading slash. */
public final class AgreementNavigation {
    public static final String ALL = "convenios";

    private AgreementNavigation() {}

    public static String to(AgreementId id) {
        return ALL + "/" + id;
    }
}
