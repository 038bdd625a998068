package mx.gob.jocotepec.cauce.agreement;

import java.util.Map;
import mx.gob.jocotepec.cauce.shared.AgreementId;

/** What became of a change to an agreement. */
public sealed interface AgreementOutcome {
    record Saved(AgreementId id) implements AgreementOutcome {}

    /** @param problems field to message key below {@code agreement.problem.}; nothing was stored */
    record Invalid(Map<String, String> problems) implements AgreementOutcome {}

    record Refused(Reason reason) implements AgreementOutcome {}

    /** Why nothing was changed. */
    enum Reason {
        NOT_FOUND,
        CHANGED_MEANWHILE,
        ENDED_ALREADY,
        RENEWED_ALREADY
    }
}
