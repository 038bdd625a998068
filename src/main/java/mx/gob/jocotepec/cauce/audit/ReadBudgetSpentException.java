package mx.gob.jocotepec.cauce.audit;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * The readings of a day are used up; the transaction that read is rolled back and nothing of it may be shown. An exception, since every
 * door that reads would have to carry the answer on, and one that forgot would give away what it must not.
 */
public final class ReadBudgetSpentException extends NonTransientDataAccessException {
    private static final long serialVersionUID = 1L;

    /** What is used up. */
    public enum Kind {
        /** Different cases opened. */
        CASES,
        /** Lines of lists and searches. */
        ROWS
    }

    private final Kind kind;

    ReadBudgetSpentException(Kind kind) {
        super("budget of readings spent: " + kind);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
