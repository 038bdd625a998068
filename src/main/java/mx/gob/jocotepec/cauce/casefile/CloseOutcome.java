package mx.gob.jocotepec.cauce.casefile;

import java.util.List;

/** Whether a case was closed. A refusal changed nothing. */
public sealed interface CloseOutcome {
    record Closed() implements CloseOutcome {}

    /** Out of reach, not there, or closed already: the same answer. */
    record NotFound() implements CloseOutcome {}

    record UnknownReason() implements CloseOutcome {}

    /** @param mayEnd whether all of it may be ended together with the case, for this reason */
    record StillOpen(List<OpenWork.Item> work, boolean mayEnd) implements CloseOutcome {}

    /** She counts as unreachable only after enough safe attempts. */
    record AttemptsMissing(int made, int needed) implements CloseOutcome {}
}
