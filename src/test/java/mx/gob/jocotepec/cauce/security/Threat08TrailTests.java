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
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @Autowired
    JdbcClient jdbc;

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
    void aServerKilledInBetweenLeavesNeitherTheDeedNorItsEntry() throws SQLException {
        var subject = Ids.next();
        var somebody = acting.someone(Acting.DIF, Role.FIRST_CONTACT);

        assertThatThrownBy(() -> somebody.runs(() -> transaction.executeWithoutResult(status -> {
                    deed(somebody, subject);
                    kill();
                    trail.record(TrailEvent.of("TRIED").on("TEST", subject));
                })))
                .isInstanceOf(Exception.class);
        assertThatThrownBy(() -> somebody.runs(() -> transaction.executeWithoutResult(status -> {
                    trail.record(TrailEvent.of("TRIED").on("TEST", subject));
                    deed(somebody, subject);
                    kill();
                })))
                .isInstanceOf(Exception.class);

        assertThat(deeds(subject)).isZero();
        assertThat(entries(subject)).isZero();
    }

    @Test
    void whatWasConfirmedIsThereWithItsEntry() throws SQLException {
        var subject = Ids.next();
        var somebody = acting.someone(Acting.DIF, Role.FIRST_CONTACT);

        somebody.runs(() -> transaction.executeWithoutResult(status -> {
            deed(somebody, subject);
            trail.record(TrailEvent.of("TRIED").on("TEST", subject));
        }));

        assertThat(deeds(subject)).isOne();
        assertThat(entries(subject)).isOne();
    }

    @Test
    void aDenialStaysWhenTheServerIsKilledAfterIt() throws SQLException {
        var subject = Ids.next();
        var somebody = acting.someone(Acting.DIF, Role.FIRST_CONTACT);

        assertThatThrownBy(() -> somebody.runs(() -> transaction.executeWithoutResult(status -> {
                    deed(somebody, subject);
                    trail.denied(TrailEvent.of("TRIED").on("TEST", subject));
                    kill();
                })))
                .isInstanceOf(Exception.class);

        assertThat(deeds(subject)).isZero();
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

    private void deed(Acting.Someone somebody, UUID id) {
        jdbc.sql("insert into saved_filter (id, staff_id, name, query, created_at) values (?, ?, 'x', '', now())")
                .params(id, somebody.id().value())
                .update();
    }

    /** Ends the server's process behind this transaction, as a crash would. */
    private void kill() {
        int backend = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        try (var superuser = TestDatabase.shared().asSuperuser();
                var call = superuser.prepareStatement("select pg_terminate_backend(?, 5000)")) {
            call.setInt(1, backend);
            call.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int deeds(UUID id) throws SQLException {
        return count("select count(*) from cauce.saved_filter where id = ?", id);
    }

    private static int entries(UUID subject) throws SQLException {
        return count("select count(*) from cauce.trail_entry where subject = ?", subject);
    }

    private static int count(String sql, UUID subject) throws SQLException {
        try (var owner = TestDatabase.shared().asSuperuser();
                var query = owner.prepareStatement(sql)) {
            query.setObject(1, subject);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
