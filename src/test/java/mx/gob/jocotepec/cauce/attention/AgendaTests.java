package mx.gob.jocotepec.cauce.attention;

import static mx.gob.jocotepec.cauce.attention.AttentionScene.appointment;
import static mx.gob.jocotepec.cauce.attention.AttentionScene.hours;
import static mx.gob.jocotepec.cauce.attention.AttentionScene.walkIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.database.Statements;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who comes when, and what waits. */
@SpringBootTest
@Import({Acting.class, AttentionScene.class, Statements.class})
class AgendaTests {
    @Autowired
    Agenda agenda;

    @Autowired
    Attentions attentions;

    @Autowired
    Appointments appointments;

    @Autowired
    AttentionScene scene;

    @Autowired
    Acting acting;

    @Autowired
    Walls walls;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Acting.Someone officer;
    Acting.Someone colleague;
    CaseRef ref;

    @BeforeEach
    void aCase() {
        officer = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        colleague = acting.someone(Acting.DIF, Role.SOCIAL_WORK);
        ref = scene.caseOf(officer);
    }

    @Test
    void showsMineByMeAndTheAreasByArea() {
        var id = scheduled(hours(24));
        var day = LocalDate.ofInstant(hours(24), Office.ZONE);

        assertThat(officer.does(() -> agenda.of(Agenda.Scope.MINE, day, day)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.id()).isEqualTo(id);
                    assertThat(entry.initials()).isEqualTo("M. I.");
                    assertThat(entry.ref()).isEqualTo(ref);
                });
        assertThat(colleague.does(() -> agenda.of(Agenda.Scope.MINE, day, day))).isEmpty();
        assertThat(colleague.does(() -> agenda.of(Agenda.Scope.AREA, day, day)))
                .extracting(AgendaEntry::id)
                .contains(id);
        assertThat(officer.does(() -> agenda.of(Agenda.Scope.MINE, day.plusDays(1), day.plusDays(7))))
                .isEmpty();
    }

    @Test
    void whoIsWalledOffSeesNoAppointmentEither() {
        scheduled(hours(24));
        var day = LocalDate.ofInstant(hours(24), Office.ZONE);
        var direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        direction.runs(() -> walls.raise(ref, colleague.id(), Walls.Reason.RELATIVE));

        assertThat(colleague.does(() -> agenda.of(Agenda.Scope.AREA, day, day)))
                .noneMatch(entry -> entry.ref().equals(ref));
    }

    @Test
    void aPastAppointmentWaitsUntilItIsRecorded() {
        var id = scheduled(hours(1));
        past(id, hours(-26));

        assertThat(officer.does(agenda::counts).unrecorded()).isEqualTo(1);
        assertThat(officer.does(() -> agenda.unrecorded(Agenda.Scope.MINE)))
                .extracting(AgendaEntry::id)
                .containsExactly(id);

        officer.runs(() -> appointments.noShow(id, 0));

        assertThat(officer.does(agenda::counts).unrecorded()).isZero();
    }

    @Test
    void theNumbersOfTheStartPageAreThoseOfTheirLists() {
        past(scheduled(hours(1)), hours(-24 * 45));
        past(scheduled(hours(2)), hours(-26));
        past(
                scheduled(hours(3)),
                LocalDate.now(Office.ZONE).atStartOfDay(Office.ZONE).toInstant());
        var missed = scheduled(hours(4));
        past(missed, hours(-3));
        officer.runs(() -> appointments.noShow(missed, 0));

        var counts = officer.does(agenda::counts);

        assertThat(counts.unrecorded()).isEqualTo(2);
        assertThat(officer.does(() -> agenda.unrecorded(Agenda.Scope.MINE))).hasSize(2);
        assertThat(officer.does(() -> agenda.missed(Agenda.Scope.AREA))).hasSize(counts.missed());
    }

    @Test
    void whoDidNotComeStaysInSightUntilSomethingIsArranged() {
        var id = scheduled(hours(1));
        past(id, hours(-2));
        officer.runs(() -> appointments.noShow(id, 0));
        int before = officer.does(agenda::counts).missed();

        assertThat(officer.does(() -> agenda.missed(Agenda.Scope.MINE)))
                .extracting(AgendaEntry::id)
                .containsExactly(id);

        scheduled(hours(48));

        assertThat(officer.does(() -> agenda.missed(Agenda.Scope.MINE))).isEmpty();
        assertThat(officer.does(agenda::counts).missed()).isEqualTo(before - 1);
    }

    @Test
    void anAppointmentCanBeMadeForAColleagueOfTheAreaOnly() {
        var stranger = acting.someone(Acting.LEGAL, Role.LEGAL);

        assertThat(officer.does(() -> appointments.schedule(new NewAppointment(
                        ref.id(),
                        hours(30),
                        Discipline.SOCIAL_WORK,
                        "FOLLOW_UP",
                        AttentionMode.IN_PERSON,
                        colleague.id()))))
                .isInstanceOf(AttentionOutcome.Saved.class);
        assertThat(officer.does(() -> appointments.schedule(new NewAppointment(
                        ref.id(), hours(30), Discipline.LEGAL, "FOLLOW_UP", AttentionMode.IN_PERSON, stranger.id()))))
                .isEqualTo(new AttentionOutcome.Refused(AttentionOutcome.Reason.OTHER_AREA));
        assertThat(officer.does(agenda::colleagues))
                .extracting(Colleague::id)
                .contains(officer.id(), colleague.id())
                .doesNotContain(stranger.id());
    }

    @Test
    void theAgendaAndTheCountsTakeOneStatementEach() {
        for (int i = 1; i < 6; i++) scheduled(hours(24).plus(i, ChronoUnit.MINUTES));
        var day = LocalDate.ofInstant(hours(24), Office.ZONE);

        assertThat(Statements.of(() -> officer.does(() -> agenda.of(Agenda.Scope.AREA, day, day.plusDays(6)))))
                .hasSize(1);
        assertThat(Statements.of(() -> officer.does(agenda::counts))).hasSize(1);
        assertThat(Statements.of(() -> officer.does(() -> agenda.missed(Agenda.Scope.AREA))))
                .hasSize(1);
    }

    @Test
    void walkInsStandInTheAgendaOfTheirDay() {
        scene.recorded(officer, walkIn(ref, Discipline.FIRST_CONTACT, "Orientación."));
        var day = LocalDate.ofInstant(hours(-1), Office.ZONE);

        assertThat(officer.does(() -> agenda.of(Agenda.Scope.MINE, day, day)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.status()).isEqualTo(AttentionStatus.ATTENDED));
    }

    private AttentionId scheduled(Instant at) {
        return ((AttentionOutcome.Saved)
                        officer.does(() -> appointments.schedule(appointment(ref, Discipline.FIRST_CONTACT, at))))
                .id();
    }

    /** Time does not pass in a test, so the appointment is put into the past, version and all. */
    private void past(AttentionId id, Instant at) {
        officer.runs(() ->
                transaction.executeWithoutResult(status -> jdbc.sql("update attention set starts_at = ? where id = ?")
                        .params(at.atOffset(ZoneOffset.UTC), id.value())
                        .update()));
    }
}
