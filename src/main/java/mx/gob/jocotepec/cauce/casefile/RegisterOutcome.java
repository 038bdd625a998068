package mx.gob.jocotepec.cauce.casefile;

import java.util.Map;

/** What became of a registration. */
public sealed interface RegisterOutcome {
    record Registered(CaseRef ref) implements RegisterOutcome {}

    /** @param problems field key to message key; nothing was stored, nothing typed is lost */
    record Invalid(Map<String, String> problems) implements RegisterOutcome {}
}
