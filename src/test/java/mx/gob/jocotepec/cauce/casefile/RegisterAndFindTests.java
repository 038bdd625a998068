package mx.gob.jocotepec.cauce.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import mx.gob.jocotepec.cauce.audit.TrailFilter;
import mx.gob.jocotepec.cauce.audit.TrailReader;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.person.SaveOutcome;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** UC-001, UC-002 and UC-003 below the screens. */
@SpringBootTest
@Import(Acting.class)
class RegisterAndFindTests {
    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    TrailReader trail;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    Acting.Someone officer;
    Acting.Someone neighbour;
    Acting.Someone direction;

    @BeforeEach
    void people() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        neighbour = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
    }

    static NewCase aCase(String given, String surname) {
        return new NewCase(
                null,
                Map.of(
                        Compartment.IDENTITY, new Answers(Map.of("given", given, "surname1", surname, "age", "34")),
                        Compartment.CONTACT, new Answers(Map.of("phone", "387 763 0000", "mayCall", "MESSAGE_ONLY")),
                        Compartment.FACTS,
                                new Answers(Map.of(
                                        "on",
                                        "2026-01-05",
                                        "types",
                                        "PHYSICAL,PSYCHOLOGICAL",
                                        "locality",
                                        "140500011")),
                        Compartment.AGGRESSOR, new Answers(Map.of("relationship", "HUSBAND"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON");
    }

    CaseRef registered(Acting.Someone by, NewCase request) {
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(request))).ref();
    }

    @Test
    void whatWasRegisteredIsThereForTheArea() {
        var ref = registered(officer, aCase("Mariana", "Gonzáles"));

        var head = officer.does(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));

        assertThat(head).isPresent();
        assertThat(head.get().initials()).isEqualTo("M. G.");
        assertThat(head.get().age()).isEqualTo(34);
        assertThat(head.get().factsOn()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(head.get().violenceTypes()).containsExactly("PHYSICAL", "PSYCHOLOGICAL");
        assertThat(head.get().compartments())
                .containsExactlyInAnyOrder(
                        Compartment.IDENTITY,
                        Compartment.CONTACT,
                        Compartment.SOCIAL,
                        Compartment.FACTS,
                        Compartment.AGGRESSOR);
    }

    @Test
    void anotherAreaGetsTheSameAnswerAsForAnUnknownFolio() {
        var ref = registered(officer, aCase("Rocío", "Partida"));

        var foreign =
                neighbour.does(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));
        var unknown = neighbour.does(() -> cases.findByFolio(new Folio(2026, 99_999)));

        assertThat(foreign).isEmpty().isEqualTo(unknown);
        assertThat(neighbour.does(() -> cases.read(ref, Compartment.IDENTITY))).isEmpty();
        assertThat(neighbour.does(() -> lists.search("Rocio Partida", 0, 50))).isEmpty();
    }

    @Test
    void theDireccionFollowsEveryCase() {
        var ref = registered(officer, aCase("Leticia", "Anaya"));

        assertThat(direction.does(
                        () -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow())))
                .isPresent();
        assertThat(direction.does(() -> lists.page(CaseQuery.ALL, 0, 50)))
                .extracting(line -> line.ref().folio())
                .contains(ref.folio());
    }

    @Test
    void findsAMisspeltNamePartOfItATelephoneAndACurp() {
        var curp = "HEGG560427MVZRRL04";
        var request = aCase("Guadalupe", "Hernández");
        var identity = request.parts().get(Compartment.IDENTITY).with(Map.of("curp", curp, "nickname", "La Güera"));
        var parts = new java.util.HashMap<>(request.parts());
        parts.put(Compartment.IDENTITY, identity);
        parts.put(Compartment.CONTACT, new Answers(Map.of("phone", "+52 387 111 2233")));
        var ref = registered(officer, new NewCase(null, parts, true, CaseHead.Consent.PENDING, null, "IN_PERSON"));

        for (var text : new String[] {
            "Ernandes Guadalupe",
            "guadalupe hernan",
            "la guera",
            "3871112233",
            "387 111 22 33",
            curp,
            ref.folio(),
            ref.folio().substring("CAU-2026-".length())
        }) {
            assertThat(officer.does(() -> lists.search(text, 0, 50)))
                    .as(text)
                    .extracting(line -> line.ref().folio())
                    .contains(ref.folio());
        }
    }

    @Test
    void twoWhoChangeTheSamePartDoNotOverwriteEachOther() {
        var ref = registered(officer, aCase("Elena", "Rubio"));
        var first = officer.does(() -> cases.read(ref, Compartment.FACTS)).orElseThrow();

        var saved = officer.does(() ->
                cases.save(ref, Compartment.FACTS, first.answers().with(Map.of("narrative", "uno")), first.version()));
        var second = direction.does(() ->
                cases.save(ref, Compartment.FACTS, first.answers().with(Map.of("narrative", "dos")), first.version()));

        assertThat(saved).isInstanceOf(SaveOutcome.Saved.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        SaveOutcome.Changed.class,
                        changed ->
                                assertThat(changed.current().get("narrative")).contains("uno"));
        assertThat(officer.does(() -> cases.past(ref, Compartment.FACTS)))
                .singleElement()
                .satisfies(past -> assertThat(past.answers()).isEqualTo(first.answers()));
    }

    @Test
    void theAgeFollowsTheDateOfTheFacts() {
        var request = aCase("Berta", "Luna");
        var parts = new java.util.HashMap<>(request.parts());
        parts.put(
                Compartment.IDENTITY, new Answers(Map.of("given", "Berta", "surname1", "Luna", "birth", "2008-01-06")));
        parts.put(Compartment.FACTS, new Answers(Map.of("on", "2026-02-01")));
        var ref = registered(officer, new NewCase(null, parts, true, CaseHead.Consent.GIVEN, null, "IN_PERSON"));
        assertThat(officer.does(() -> cases.head(ref.id())).orElseThrow().age()).isEqualTo(18);

        officer.does(() -> cases.save(ref, Compartment.FACTS, new Answers(Map.of("on", "2026-01-05")), 0));

        assertThat(officer.does(() -> cases.head(ref.id())).orElseThrow().age()).isEqualTo(17);
    }

    @Test
    void aClosedCaseTakesNoConsentAndNoNotice() throws SQLException {
        var ref = registered(officer, aCase("Lidia", "Mora"));
        try (var owner = TestDatabase.shared().asSuperuser();
                var sql = owner.createStatement()) {
            sql.execute("update cauce.case_file set status = 'CLOSED' where folio = '" + ref.folio() + "'");
        }

        assertThat(officer.does(() -> cases.consent(ref, CaseHead.Consent.REFUSED, true)))
                .isFalse();
        assertThat(officer.does(() -> cases.prosecutorNotified(ref, java.time.Instant.EPOCH)))
                .isFalse();
    }

    @Test
    void refusesWhatCannotBeTrueAndStoresNothing() {
        var request = aCase("Irma", "Solís");
        var parts = new java.util.HashMap<>(request.parts());
        parts.put(Compartment.FACTS, new Answers(Map.of("on", "2999-01-01")));

        var outcome = officer.does(
                () -> cases.register(new NewCase(null, parts, true, CaseHead.Consent.GIVEN, null, "IN_PERSON")));

        assertThat(outcome).isEqualTo(new RegisterOutcome.Invalid(Map.of("facts.on", "casefile.problem.future")));
        assertThat(officer.does(() -> lists.search("Irma Solis", 0, 50))).isEmpty();
    }

    @Test
    void nobodyOpensTheFileOfAStrangerByRegisteringACaseForHer() {
        var ref = registered(officer, aCase("Norma", "Cortés"));
        var request = aCase("Norma", "Cortés");

        assertThatThrownBy(() -> neighbour.does(() -> cases.register(
                        new NewCase(ref.person(), request.parts(), true, CaseHead.Consent.GIVEN, null, "IN_PERSON"))))
                .isInstanceOf(RuntimeException.class);

        assertThat(neighbour.does(() -> cases.read(ref, Compartment.IDENTITY))).isEmpty();
    }

    @Test
    void planningSeesNoCase() {
        var planner = acting.someone(Acting.PLANNING, Role.PLANNING);

        assertThatThrownBy(() -> planner.does(() -> lists.page(CaseQuery.ALL, 0, 50)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void readingLeavesATrace() {
        var ref = registered(officer, aCase("Alma", "Ochoa"));
        direction.runs(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));
        direction.runs(() -> cases.revealName(ref));

        assertThat(officer.does(() -> cases.readers(ref))).hasSize(2);
    }

    @Test
    void theTrailNamesACaseByItsFolioAndNothingElse() {
        var ref = registered(officer, aCase("Alma", "Ochoa"));
        officer.runs(() -> cases.revealName(ref));
        var auditor = acting.someone(Acting.AUDITORS, Role.AUDIT);
        var ofTheCase = new TrailFilter(
                null, null, null, null, null, Folio.parse(ref.folio()).orElseThrow());

        assertThat(auditor.does(() -> trail.page(ofTheCase, 0, 50)))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line.folio()).isEqualTo(ref.folio()));
        assertThat(auditor.does(() -> trail.page(new TrailFilter(null, null, null, "TRAIL_READ", null, null), 0, 1)))
                .allSatisfy(line -> assertThat(line.folio()).isNull());
    }
}
