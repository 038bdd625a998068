package mx.gob.jocotepec.cauce.referral;

import static mx.gob.jocotepec.cauce.referral.ReferralFixture.aReferral;
import static mx.gob.jocotepec.cauce.referral.ReferralFixture.count;
import static mx.gob.jocotepec.cauce.referral.ReferralFixture.superuser;
import static mx.gob.jocotepec.cauce.referral.ReferralFixture.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.referral.StepOutcome.Done;
import mx.gob.jocotepec.cauce.referral.StepOutcome.Reason;
import mx.gob.jocotepec.cauce.referral.StepOutcome.Refused;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Receive, reject and answer a referral, below the screens. */
@SpringBootTest
@Import(ReferralFixture.class)
class UC005ReceiveReferralTests {
    private static final TrayQuery RECEIVED = new TrayQuery(TrayQuery.Side.RECEIVED, Set.of(), Only.ALL);

    @Autowired
    Referrals referrals;

    @Autowired
    ReferralReads reads;

    @Autowired
    CaseFiles cases;

    @Autowired
    ReferralFixture fixture;

    @Autowired
    Acting acting;

    Acting.Someone officer;
    Acting.Someone psychologist;
    Acting.Someone stranger;
    CaseRef about;
    ReferralId id;

    @BeforeEach
    void aReferralToPsychology() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        stranger = acting.someone(Acting.DIF, Role.SOCIAL_WORK);
        about = fixture.registered(officer);
        id = fixture.sent(officer, aReferral(about).asked());
    }

    @Test
    void standsInTheTrayWithFolioAndInitialsOnly() {
        assertThat(psychologist.does(() -> reads.tray(RECEIVED, 0, 500)))
                .filteredOn(line -> line.id().equals(id))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.caseRef()).isEqualTo(about);
                    assertThat(line.initials()).isEqualTo("M. G. L.");
                    assertThat(line.fromName()).contains("Seguridad");
                });
        assertThat(officer.does(() -> reads.tray(new TrayQuery(TrayQuery.Side.SENT, Set.of(), Only.ALL), 0, 500)))
                .extracting(ReferralLine::id)
                .contains(id);
    }

    @Test
    void anotherAreaNeitherSeesNorTakesItAndTheAttemptIsKept() {
        assertThat(stranger.does(() -> reads.tray(RECEIVED, 0, 500)))
                .extracting(ReferralLine::id)
                .doesNotContain(id);
        assertThat(stranger.does(() -> reads.find(id))).isEmpty();
        assertThat(stranger.does(() -> referrals.accept(id))).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(stranger.does(() -> referrals.accept(ReferralId.of(Ids.next()))))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(count("select count(*) from trail_entry where outcome = 'DENIED' and subject = '" + id + "'"))
                .isEqualTo(2);
    }

    @Test
    void onlyTheReceivingAreaAcceptsNotTheSender() {
        assertThat(officer.does(() -> referrals.accept(id))).isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(psychologist.does(() -> referrals.accept(id))).isEqualTo(new Done(ReferralStatus.ACCEPTED));
        assertThat(psychologist.does(() -> referrals.accept(id))).isEqualTo(new Refused(Reason.NOT_IN_THIS_STATE));
    }

    @Test
    void rejectingEndsWhatTheAreaCouldOpen() {
        assertThat(psychologist.does(() -> referrals.reject(id, "OTHER", Sensitive.of(" "))))
                .isEqualTo(new Refused(Reason.REASON_MISSING));
        assertThat(psychologist.does(() -> referrals.reject(id, "BECAUSE", Sensitive.of("no"))))
                .isEqualTo(new Refused(Reason.UNKNOWN_REASON));

        var outcome = psychologist.does(() -> referrals.reject(id, "NO_CAPACITY", Sensitive.of("Agenda llena")));

        assertThat(outcome).isEqualTo(new Done(ReferralStatus.REJECTED));
        assertThat(psychologist.does(() -> cases.head(about.id()))).isEmpty();
        assertThat(psychologist.does(() -> reads.find(id)))
                .hasValueSatisfying(detail -> assertThat(detail.words()).isEmpty());
        assertThat(officer.does(() -> reads.find(id))).hasValueSatisfying(detail -> {
            assertThat(detail.line().rejectReason()).isEqualTo("NO_CAPACITY");
            assertThat(detail.words().orElseThrow().closing().orElseThrow().reveal())
                    .isEqualTo("Agenda llena");
        });
        assertThat(officer.does(() -> reads.waiting()).rejected()).isPositive();
    }

    @Test
    void theAnswerComesBackToTheSender() {
        psychologist.runs(() -> referrals.accept(id));
        psychologist.runs(() -> referrals.startAttention(id));

        var outcome = psychologist.does(() -> referrals.answer(id, answer("Tres sesiones", LocalDate.of(2999, 1, 1))));

        assertThat(outcome).isEqualTo(new Done(ReferralStatus.ANSWERED));
        var detail = officer.does(() -> reads.find(id)).orElseThrow();
        var answer = detail.words().orElseThrow().answer().orElseThrow();
        assertThat(answer.service().reveal()).isEqualTo("Tres sesiones");
        assertThat(answer.result()).isEqualTo(ReferralResult.CONTINUES);
        assertThat(answer.next()).isEqualTo(LocalDate.of(2999, 1, 1));
        assertThat(detail.history())
                .extracting(ReferralDetail.Moment::status)
                .containsExactly(
                        ReferralStatus.SENT,
                        ReferralStatus.ACCEPTED,
                        ReferralStatus.IN_ATTENTION,
                        ReferralStatus.ANSWERED);
        assertThat(psychologist.does(() -> cases.head(about.id()))).isPresent();
    }

    @Test
    void refusesAnAnswerWithoutWhatWasDoneOrWithADayGoneBy() {
        psychologist.runs(() -> referrals.accept(id));

        assertThat(psychologist.does(() -> referrals.answer(id, answer(" ", null))))
                .isEqualTo(new Refused(Reason.SERVICE_MISSING));
        assertThat(psychologist.does(() -> referrals.answer(id, answer("Orientación", LocalDate.of(2020, 1, 1)))))
                .isEqualTo(new Refused(Reason.NEXT_IN_THE_PAST));
    }

    @Test
    void anAttentionRecordedUnderItAcceptsItAndStartsIt() {
        assertThat(psychologist.does(() -> referrals.attended(id))).isEqualTo(new Done(ReferralStatus.IN_ATTENTION));
        assertThat(psychologist.does(() -> referrals.attended(id))).isEqualTo(new Done(ReferralStatus.IN_ATTENTION));
        assertThat(officer.does(() -> referrals.attended(id)))
                .as("not the sender's attention, but it stands where it stood")
                .isEqualTo(new Done(ReferralStatus.IN_ATTENTION));
    }

    @Test
    void theSenderTakesItBackWithAReason() {
        psychologist.runs(() -> referrals.accept(id));
        assertThat(psychologist.does(() -> referrals.cancel(id, Sensitive.of("no"))))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(officer.does(() -> referrals.cancel(id, Sensitive.of(""))))
                .isEqualTo(new Refused(Reason.REASON_MISSING));

        assertThat(officer.does(() -> referrals.cancel(id, Sensitive.of("Ella lo pidió"))))
                .isEqualTo(new Done(ReferralStatus.CANCELLED));

        assertThat(psychologist.does(() -> cases.head(about.id()))).isEmpty();
    }

    @Test
    void aRejectedOneIsTakenUpByAnother() {
        psychologist.runs(() -> referrals.reject(id, "NO_CAPACITY", Sensitive.of("")));

        var again = fixture.sent(
                officer,
                aReferral(about)
                        .to(to(Acting.DIF), "PSYCHOLOGICAL")
                        .replacing(id)
                        .asked());

        assertThat(officer.does(() -> reads.find(id)))
                .hasValueSatisfying(detail -> assertThat(detail.replacedBy()).isEqualTo(again));
        assertThat(officer.does(() -> referrals.send(aReferral(about)
                        .to(to(Acting.DIF), "SOCIAL_WORK")
                        .replacing(id)
                        .asked())))
                .isEqualTo(new ReferralOutcome.Refused(ReferralOutcome.Reason.NOT_TO_BE_REPLACED));
    }

    @Test
    void ofTwoWhoAnswerAtOnceOneIsToldThatItIsDone() throws Exception {
        psychologist.runs(() -> referrals.accept(id));
        var colleague = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);

        List<StepOutcome> outcomes;
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = List.<Callable<StepOutcome>>of(
                    () -> psychologist.does(() -> referrals.answer(id, answer("Una", null))),
                    () -> colleague.does(() -> referrals.answer(id, answer("Otra", null))));
            outcomes = both.invokeAll(answers).stream().map(Future::resultNow).toList();
        }

        assertThat(outcomes)
                .containsExactlyInAnyOrder(new Done(ReferralStatus.ANSWERED), new Refused(Reason.NOT_IN_THIS_STATE));
    }

    @Test
    void bothSidesReadTheComments() {
        assertThat(psychologist.does(() -> referrals.comment(id, Sensitive.of("¿Puede venir el martes?"))))
                .isEqualTo(new Done(ReferralStatus.SENT));
        assertThat(stranger.does(() -> referrals.comment(id, Sensitive.of("hola"))))
                .isEqualTo(new Refused(Reason.NOT_FOUND));

        assertThat(officer.does(() -> reads.find(id))
                        .orElseThrow()
                        .words()
                        .orElseThrow()
                        .notes())
                .singleElement()
                .satisfies(note -> assertThat(note.text().reveal()).isEqualTo("¿Puede venir el martes?"));
    }

    @Test
    void aWallHidesItFromWhoeverIsKeptAway() {
        var colleague = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        superuser("insert into case_exclusion (id, case_id, person_id, staff_id, reason, from_at, created_by) values ('"
                + Ids.next()
                + "', '" + about.id() + "', '" + about.person() + "', '" + colleague.id()
                + "', 'RELATIVE', now() - interval '1 minute', '" + officer.id() + "')");

        assertThat(colleague.does(() -> reads.tray(RECEIVED, 0, 500)))
                .extracting(ReferralLine::id)
                .doesNotContain(id);
        assertThat(colleague.does(() -> reads.find(id))).isEmpty();
        assertThat(colleague.does(() -> referrals.accept(id))).isEqualTo(new Refused(Reason.NOT_FOUND));
        int open = psychologist.does(() -> reads.waiting()).toAccept();
        assertThat(colleague.does(() -> reads.waiting()).toAccept()).isEqualTo(open - 1);
    }

    @Test
    void nothingWrittenLiesInTheClear() {
        psychologist.runs(() -> referrals.comment(id, Sensitive.of("canario en la nota")));

        assertThat(
                        count(
                                "select count(*) from referral r where r::text like '%acompa%' or encode(sealed, 'escape') like '%acompa%'"))
                .isZero();
        assertThat(count("select count(*) from referral_note where encode(sealed, 'escape') like '%canario%'"))
                .isZero();
    }

    private static Answer answer(String service, @org.jspecify.annotations.Nullable LocalDate next) {
        return new Answer(
                ReferralResult.CONTINUES,
                Sensitive.of(service),
                Sensitive.of("Seguir"),
                next,
                Sensitive.of("Psic. de prueba"));
    }
}
