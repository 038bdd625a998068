package mx.gob.jocotepec.cauce.referral;

import static mx.gob.jocotepec.cauce.referral.ReferralFixture.aReferral;
import static mx.gob.jocotepec.cauce.referral.ReferralFixture.superuser;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.CaseClosing;
import mx.gob.jocotepec.cauce.casefile.CaseClosing.Manner;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.CloseOutcome;
import mx.gob.jocotepec.cauce.casefile.CloseOutcome.AttemptsMissing;
import mx.gob.jocotepec.cauce.casefile.CloseOutcome.Closed;
import mx.gob.jocotepec.cauce.casefile.CloseOutcome.StillOpen;
import mx.gob.jocotepec.cauce.casefile.OpenWork;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.referral.ui.ReferralNavigation;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A case is closed when nothing of it is left open, and for lost contact only after she was looked for. */
@SpringBootTest
@Import(ReferralFixture.class)
class UC007CloseCaseTests {
    @Autowired
    Referrals referrals;

    @Autowired
    ReferralReads reads;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseClosing closing;

    @Autowired
    ReferralFixture fixture;

    @Autowired
    Acting acting;

    Acting.Someone officer;
    Acting.Someone psychologist;
    Acting.Someone direction;
    CaseRef about;

    @BeforeEach
    void aCase() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        about = fixture.registered(officer);
    }

    @Test
    void aReferralThatWaitsIsListedAndTheCaseStaysOpen() {
        var id = sent();

        var met = (StillOpen) close("PLAN_MET", true);
        var hers = (StillOpen) close("OWN_DECISION", false);

        assertThat(met.work()).extracting(OpenWork.Item::id).containsExactly(id.value());
        assertThat(met.work()).extracting(OpenWork.Item::path).containsExactly(ReferralNavigation.to(id));
        assertThat(met.mayEnd()).isFalse();
        assertThat(hers.mayEnd()).isTrue();
        assertThat(isOpen()).isTrue();
        assertThat(opens(psychologist)).isTrue();
    }

    @Test
    void onceAskedForItEndsWithTheCaseAndSoDoesWhatItOpened() {
        var id = sent();

        assertThat(close("OWN_DECISION", true)).isEqualTo(new Closed());

        assertThat(isOpen()).isFalse();
        assertThat(direction.does(() -> reads.find(id)).orElseThrow().line().status())
                .isEqualTo(ReferralStatus.CANCELLED);
        assertThat(opens(psychologist)).isFalse();
        assertThat(opens(officer)).isTrue();
    }

    @Test
    void whatSomebodyIsAtWorkOnIsAnsweredFirst() {
        var id = sent();
        psychologist.runs(() -> referrals.startAttention(id));

        assertThat(close("OWN_DECISION", true))
                .isInstanceOfSatisfying(
                        StillOpen.class, open -> assertThat(open.mayEnd()).isFalse());

        answer(id, ReferralResult.ATTENDED);
        assertThat(close("PLAN_MET", false)).isEqualTo(new Closed());
    }

    @Test
    void sheIsUnreachableOnlyAfterThreeAttemptsInThirtyDaysSinceTheLastContact() {
        attempt(false);
        attempt(false);
        assertThat(close("UNREACHABLE", false)).isEqualTo(new AttemptsMissing(2, 3));

        attempt(true);
        assertThat(close("UNREACHABLE", false)).isEqualTo(new AttemptsMissing(0, 3));

        for (int i = 0; i < 3; i++) attempt(false);
        superuser("update case_event set at = at - interval '31 days' where kind = 'CONTACT_ATTEMPT' and case_id = '%s'"
                .formatted(about.id().value()));
        assertThat(close("UNREACHABLE", false)).isEqualTo(new AttemptsMissing(0, 3));

        for (int i = 0; i < 3; i++) attempt(false);
        assertThat(close("UNREACHABLE", false)).isEqualTo(new Closed());
    }

    @Test
    void anAreaThatAnsweredKeepsTheCaseForThirtyDaysAndWhoeverGoesOnKeepsIt() throws SQLException {
        var answered = sent();
        psychologist.runs(() -> referrals.accept(answered));
        answer(answered, ReferralResult.ATTENDED);

        assertThat(until(answered.value()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
        assertThat(opens(psychologist)).isTrue();
        superuser("update case_grant set until_at = now() where source_id = '%s'".formatted(answered.value()));
        assertThat(opens(psychologist)).isFalse();

        var goesOn = sent();
        psychologist.runs(() -> referrals.accept(goesOn));
        answer(goesOn, ReferralResult.CONTINUES);
        assertThat(until(goesOn.value())).isNull();
    }

    private ReferralId sent() {
        return fixture.sent(officer, aReferral(about).asked());
    }

    private CloseOutcome close(String reason, boolean together) {
        return direction.does(() -> closing.close(about, reason, together));
    }

    private void attempt(boolean reached) {
        assertThat(officer.does(() -> closing.attempted(about, Manner.CALL, reached)))
                .isTrue();
    }

    private void answer(ReferralId id, ReferralResult result) {
        var none = Sensitive.of("");
        assertThat(psychologist.does(
                        () -> referrals.answer(id, new Answer(result, Sensitive.of("Se atendió."), none, null, none))))
                .isInstanceOf(StepOutcome.Done.class);
    }

    private boolean opens(Acting.Someone somebody) {
        var folio = Folio.parse(about.folio()).orElseThrow();
        return somebody.does(() -> cases.findByFolio(folio)).isPresent();
    }

    private boolean isOpen() {
        return direction.does(() -> cases.head(about.id())).orElseThrow().isOpen();
    }

    private static @Nullable Instant until(UUID referral) throws SQLException {
        try (var superuser = TestDatabase.shared().asSuperuser();
                var statement =
                        superuser.prepareStatement("select until_at from cauce.case_grant where source_id = ?")) {
            statement.setObject(1, referral);
            var rows = statement.executeQuery();
            rows.next();
            var at = rows.getTimestamp(1);
            return at == null ? null : at.toInstant();
        }
    }
}
