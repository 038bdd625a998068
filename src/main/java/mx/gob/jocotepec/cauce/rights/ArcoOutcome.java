package mx.gob.jocotepec.cauce.rights;

import java.util.Map;
import java.util.UUID;

/** What became of a step. */
public sealed interface ArcoOutcome {
    record Done(UUID id, String number) implements ArcoOutcome {}

    /** @param problems field to key of the words */
    record Invalid(Map<String, String> problems) implements ArcoOutcome {}

    /** Somebody was faster, or the step does not fit the state. */
    record Refused() implements ArcoOutcome {}
}
