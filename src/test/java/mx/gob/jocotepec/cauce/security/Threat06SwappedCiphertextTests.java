package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.attention.AttentionScene;
import mx.gob.jocotepec.cauce.attention.Attentions;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLine;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.SealBrokenException;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody with the database exchanges sealed values: what does not lie where it was sealed does not open, and it is told. */
@SpringBootTest
@Import({Acting.class, AttentionScene.class})
class Threat06SwappedCiphertextTests extends SpringBrowserlessTest {
    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    Attentions attentions;

    @Autowired
    AttentionScene scene;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    Acting.Someone officer;
    CaseRef one;
    CaseRef other;

    @BeforeEach
    void twoCases() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        one = register("Amapola");
        other = register("Jacaranda");
    }

    /** The database is shared with other tests, whose lists would meet the broken rows: erased, they are blank. */
    @AfterEach
    void eraseWhatWasBroken() throws SQLException {
        var persons = "('%s', '%s')".formatted(one.person(), other.person());
        sql("update cauce.person_part set wrapped_key = null, sealed = null where person_id in " + persons);
        sql("update cauce.case_part set wrapped_key = null, sealed = null where case_id in ('%s', '%s')"
                .formatted(one.id(), other.id()));
    }

    @Test
    void betweenRows() throws SQLException {
        swapNames(one, other);

        doesNotOpen(one, Compartment.IDENTITY, one.person().value());
        doesNotOpen(other, Compartment.IDENTITY, other.person().value());
    }

    @Test
    void betweenCompartmentsOfOneRow() throws SQLException {
        sql("""
                update cauce.case_part a set wrapped_key = b.wrapped_key, sealed = b.sealed from cauce.case_part b
                where a.case_id = b.case_id and a.compartment <> b.compartment
                  and a.compartment in ('FACTS', 'AGGRESSOR') and b.compartment in ('FACTS', 'AGGRESSOR')
                  and a.case_id = '%s'""".formatted(one.id()));

        doesNotOpen(one, Compartment.FACTS, one.id().value());
        doesNotOpen(one, Compartment.AGGRESSOR, one.id().value());
    }

    @Test
    void betweenTables() throws SQLException {
        sql("""
                update cauce.case_part c set wrapped_key = p.wrapped_key, sealed = p.sealed from cauce.person_part p
                where c.case_id = '%s' and c.compartment = 'FACTS' and p.person_id = '%s' and p.compartment = 'IDENTITY'""".formatted(one.id(), one.person()));

        doesNotOpen(one, Compartment.FACTS, one.id().value());
    }

    @Test
    void betweenColumns() throws SQLException {
        sql(
                "update cauce.case_part set wrapped_key = sealed, sealed = wrapped_key where case_id = '%s' and compartment = 'FACTS'"
                        .formatted(one.id()));

        doesNotOpen(one, Compartment.FACTS, one.id().value());
    }

    @Test
    void betweenTheNoteOfTheTeamAndTheReservedOne() throws SQLException {
        var psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        scene.share(officer, one, Acting.PSYCHOLOGY);
        var id = scene.recorded(
                psychologist,
                AttentionScene.withReserved(one, Discipline.PSYCHOLOGY, "Para el equipo.", "Solo psicología."));
        sql("""
                update cauce.attention a set wrapped_key = r.wrapped_key, sealed = r.sealed from cauce.attention_reserved r
                where a.id = r.attention_id and a.id = '%s'""".formatted(id));

        assertThatThrownBy(() -> officer.does(() -> attentions.ofCase(one, 0, 10)))
                .isInstanceOf(SealBrokenException.class);
        assertThat(told(officer, id.value())).isPositive();
    }

    @Test
    void whatWasReadBeforeItBrokeIsRolledBackButTheTrailKeepsTheBrokenSeal() throws SQLException {
        swapNames(one, other);

        assertThatThrownBy(() -> officer.runs(() -> transaction.executeWithoutResult(status -> {
                    cases.read(one, Compartment.IDENTITY);
                })))
                .isInstanceOf(SealBrokenException.class);

        assertThat(told(officer, one.person().value())).isOne();
    }

    @Test
    void theScreenSaysItWithoutDetail() throws SQLException {
        swapNames(one, other);
        officer.signIn();

        UI.getCurrent().navigate("casos/" + one.folio());

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Esta información fue alterada o movida fuera de Cauce"))
                .noneMatch(text -> text.contains("person_part") || text.contains("Jacaranda"));
    }

    @Test
    void oneBrokenNameDoesNotCloseTheListForTheOthers() throws SQLException {
        swapNames(one, other);
        var sound = register("Bugambilia");

        var lines = officer.does(() -> lists.page(CaseQuery.ALL, 0, 50));

        assertThat(lines)
                .filteredOn(line -> line.ref().equals(sound))
                .extracting(CaseLine::initials)
                .containsExactly("B. Z.");
        assertThat(lines)
                .filteredOn(line -> line.ref().equals(one))
                .extracting(CaseLine::initials)
                .containsExactly("?");
        assertThat(told(officer, one.person().value())).isPositive();
    }

    @Test
    void oneBrokenNameDoesNotCloseTheSearchForTheOthers() throws SQLException {
        sql("update cauce.person_part set sealed = reverse(sealed) where person_id = '%s' and compartment = 'IDENTITY'"
                .formatted(one.person()));
        sql("update cauce.person set changed_by_tx = pg_current_xact_id() where id = '%s'".formatted(one.person()));

        assertThat(officer.does(() -> lists.search("Jacaranda", 0, 50)))
                .extracting(line -> line.ref().folio())
                .contains(other.folio());
    }

    private void doesNotOpen(CaseRef ref, Compartment compartment, UUID row) throws SQLException {
        assertThatThrownBy(() -> officer.does(() -> cases.read(ref, compartment)))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageNotContaining("Jacaranda");
        assertThat(told(officer, row)).isPositive();
    }

    private CaseRef register(String given) {
        return ((RegisterOutcome.Registered) officer.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(
                                Compartment.IDENTITY, new Answers(Map.of("given", given, "surname1", "Zepeda")),
                                Compartment.FACTS, new Answers(Map.of("narrative", "Hechos de " + given)),
                                Compartment.AGGRESSOR, new Answers(Map.of("name", "Quien agrede a " + given))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
    }

    private static void swapNames(CaseRef first, CaseRef second) throws SQLException {
        sql("""
                update cauce.person_part a set wrapped_key = b.wrapped_key, sealed = b.sealed from cauce.person_part b
                where a.compartment = 'IDENTITY' and b.compartment = 'IDENTITY' and a.person_id <> b.person_id
                  and a.person_id in ('%1$s', '%2$s') and b.person_id in ('%1$s', '%2$s')""".formatted(first.person(), second.person()));
    }

    private static void sql(String update) throws SQLException {
        try (var owner = TestDatabase.shared().asSuperuser();
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(update)).isPositive();
        }
    }

    private static int told(Acting.Someone by, UUID row) throws SQLException {
        try (var owner = TestDatabase.shared().asSuperuser();
                var query = owner.prepareStatement("""
                        select count(*) from cauce.trail_entry
                        where action = 'SEAL_BROKEN' and outcome = 'DENIED' and actor = ? and subject = ?
                          and detail ~ '^compartment=[A-Z]+$'""")) {
            query.setObject(1, by.id().value());
            query.setObject(2, row);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
