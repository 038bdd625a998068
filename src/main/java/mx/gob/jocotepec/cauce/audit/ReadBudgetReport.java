package mx.gob.jocotepec.cauce.audit;

import java.sql.SQLException;
import java.util.Optional;
import mx.gob.jocotepec.cauce.audit.ReadBudgetSpentException.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells Dirección and audit that somebody ran into the end of her budget, in a transaction that stays when hers is rolled back. */
@Component
class ReadBudgetReport {
    private final JdbcTemplate jdbc;

    ReadBudgetReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What the function {@code count_reading} says by its error codes. */
    static Optional<Kind> kind(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if ("CB001".equals(sql.getSQLState())) return Optional.of(Kind.CASES);
                if ("CB002".equals(sql.getSQLState())) return Optional.of(Kind.ROWS);
            }
        }
        return Optional.empty();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void tell(Kind kind) {
        jdbc.query("select cauce.budget_spent(?)", row -> {}, kind == Kind.CASES ? "SPENT" : "ROWS");
        jdbc.query(
                "select cauce.trail_append('READ_BUDGET_SPENT', 'REFUSED', null, null, null, null, ?)",
                row -> {},
                "kind=" + kind);
    }
}
