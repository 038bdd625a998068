package mx.gob.jocotepec.cauce.catalog;

/** What came of a change to a catalog. */
public sealed interface CatalogOutcome {
    record Saved(CatalogEntry entry) implements CatalogOutcome {}

    record Refused(Reason reason) implements CatalogOutcome {}

    enum Reason {
        /** The program knows these states one by one. */
        FIXED_CATALOG,
        KEY_TAKEN,
        /** Two choices that read the same would scatter what is counted over both. */
        NAME_TAKEN,
        NO_SUCH_ENTRY,
        /** Somebody changed it since it was read. */
        CHANGED_MEANWHILE,
        ENDS_BEFORE_IT_BEGINS
    }
}
