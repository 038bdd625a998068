package mx.gob.jocotepec.cauce.agreement;

import java.util.UUID;

/** Whether a signed copy was kept. */
public sealed interface ScanOutcome {
    record Kept(UUID id) implements ScanOutcome {}

    record Refused(Reason reason) implements ScanOutcome {}

    /** Why it was not. */
    enum Reason {
        NOT_FOUND,
        EMPTY,
        TOO_LARGE,
        /** Neither PDF nor JPEG nor PNG by its content, whatever its name says. */
        OTHER_TYPE
    }
}
