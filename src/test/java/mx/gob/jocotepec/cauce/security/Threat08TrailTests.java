package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail tells what happened, no more and no less, also when a transaction fails. */
@SpringBootTest
@Import(Acting.class)
class Threat08TrailTests {
    @Autowired
    AuditTrail trail;

    @Autowired
    CaseLists lists;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatWasRolledBackIsNotToldAsDone() throws SQLException {
        var subject = Ids.next();
        var somebody = acting.someone(Acting.DIF, Role.FIRST_CONTACT);

        assertThatThrownBy(() -> somebody.runs(() -> transaction.executeWithoutResult(status -> {
                    trail.record(TrailEvent.of("TRIED").on("TEST", subject));
                    throw new IllegalStateException("after the entry");
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(entries(subject)).isZero();
    }

    @Test
    void aDenialStaysEvenWhenTheTransactionFails() throws SQLException {
        var subject = Ids.next();
        var somebody = acting.someone(Acting.DIF, Role.FIRST_CONTACT);

        assertThatThrownBy(() -> somebody.runs(() -> transaction.executeWithoutResult(status -> {
                    trail.denied(TrailEvent.of("TRIED").on("TEST", subject));
                    throw new IllegalStateException("after the denial");
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(entries(subject)).isOne();
    }

    @Test
    void aCallWithoutTheRightToItIsTold() throws SQLException {
        var auditor = acting.someone(Acting.AUDITORS, Role.AUDIT);

        assertThatThrownBy(() -> auditor.does(() -> lists.page(CaseQuery.ALL, 0, 50)))
                .isInstanceOf(AccessDeniedException.class);

        try (var owner = TestDatabase.shared().asSuperuser();
                var query = owner.prepareStatement(
                        "select detail from cauce.trail_entry where actor = ? and action = 'CALL_DENIED'")) {
            query.setObject(1, auditor.id().value());
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("method=CaseLists.page");
            }
        }
    }

    @Test
    void anEntryCannotCarryWhatSomebodyTyped() {
        assertThatThrownBy(() -> TrailEvent.of("TRIED").with("María López, 387 763 0000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("María");
    }

    private static int entries(UUID subject) throws SQLException {
        try (var owner = TestDatabase.shared().asSuperuser();
                var query = owner.prepareStatement("select count(*) from cauce.trail_entry where subject = ?")) {
            query.setObject(1, subject);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
