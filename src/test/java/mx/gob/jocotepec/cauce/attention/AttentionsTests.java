package mx.gob.jocotepec.cauce.attention;

import static mx.gob.jocotepec.cauce.attention.AttentionScene.appointment;
import static mx.gob.jocotepec.cauce.attention.AttentionScene.attention;
import static mx.gob.jocotepec.cauce.attention.AttentionScene.hours;
import static mx.gob.jocotepec.cauce.attention.AttentionScene.ofAppointment;
import static mx.gob.jocotepec.cauce.attention.AttentionScene.walkIn;
import static mx.gob.jocotepec.cauce.attention.AttentionScene.withReserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Reason;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Refused;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Saved;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Warning;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.CaseStatus;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.database.Statements;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** UC-005 below the screens: who attends, who reads, and that nothing written is lost. */
@SpringBootTest
@Import({Acting.class, AttentionScene.class, Statements.class})
@RecordApplicationEvents
class AttentionsTests {
    @Autowired
    mx.gob.jocotepec.cauce.casefile.CaseClosing closing;

    @Autowired
    Attentions attentions;

    @Autowired
    Appointments appointments;

    @Autowired
    AttentionScene scene;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseEvents timeline;

    @Autowired
    Walls walls;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents published;

    Acting.Someone officer;
    Acting.Someone psychologist;
    Acting.Someone lawyer;
    Acting.Someone direction;
    Acting.Someone stranger;
    CaseRef ref;

    @BeforeEach
    void aCaseReferredToPsychologyAndLegal() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        lawyer = acting.someone(Acting.LEGAL, Role.LEGAL);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        stranger = acting.someone(Acting.DIF, Role.SOCIAL_WORK);
        ref = scene.caseOf(officer);
        scene.share(officer, ref, Acting.PSYCHOLOGY);
        scene.share(officer, ref, Acting.LEGAL);
    }

    @Test
    void theTeamReadsWhatWasDone() {
        scene.recorded(psychologist, walkIn(ref, Discipline.PSYCHOLOGY, "Contención y encuadre."));

        for (var reader : List.of(psychologist, officer, lawyer, direction)) {
            assertThat(reader.does(() -> attentions.ofCase(ref, 0, 10)))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.note().reveal()).isEqualTo("Contención y encuadre.");
                        assertThat(entry.status()).isEqualTo(AttentionStatus.ATTENDED);
                        assertThat(entry.walkIn()).isTrue();
                        assertThat(entry.minutes()).isEqualTo(50);
                        assertThat(entry.mayChange()).isEqualTo(reader == psychologist);
                    });
        }
        assertThat(officer.does(() -> attentions.count(ref.id()))).isEqualTo(1);
    }

    @Test
    void anAttentionPutsTheCaseInFollowUpAndTellsTheOthers() {
        var id = scene.recorded(psychologist, walkIn(ref, Discipline.PSYCHOLOGY, "Entrevista."));

        assertThat(officer.does(() -> cases.head(ref.id())).orElseThrow().status())
                .isEqualTo(CaseStatus.IN_FOLLOW_UP);
        assertThat(officer.does(() -> timeline.timeline(ref, 0, 1)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.kind()).isEqualTo("ATTENTION_RECORDED");
                    assertThat(line.detail()).isEqualTo("kind=ORIENTATION;discipline=PSYCHOLOGY");
                    assertThat(line.reference()).isEqualTo(id.value());
                });
        assertThat(published.stream(AttentionRecorded.class))
                .singleElement()
                .satisfies(event -> assertThat(event.area()).isEqualTo(Acting.PSYCHOLOGY));
    }

    /** Whoever moved a row of hers into another case would write there, and read what hangs on it. */
    @Test
    void anAttentionDoesNotMoveToACaseOutOfReach() {
        var id = scene.recorded(psychologist, walkIn(ref, Discipline.PSYCHOLOGY, "Entrevista."));
        var outOfReach = scene.caseOf(stranger);
        var withinReach = scene.caseOf(officer);
        scene.share(officer, withinReach, Acting.PSYCHOLOGY);

        assertThatThrownBy(() -> psychologist.does(() -> moved(id, outOfReach)))
                .hasStackTraceContaining("row-level security");
        // so it is the reach that refused it, and nothing else
        assertThat(psychologist.<Integer>does(() -> moved(id, withinReach))).isEqualTo(1);
    }

    private int moved(AttentionId id, CaseRef to) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> jdbc.sql("update attention set case_id = ?, person_id = ? where id = ?")
                        .params(to.id().value(), to.person().value(), id.value())
                        .update()));
    }

    @Test
    void aCorrectionKeepsWhatItSaidBefore() {
        var id = scene.recorded(
                psychologist, withReserved(ref, Discipline.PSYCHOLOGY, "Primera versión.", "Reserva uno."));

        var outcome =
                psychologist.does(() -> attentions.correct(correction(id, 0, "Segunda versión.", "Reserva dos.")));

        assertThat(outcome).isInstanceOf(Saved.class);
        assertThat(officer.does(() -> attentions.ofCase(ref, 0, 10)).getFirst().corrections())
                .isEqualTo(1);
        var versions = officer.does(() -> attentions.versions(id));
        assertThat(versions)
                .extracting(version -> version.note().reveal())
                .containsExactly("Segunda versión.", "Primera versión.");
        assertThat(versions.getFirst().reason()).isEqualTo(Sensitive.of("Faltaba un dato."));
        assertThat(versions.getLast().reason()).isNull();
        assertThat(notes(psychologist, id))
                .extracting(note -> note.text().reveal())
                .containsExactly("Reserva dos.", "Reserva uno.");
    }

    @Test
    void nobodyCanTakeAnEarlierVersionAway() {
        var id = scene.recorded(psychologist, walkIn(ref, Discipline.PSYCHOLOGY, "Uno."));
        psychologist.runs(() -> attentions.correct(correction(id, 0, "Dos.", null)));

        for (var table : List.of("attention", "attention_past", "attention_reserved", "attention_reserved_past")) {
            assertThatThrownBy(() -> inTransaction(psychologist, "delete from " + table))
                    .as(table)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> inTransaction(psychologist, "update attention_past set sealed = null"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aCorrectionNeedsAReasonAndTheVersionThatWasSeen() {
        var id = scene.recorded(psychologist, walkIn(ref, Discipline.PSYCHOLOGY, "Uno."));
        psychologist.runs(() -> attentions.correct(correction(id, 0, "Dos.", null)));

        assertThat(psychologist.does(() -> attentions.correct(correction(id, 0, "Tres.", null))))
                .isEqualTo(new Refused(Reason.CHANGED_MEANWHILE));
        var c = correction(id, 1, "Tres.", null);
        var silent = new AttentionCorrection(
                c.id(), 1, c.kind(), c.mode(), true, c.startsAt(), 10, c.note(), null, Sensitive.of(" "));
        assertThat(psychologist.does(() -> attentions.correct(silent))).isEqualTo(new Refused(Reason.REASON_MISSING));
        assertThat(lawyer.does(() -> attentions.correct(c))).isEqualTo(new Refused(Reason.OTHER_AREA));
    }

    @Test
    void aReservedNoteIsThereForItsDisciplineOnly() {
        var colleague = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        var id = scene.recorded(
                psychologist, withReserved(ref, Discipline.PSYCHOLOGY, "Sesión.", "Impresión diagnóstica."));

        for (var reader : List.of(lawyer, direction, officer, stranger)) {
            assertThat(reader.does(() -> attentions.reserved(id))).isEqualTo(new ReservedAnswer.Nothing());
            assertThat(rows(reader, "attention_reserved")).isZero();
            assertThat(rows(reader, "attention_reserved_past")).isZero();
            assertThat(reader.does(() -> attentions.ofCase(ref, 0, 10))).noneMatch(AttentionEntry::hasReserved);
        }
        for (var reader : List.of(psychologist, colleague)) {
            assertThat(notes(reader, id))
                    .singleElement()
                    .satisfies(note -> assertThat(note.text().reveal()).isEqualTo("Impresión diagnóstica."));
        }
    }

    @Test
    void earlierVersionsOfAReservedNoteStayReservedToo() {
        var id = scene.recorded(psychologist, withReserved(ref, Discipline.PSYCHOLOGY, "Sesión.", "Antes."));
        psychologist.runs(() -> attentions.correct(correction(id, 0, "Sesión.", "Después.")));

        assertThat(rows(psychologist, "attention_reserved_past")).isEqualTo(1);
        for (var reader : List.of(lawyer, direction, officer)) {
            assertThat(rows(reader, "attention_reserved_past")).isZero();
        }
    }

    @Test
    void anotherOfTheDisciplineReadsAReservedNoteButDoesNotRewriteIt() {
        var id = scene.recorded(psychologist, withReserved(ref, Discipline.PSYCHOLOGY, "Sesión.", "Antes."));
        var colleague = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);

        assertThat(colleague.does(() -> attentions.correct(correction(id, 0, "Sesión.", "Ajena."))))
                .isEqualTo(new Refused(Reason.OTHER_AUTHOR));
        assertThat(inTransaction(colleague, "update attention_reserved set sealed = sealed"))
                .isZero();
        assertThat(psychologist.does(() -> attentions.versions(id))).hasSize(1);
    }

    @Test
    void firstContactAndTheDireccionKeepNoReservedNotes() {
        assertThat(officer.does(
                        () -> attentions.record(withReserved(ref, Discipline.FIRST_CONTACT, "Algo.", "Aparte."))))
                .isEqualTo(new Refused(Reason.OTHER_DISCIPLINE));
        assertThat(officer.does(() -> attentions.record(withReserved(ref, Discipline.PSYCHOLOGY, "Algo.", "Aparte."))))
                .isEqualTo(new Refused(Reason.OTHER_DISCIPLINE));
    }

    @Test
    void anotherAreaGetsTheSameAnswerAsForWhatDoesNotExist() {
        var id = scene.recorded(psychologist, walkIn(ref, Discipline.PSYCHOLOGY, "Uno."));
        var nothing = AttentionId.next();
        var nowhere = new CaseRef(CaseId.next(), ref.person(), "CAU-2026-99999");

        assertThat(stranger.does(() -> attentions.ofCase(ref, 0, 10)))
                .isEqualTo(stranger.does(() -> attentions.ofCase(nowhere, 0, 10)))
                .isEmpty();
        assertThat(stranger.does(() -> attentions.count(ref.id()))).isZero();
        assertThat(stranger.does(() -> attentions.versions(id)))
                .isEqualTo(stranger.does(() -> attentions.versions(nothing)))
                .isEmpty();
        for (var target : List.of(id, nothing)) {
            assertThat(stranger.does(() -> attentions.correct(correction(target, 0, "x", null))))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(stranger.does(() -> appointments.cancel(target, 0))).isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(stranger.does(() -> appointments.noShow(target, 0))).isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(stranger.does(() -> appointments.move(target, 0, hours(-5))))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
        }
        for (var target : List.of(ref, nowhere)) {
            assertThat(stranger.does(() -> attentions.record(walkIn(target, Discipline.SOCIAL_WORK, "x"))))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
            assertThat(stranger.does(
                            () -> appointments.schedule(appointment(target, Discipline.SOCIAL_WORK, hours(3)))))
                    .isEqualTo(new Refused(Reason.NOT_FOUND));
        }
        assertThat(rows(stranger, "attention")).isZero();
    }

    @Test
    void aWallBeatsTheGrant() {
        var id = scene.recorded(psychologist, withReserved(ref, Discipline.PSYCHOLOGY, "Uno.", "Dos."));
        var relative = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        direction.runs(() -> walls.raise(ref, relative.id(), Walls.Reason.RELATIVE));

        assertThat(relative.does(() -> attentions.ofCase(ref, 0, 10))).isEmpty();
        assertThat(relative.does(() -> attentions.versions(id))).isEmpty();
        assertThat(relative.does(() -> attentions.reserved(id))).isEqualTo(new ReservedAnswer.Nothing());
        assertThat(relative.does(() -> attentions.record(walkIn(ref, Discipline.PSYCHOLOGY, "x"))))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        for (var table : List.of("attention", "attention_past", "attention_reserved", "attention_reserved_past")) {
            assertThat(rows(relative, table)).as(table).isZero();
        }
    }

    @Test
    void anAppointmentIsKeptMissedMovedOrCancelledOnce() {
        var kept = scheduled(hours(2));
        assertThat(psychologist.does(() -> attentions.record(ofAppointment(ref, Discipline.PSYCHOLOGY, kept, 0))))
                .isInstanceOf(Saved.class);
        assertThat(psychologist.does(() -> attentions.record(ofAppointment(ref, Discipline.PSYCHOLOGY, kept, 1))))
                .isEqualTo(new Refused(Reason.SETTLED));

        var moved = scheduled(hours(4));
        assertThat(psychologist.does(() -> appointments.noShow(moved, 0))).isEqualTo(new Refused(Reason.IN_THE_FUTURE));
        assertThat(psychologist.does(() -> appointments.move(moved, 0, hours(6))))
                .isInstanceOf(Saved.class);
        assertThat(psychologist.does(() -> appointments.cancel(moved, 0)))
                .isEqualTo(new Refused(Reason.CHANGED_MEANWHILE));
        assertThat(lawyer.does(() -> appointments.cancel(moved, 1))).isEqualTo(new Refused(Reason.OTHER_AREA));
        assertThat(psychologist.does(() -> appointments.cancel(moved, 1))).isInstanceOf(Saved.class);
        assertThat(psychologist.does(() -> appointments.cancel(moved, 2))).isEqualTo(new Refused(Reason.SETTLED));
    }

    @Test
    void theNextDateBecomesAnAppointment() {
        var next = hours(24 * 7);
        scene.recorded(psychologist, attention(ref, Discipline.PSYCHOLOGY, hours(-1), "Sesión.", "", next));

        assertThat(psychologist.does(() -> attentions.ofCase(ref, 0, 10)))
                .extracting(AttentionEntry::status, AttentionEntry::startsAt)
                .contains(org.assertj.core.groups.Tuple.tuple(AttentionStatus.SCHEDULED, next));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(psychologist.does(
                        () -> attentions.record(attention(ref, Discipline.PSYCHOLOGY, hours(3), "Mañana.", "", null))))
                .isEqualTo(new Refused(Reason.IN_THE_FUTURE));
        assertThat(psychologist.does(() -> attentions.record(walkIn(ref, Discipline.PSYCHOLOGY, " "))))
                .isEqualTo(new Refused(Reason.NOTE_MISSING));
        assertThat(psychologist.does(() -> attentions.record(walkIn(ref, Discipline.LEGAL, "x"))))
                .isEqualTo(new Refused(Reason.OTHER_DISCIPLINE));
        assertThat(psychologist.does(() -> appointments.schedule(appointment(ref, Discipline.PSYCHOLOGY, hours(-3)))))
                .isEqualTo(new Refused(Reason.IN_THE_PAST));
        assertThat(psychologist.does(() -> attentions.ofCase(ref, 0, 10))).isEmpty();
    }

    @Test
    void aClosedCaseTakesNoMoreAttentionsButCanBePutRight() {
        var id = scene.recorded(psychologist, walkIn(ref, Discipline.PSYCHOLOGY, "Última."));
        direction.runs(() -> closing.close(ref, "PLAN_MET", false));

        assertThat(psychologist.does(() -> attentions.record(walkIn(ref, Discipline.PSYCHOLOGY, "Otra."))))
                .isEqualTo(new Refused(Reason.CASE_CLOSED));
        assertThat(psychologist.does(() -> appointments.schedule(appointment(ref, Discipline.PSYCHOLOGY, hours(5)))))
                .isEqualTo(new Refused(Reason.CASE_CLOSED));
        assertThat(psychologist.does(() -> attentions.correct(correction(id, 0, "Última, corregida.", null))))
                .isInstanceOf(Saved.class);
    }

    @Test
    void outOfHoursIsOnlyARemark() {
        var sundayNight = LocalDate.now(Office.ZONE)
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                .atTime(23, 0)
                .atZone(Office.ZONE)
                .toInstant();

        var first =
                psychologist.does(() -> appointments.schedule(appointment(ref, Discipline.PSYCHOLOGY, sundayNight)));
        var second = psychologist.does(
                () -> appointments.schedule(appointment(ref, Discipline.PSYCHOLOGY, sundayNight.plusSeconds(600))));

        assertThat(((Saved) first).warnings())
                .containsExactlyInAnyOrder(Warning.OUT_OF_HOURS, Warning.NOT_A_WORKING_DAY);
        assertThat(((Saved) second).warnings()).contains(Warning.OVERLAPS);
    }

    @Test
    void firstContactAtAHealthServiceIsMedical() {
        var nurse = acting.someone(Acting.HEALTH, Role.FIRST_CONTACT);
        var planner = acting.someone(Acting.PLANNING, Role.PLANNING);

        assertThat(nurse.does(attentions::disciplines)).containsExactly(Discipline.MEDICAL, Discipline.FIRST_CONTACT);
        assertThat(officer.does(attentions::disciplines)).containsExactly(Discipline.FIRST_CONTACT);
        assertThatThrownBy(() -> planner.does(() -> attentions.ofCase(ref, 0, 10)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void readingStandsInTheTrail() {
        scene.recorded(psychologist, walkIn(ref, Discipline.PSYCHOLOGY, "Uno."));
        lawyer.runs(() -> attentions.ofCase(ref, 0, 10));

        assertThat(inTransactionCount(
                        officer,
                        "select count(*) from trail_entry where action = 'ATTENTIONS_READ' and case_id = '%s' and actor = '%s'"
                                .formatted(ref.id(), lawyer.id())))
                .isEqualTo(1);
    }

    @Test
    void theListOfACaseTakesTheSameFewStatementsHoweverLongItIs() {
        scene.recorded(psychologist, withReserved(ref, Discipline.PSYCHOLOGY, "Uno.", "r"));
        var one = Statements.of(() -> psychologist.does(() -> attentions.ofCase(ref, 0, 10)));
        for (int i = 0; i < 9; i++) {
            scene.recorded(psychologist, withReserved(ref, Discipline.PSYCHOLOGY, "Más.", "r"));
        }

        var ten = Statements.of(() -> psychologist.does(() -> attentions.ofCase(ref, 0, 10)));

        assertThat(ten).hasSameSizeAs(one).hasSize(3);
    }

    private AttentionId scheduled(java.time.Instant at) {
        var outcome = psychologist.does(() -> appointments.schedule(appointment(ref, Discipline.PSYCHOLOGY, at)));
        return ((Saved) outcome).id();
    }

    private static AttentionCorrection correction(AttentionId id, int version, String note, @Nullable String reserved) {
        return new AttentionCorrection(
                id,
                version,
                "ORIENTATION",
                AttentionMode.IN_PERSON,
                true,
                hours(-1),
                45,
                Sensitive.of(note),
                reserved == null ? null : Sensitive.of(reserved),
                Sensitive.of("Faltaba un dato."));
    }

    private int rows(Acting.Someone reader, String table) {
        return inTransactionCount(reader, "select count(*) from " + table + " where case_id = '" + ref.id() + "'");
    }

    private int inTransactionCount(Acting.Someone reader, String query) {
        return reader.does(() -> transaction.execute(
                status -> jdbc.sql(query).query(Integer.class).single()));
    }

    private int inTransaction(Acting.Someone reader, String statement) {
        return reader.does(
                () -> transaction.execute(status -> jdbc.sql(statement).update()));
    }

    private List<ReservedNote> notes(Acting.Someone reader, AttentionId id) {
        return ((ReservedAnswer.Opened) reader.does(() -> attentions.reserved(id))).notes();
    }
}
