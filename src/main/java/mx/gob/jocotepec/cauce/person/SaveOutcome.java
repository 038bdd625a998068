package mx.gob.jocotepec.cauce.person;

import mx.gob.jocotepec.cauce.shared.Answers;

/** Whether a changed compartment was stored. */
public sealed interface SaveOutcome {
    record Saved(int version) implements SaveOutcome {}

    /** Somebody else stored meanwhile; nothing was changed. The caller shows both. */
    record Changed(Answers current, int version) implements SaveOutcome {}

    /** Not within reach, or not there: the same answer. */
    record NotFound() implements SaveOutcome {}
}
