package mx.gob.jocotepec.cauce.oversight;

import java.time.Instant;
import mx.gob.jocotepec.cauce.casefile.CaseRef;

/** What became of the wish to open a case in an emergency. */
public sealed interface EmergencyOutcome {
    /** Open to read until then; the Dirección and the area that holds the case know. */
    record Opened(CaseRef ref, Instant until) implements EmergencyOutcome {}

    /** It is within reach anyway. */
    record Held(CaseRef ref) implements EmergencyOutcome {}

    record Refused(Reason reason) implements EmergencyOutcome {}

    /** Why nothing was opened. */
    enum Reason {
        /** Unknown, or not to be had: nobody is told which. */
        NOTHING,
        /** Too many that were not found today. */
        TOO_MANY,
        REASON_TOO_SHORT,
        NEITHER_FOLIO_NOR_CURP
    }
}
