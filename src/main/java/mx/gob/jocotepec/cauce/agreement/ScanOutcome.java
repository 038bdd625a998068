package mx.gob.jocotepec.cauce.agreement;

import java.util.UUID;

/** Whether a signed copy was kept. */
public sealed interface ScanOutcome {
    record Kept(UUID id) implements ScanOutcome {}

    record Refused(Reason reason) implements ScanOutcome {}

    /** Why it was not: there is no such agreement, or as {@link mx.gob.jocotepec.cauce.files.FileVerdict} says. */
    enum Reason {
        NOT_FOUND,
        EMPTY,
        TOO_LARGE,
        OTHER_TYPE,
        TWO_THINGS,
        BROKEN,
        ENCRYPTED,
        ACTIVE,
        UNPACKS_TOO_FAR,
        MALWARE,
        SCANNER_SILENT
    }
}
