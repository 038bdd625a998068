package mx.gob.jocotepec.cauce.oversight;

/** What became of the wish to take data out. */
public sealed interface ExportOutcome {
    /** It waits for the Dirección. */
    record Requested(String folio, int lines) implements ExportOutcome {}

    record Refused(Reason reason) implements ExportOutcome {}

    /** Why not. */
    enum Reason {
        REASON_TOO_SHORT,
        DAYS_REVERSED,
        NOTHING_THERE,
        /** More lines than one file may hold. */
        TOO_MANY
    }
}
