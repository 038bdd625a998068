package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.RiskAssessments;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

/**
 * Somebody looks for a neighbour. What each role gets by its relation to the case is tried one by one in {@link AccessMatrixTests}; here
 * every role without one goes through every door, and whoever may look leaves a trace of each look.
 */
@SpringBootTest
@Import(Acting.class)
class Threat01BrowsingTests {
    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    CaseEvents events;

    @Autowired
    RiskAssessments risks;

    @Autowired
    Acting acting;

    Acting.Someone officer;
    CaseRef ref;

    @BeforeEach
    void aNeighbour() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        ref = ((RegisterOutcome.Registered) officer.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(
                                Compartment.IDENTITY, new Answers(Map.of("given", "Yesica", "surname1", "Quirarte")),
                                Compartment.CONTACT, new Answers(Map.of("phone", "3318887766"))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FIRST_CONTACT", "PSYCHOLOGY", "LEGAL", "SOCIAL_WORK"})
    void whoAttendsElsewhereFindsNothingByAnyDoor(Role role) {
        var curious = acting.someone(Acting.area(14), role);

        assertThat(curious.does(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow())))
                .isEmpty();
        assertThat(curious.does(() -> cases.head(ref.id()))).isEmpty();
        assertThat(curious.does(() -> cases.revealName(ref))).isEmpty();
        for (var compartment : Compartment.granted()) {
            assertThat(curious.does(() -> cases.read(ref, compartment))).isEqualTo(Optional.empty());
            assertThat(curious.does(() -> cases.past(ref, compartment))).isEmpty();
        }
        assertThat(curious.does(() -> cases.readers(ref))).isEmpty();
        assertThat(curious.does(() -> events.timeline(ref, 0, 50))).isEmpty();
        assertThat(curious.does(() -> risks.of(ref))).isEmpty();
        assertThat(curious.does(() -> lists.page(CaseQuery.ALL, 0, 200)))
                .noneMatch(line -> line.ref().equals(ref));
        for (var text : new String[] {"Yesica Quirarte", "3318887766", ref.folio()}) {
            assertThat(curious.does(() -> lists.search(text, 0, 200)))
                    .noneMatch(line -> line.ref().equals(ref));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PLANNING", "TRANSPARENCY", "ADMINISTRATION", "AUDIT"})
    void whoAttendsNobodyIsRefusedAndThatIsKept(Role role) {
        var curious = acting.someone(Acting.area(14), role);
        long before = entries(curious, "CALL_DENIED", "DENIED");

        assertThatThrownBy(() -> curious.does(
                        () -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> curious.does(() -> lists.search("Yesica", 0, 10)))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(entries(curious, "CALL_DENIED", "DENIED") - before).isEqualTo(2);
    }

    @Test
    void everyLookAtACaseWithinReachStandsInTheTrail() {
        officer.runs(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));
        officer.runs(() -> cases.revealName(ref));
        officer.runs(() -> cases.read(ref, Compartment.CONTACT));
        officer.runs(() -> cases.past(ref, Compartment.CONTACT));
        officer.runs(() -> lists.search("Yesica Quirarte", 0, 10));
        officer.runs(() -> lists.page(CaseQuery.ALL, 0, 10));

        assertThat(entries(officer, "CASE_OPENED", "DONE")).isOne();
        assertThat(entries(officer, "PART_READ", "DONE")).isEqualTo(2);
        assertThat(entries(officer, "PART_HISTORY_READ", "DONE")).isOne();
        assertThat(entries(officer, "CASES_SEARCHED", "DONE")).isOne();
        assertThat(entries(officer, "CASES_LISTED", "DONE")).isOne();
    }

    @Test
    void everyAttemptAtOneThatIsNotToBeHadStandsThereToo() {
        var curious = acting.someone(Acting.area(14), Role.FIRST_CONTACT);

        curious.runs(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));
        curious.runs(() -> cases.read(ref, Compartment.IDENTITY));

        assertThat(entries(curious, "CASE_OPENED", "DENIED")).isOne();
        assertThat(entries(curious, "PART_READ", "DENIED")).isOne();
    }

    @Test
    void whoAttendsHerSeesWhoHasLooked() {
        var colleague = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        colleague.runs(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));
        colleague.runs(() -> cases.revealName(ref));

        assertThat(officer.does(() -> cases.readers(ref)))
                .anySatisfy(reader -> assertThat(reader.times()).isEqualTo(2));
    }

    private static long entries(Acting.Someone who, String action, String outcome) {
        try (var owner = TestDatabase.shared().asSuperuser();
                var count = owner.prepareStatement(
                        "select count(*) from cauce.trail_entry where actor = ? and action = ? and outcome = ?")) {
            count.setObject(1, who.id().value());
            count.setString(2, action);
            count.setString(3, outcome);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
