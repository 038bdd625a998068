package mx.gob.jocotepec.cauce.audit;

import java.sql.SQLException;
import mx.gob.jocotepec.cauce.audit.ReadBudgetSpentException.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wherever a reading was one too many, the database says so with an error of its own (function {@code count_reading}). Dirección and
 * audit are told in a transaction that stays when that of the reading is rolled back.
 */
@Component
class ReadBudgetReport extends SQLExceptionSubclassTranslator {
    private final ObjectProvider<JdbcTemplate> jdbc;
    private final ObjectProvider<PlatformTransactionManager> transactions;

    /** Both are asked for late: the template that they belong to translates by this. */
    ReadBudgetReport(ObjectProvider<JdbcTemplate> jdbc, ObjectProvider<PlatformTransactionManager> transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    protected @Nullable DataAccessException doTranslate(String task, @Nullable String sql, SQLException problem) {
        var state = problem.getSQLState();
        if (!"CB001".equals(state) && !"CB002".equals(state)) return super.doTranslate(task, sql, problem);
        var kind = "CB001".equals(state) ? Kind.CASES : Kind.ROWS;
        var own = new TransactionTemplate(transactions.getObject());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> tell(kind));
        return new ReadBudgetSpentException(kind);
    }

    private void tell(Kind kind) {
        var template = jdbc.getObject();
        template.query("select cauce.budget_spent(?)", row -> {}, kind == Kind.CASES ? "SPENT" : "ROWS");
        template.query(
                "select cauce.trail_append('READ_BUDGET_SPENT', 'REFUSED', null, null, null, null, ?)",
                row -> {},
                "kind=" + kind);
    }
}
