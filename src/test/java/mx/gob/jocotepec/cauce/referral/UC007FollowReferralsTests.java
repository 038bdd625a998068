package mx.gob.jocotepec.cauce.referral;

import static mx.gob.jocotepec.cauce.referral.ReferralFixture.aReferral;
import static mx.gob.jocotepec.cauce.referral.ReferralFixture.makeOverdue;
import static mx.gob.jocotepec.cauce.referral.ReferralFixture.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead.Consent;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Reason;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Refused;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Sent;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

/** The Dirección follows referrals, below the screens. */
@SpringBootTest
@Import(ReferralFixture.class)
class UC007FollowReferralsTests {
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
    Acting.Someone direction;
    CaseRef about;
    ReferralId id;

    @BeforeEach
    void aReferralToPsychology() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        about = fixture.registered(officer);
        id = fixture.sent(officer, aReferral(about).asked());
    }

    @Test
    void theBoardHoldsEveryStateWithItsCountAndAtMostFiftyCards() {
        var board = direction.does(() -> reads.board(BoardQuery.ALL));

        assertThat(board.columns()).containsOnlyKeys(ReferralStatus.values());
        var sent = board.columns().get(ReferralStatus.SENT);
        assertThat(sent.total())
                .isPositive()
                .isGreaterThanOrEqualTo(sent.lines().size());
        assertThat(sent.lines()).hasSizeLessThanOrEqualTo(50).allMatch(line -> line.status() == ReferralStatus.SENT);
    }

    @Test
    void whatIsLateIsFoundByItsDeadlineAndCounted() {
        var before = direction.does(() -> reads.waiting());
        makeOverdue(id);

        var late = direction.does(
                () -> reads.list(new BoardQuery(Set.of(), to(Acting.PSYCHOLOGY), Set.of(), Only.OVERDUE, 0), 0, 500));

        assertThat(late).extracting(ReferralLine::id).contains(id);
        assertThat(late).allMatch(line -> line.isOverdue(Instant.now()));
        assertThat(direction.does(() -> reads.waiting()).overdue()).isEqualTo(before.overdue() + 1);
    }

    @Test
    void eachNumberIsTheLengthOfItsList() {
        makeOverdue(id);
        var other = fixture.sent(officer, aReferral(fixture.registered(officer)).asked());
        psychologist.runs(() -> referrals.reject(other, "NO_CAPACITY", Sensitive.of("")));
        var waiting = direction.does(() -> reads.waiting());

        assertThat(listed(Only.OVERDUE)).isEqualTo(waiting.overdue());
        assertThat(listed(Only.ANSWER_TODAY)).isEqualTo(waiting.answersToday());
        assertThat(listed(Only.NOT_TAKEN_UP)).isEqualTo(waiting.rejected()).isPositive();
    }

    private int listed(Only only) {
        return direction
                .does(() -> reads.list(new BoardQuery(Set.of(), null, Set.of(), only, 0), 0, 10_000))
                .size();
    }

    @Test
    void onlyTheDireccionHasTheBoard() {
        assertThatThrownBy(() -> psychologist.does(() -> reads.board(BoardQuery.ALL)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        officer.does(() -> referrals.reassign(id, to(Acting.DIF), "PSYCHOLOGICAL", Sensitive.of("x"))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void reassigningTakesItFromOneAreaAndGivesItToAnother() {
        var social = acting.someone(Acting.DIF, Role.SOCIAL_WORK);

        var outcome = direction.does(
                () -> referrals.reassign(id, to(Acting.DIF), "PSYCHOLOGICAL", Sensitive.of("Más cerca de su casa")));

        assertThat(outcome).isInstanceOf(Sent.class);
        var anew = ((Sent) outcome).id();
        assertThat(psychologist.does(() -> cases.head(about.id()))).isEmpty();
        assertThat(social.does(() -> cases.head(about.id()))).isPresent();
        assertThat(officer.does(() -> reads.find(id))).hasValueSatisfying(old -> {
            assertThat(old.line().status()).isEqualTo(ReferralStatus.CANCELLED);
            assertThat(old.replacedBy()).isEqualTo(anew);
        });
        assertThat(officer.does(() -> reads.find(anew)))
                .as("the area that sent it follows it on")
                .hasValueSatisfying(detail -> {
                    assertThat(detail.replaces()).isEqualTo(id);
                    assertThat(detail.words().orElseThrow().reason().reveal()).isEqualTo("Necesita acompañamiento");
                });
    }

    @Test
    void reassigningKeepsTheConsentSheGaveToThisReferralAlone() {
        var pending = fixture.registered(officer, Consent.PENDING);
        var sent = fixture.sent(
                officer, aReferral(pending).consent(new ConsentBasis.GivenNow()).asked());

        var once = direction.does(
                () -> referrals.reassign(sent, to(Acting.DIF), "PSYCHOLOGICAL", Sensitive.of("Más cerca de su casa")));

        assertThat(once).isInstanceOf(Sent.class);
        assertThat(direction.does(() -> referrals.reassign(
                        ((Sent) once).id(), to(Acting.PSYCHOLOGY), "PSYCHOLOGICAL", Sensitive.of("De vuelta"))))
                .as("and goes on with it")
                .isInstanceOf(Sent.class);
    }

    @Test
    void reassigningAsksAgainForTheConsentOfTheCase() {
        officer.runs(() -> cases.consent(about, Consent.REFUSED, false));

        assertThat(direction.does(() ->
                        referrals.reassign(id, to(Acting.DIF), "PSYCHOLOGICAL", Sensitive.of("Más cerca de su casa"))))
                .isEqualTo(new Refused(Reason.NO_CONSENT));
    }

    @Test
    void whereTheNewOneIsRefusedTheOldOneStays() {
        var outcome =
                direction.does(() -> referrals.reassign(id, to(Acting.HEALTH), "SHELTER", Sensitive.of("Otra área")));

        assertThat(outcome).isEqualTo(new Refused(Reason.SERVICE_NOT_OFFERED));
        assertThat(psychologist.does(() -> cases.head(about.id()))).isPresent();
        assertThat(officer.does(() -> reads.find(id)))
                .hasValueSatisfying(detail -> assertThat(detail.line().status()).isEqualTo(ReferralStatus.SENT));
    }

    @Test
    void theDireccionDoesNotAcceptForAnArea() {
        assertThat(direction.does(() -> referrals.accept(id)))
                .isEqualTo(new StepOutcome.Refused(StepOutcome.Reason.NOT_YOURS));
    }
}
