package mx.gob.jocotepec.cauce.agreement;

import java.util.Map;

/** Whether an institution was stored. */
public sealed interface InstitutionOutcome {
    record Saved(Institution institution) implements InstitutionOutcome {}

    /** @param problems field to message key below {@code agreement.problem.}; nothing was stored */
    record Invalid(Map<String, String> problems) implements InstitutionOutcome {}

    /** Somebody else stored meanwhile; nothing was changed. */
    record ChangedMeanwhile() implements InstitutionOutcome {}
}
