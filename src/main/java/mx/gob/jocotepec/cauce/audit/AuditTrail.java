package mx.gob.jocotepec.cauce.audit;

import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the trail. What was done is recorded in the transaction that did it; what was denied in one of its own, so that a rollback
 * does not take it away.
 */
@Service
public class AuditTrail {
    private final JdbcTemplate jdbc;

    AuditTrail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws ReadBudgetSpentException where this reading is one too many for today; the transaction is lost then */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(TrailEvent event) {
        append(event, "DONE");
    }

    /** A refusal by a rule, told to the person and kept: nothing was changed. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(TrailEvent event) {
        append(event, "REFUSED");
    }

    /** An attempt without the right to it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void denied(TrailEvent event) {
        append(event, "DENIED");
    }

    private void append(TrailEvent event, String outcome) {
        jdbc.query(
                "select cauce.trail_append(?, ?, ?, ?, ?, ?, ?)",
                row -> {},
                event.action(),
                outcome,
                event.subjectKind(),
                event.subject(),
                uuid(event.caseId()),
                uuid(event.personId()),
                event.detail());
    }

    private static @Nullable UUID uuid(@Nullable CaseId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID uuid(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }
}
