package mx.gob.jocotepec.cauce.referral;

import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * A case to refer.
 *
 * @param service key of the catalog {@code SERVICE}
 * @param compartments what the receiving area may open
 * @param reason why; at most 4,000 characters
 * @param summary the least that is needed; at most 4,000 characters, may be blank
 * @param replaces a rejected or cancelled referral of the same case that this one takes up again
 */
public record NewReferral(
        CaseId caseId,
        Counterpart to,
        String service,
        Urgency urgency,
        Set<Compartment> compartments,
        ConsentBasis consent,
        Sensitive reason,
        Sensitive summary,
        @Nullable ReferralId replaces) {
    static final int LONGEST_TEXT = 4_000;

    public NewReferral {
        compartments = Set.copyOf(compartments);
    }
}
