package mx.gob.jocotepec.cauce.referral;

import static mx.gob.jocotepec.cauce.referral.ReferralFixture.PROSECUTOR;
import static mx.gob.jocotepec.cauce.referral.ReferralFixture.aReferral;
import static mx.gob.jocotepec.cauce.referral.ReferralFixture.count;
import static mx.gob.jocotepec.cauce.referral.ReferralFixture.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome;
import mx.gob.jocotepec.cauce.agreement.AgreementTerms;
import mx.gob.jocotepec.cauce.agreement.Agreements;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead.Consent;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Reason;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Refused;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Sent;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

/** Refer a case, below the screens. */
@SpringBootTest
@Import(ReferralFixture.class)
class UC004ReferCaseTests {
    @Autowired
    mx.gob.jocotepec.cauce.casefile.CaseClosing closing;

    @Autowired
    Referrals referrals;

    @Autowired
    ReferralReads reads;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseEvents timeline;

    @Autowired
    Agreements agreements;

    @Autowired
    ReferralFixture fixture;

    @Autowired
    Areas areas;

    @Autowired
    Acting acting;

    Acting.Someone officer;
    Acting.Someone psychologist;
    Acting.Someone direction;

    @BeforeEach
    void people() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
    }

    @Test
    void theReceivingAreaOpensTheCaseFromThenOnAndOnlyWhatWasShared() {
        var about = fixture.registered(officer);
        assertThat(psychologist.does(() -> cases.head(about.id()))).isEmpty();

        var outcome = officer.does(() -> referrals.send(aReferral(about).asked()));

        assertThat(outcome).isInstanceOf(Sent.class);
        assertThat(psychologist.does(() -> cases.head(about.id())))
                .hasValueSatisfying(head -> assertThat(head.compartments())
                        .containsExactlyInAnyOrder(Compartment.IDENTITY, Compartment.CONTACT, Compartment.FACTS));
        assertThat(psychologist.does(() -> cases.read(about, Compartment.AGGRESSOR)))
                .isEmpty();
        assertThat(officer.does(() -> timeline.timeline(about, 0, 10))).first().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("REFERRAL_SENT");
            assertThat(entry.detail()).isEqualTo("service=PSYCHOLOGICAL;to=psicologia");
        });
        assertThat(count("select count(*) from trail_entry where action = 'REFERRAL_SENT' and case_id = '" + about.id()
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoSwitchesAnAreaOffIsToldHowManyStillWaitForAnAnswer() {
        var administration = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        var before = administration.does(() -> areas.inUse(Acting.PSYCHOLOGY)).openReferrals();

        officer.does(() -> referrals.send(aReferral(fixture.registered(officer)).asked()));

        assertThat(administration.does(() -> areas.inUse(Acting.PSYCHOLOGY)).openReferrals())
                .isEqualTo(before + 1);
        assertThatThrownBy(() -> officer.does(() -> areas.inUse(Acting.PSYCHOLOGY)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void refusesToSendWithoutConsent() {
        var pending = fixture.registered(officer, Consent.PENDING);
        var refused = fixture.registered(officer, Consent.REFUSED);

        assertThat(send(aReferral(pending))).isEqualTo(new Refused(Reason.NO_CONSENT));
        assertThat(send(aReferral(refused))).isEqualTo(new Refused(Reason.NO_CONSENT));
        assertThat(psychologist.does(() -> cases.head(pending.id()))).isEmpty();
        assertThat(officer.does(() -> reads.ofCase(pending))).isEmpty();
    }

    @Test
    void sendsOnALegalExceptionOrConsentGivenNow() {
        var pending = fixture.registered(officer, Consent.PENDING);

        assertThat(send(aReferral(pending).consent(new ConsentBasis.LegalException("EMERGENCY"))))
                .isInstanceOf(Sent.class);
        assertThat(send(aReferral(pending).to(to(Acting.DIF), "SOCIAL_WORK").consent(new ConsentBasis.GivenNow())))
                .isInstanceOf(Sent.class);
        assertThat(send(aReferral(pending)
                        .to(to(Acting.HEALTH), "MEDICAL")
                        .consent(new ConsentBasis.LegalException("WHIM"))))
                .isEqualTo(new Refused(Reason.UNKNOWN_EXCEPTION));
    }

    @Test
    void refusesAClosedCase() {
        var about = fixture.registered(officer);
        direction.runs(() -> closing.close(about, "PLAN_MET", false));

        assertThat(send(aReferral(about))).isEqualTo(new Refused(Reason.CASE_CLOSED));
    }

    @Test
    void refusesItsOwnAreaAnAreaThatReceivesNoneAndAServiceNotOffered() {
        var about = fixture.registered(officer);

        assertThat(send(aReferral(about).to(to(Acting.POLICE), "POLICE_PROTECTION")))
                .isEqualTo(new Refused(Reason.OWN_AREA));
        assertThat(send(aReferral(about).to(to(Acting.PLANNING), "LEGAL")))
                .isEqualTo(new Refused(Reason.TARGET_NOT_AVAILABLE));
        assertThat(send(aReferral(about).to(to(Acting.PSYCHOLOGY), "SHELTER")))
                .isEqualTo(new Refused(Reason.SERVICE_NOT_OFFERED));
        assertThat(send(aReferral(about).to(PROSECUTOR, "PSYCHOLOGICAL")))
                .isEqualTo(new Refused(Reason.SERVICE_NOT_OFFERED));
    }

    @Test
    void nobodyGivesAwayMoreThanSheHolds() {
        var about = fixture.registered(officer);
        fixture.sent(officer, aReferral(about).asked());

        var outcome = psychologist.does(() -> referrals.send(aReferral(about)
                .to(to(Acting.DIF), "SOCIAL_WORK")
                .sharing(EnumSet.of(Compartment.IDENTITY, Compartment.AGGRESSOR))
                .asked()));

        assertThat(outcome).isEqualTo(new Refused(Reason.NOT_YOURS_TO_SHARE));
    }

    @Test
    void refusesABlankReasonAndTheSameTwice() {
        var about = fixture.registered(officer);

        assertThat(send(aReferral(about).because("  "))).isEqualTo(new Refused(Reason.REASON_MISSING));
        assertThat(send(aReferral(about))).isInstanceOf(Sent.class);
        assertThat(send(aReferral(about))).isEqualTo(new Refused(Reason.WAITING_THERE));
    }

    @Test
    void aCaseOutOfReachAnswersAsAnUnknownOneAndTheAttemptIsKept() {
        var about = fixture.registered(officer);

        var outcome = psychologist.does(() -> referrals.send(
                aReferral(about).to(to(Acting.DIF), "SOCIAL_WORK").asked()));

        assertThat(outcome).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(count(
                        "select count(*) from trail_entry where action = 'REFERRAL_SEND' and outcome = 'DENIED' and subject = '"
                                + about.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void anInstitutionGetsNoAccessAndTheSenderRecordsWhatItSays() {
        var about = fixture.registered(officer);
        var id = fixture.sent(
                officer, aReferral(about).to(PROSECUTOR, "PROSECUTOR").asked());

        assertThat(count("select count(*) from case_grant where source_id = '" + id + "'"))
                .isZero();
        assertThat(officer.does(() -> referrals.accept(id))).isEqualTo(new StepOutcome.Done(ReferralStatus.ACCEPTED));
        assertThat(direction.does(() -> referrals.startAttention(id)))
                .isEqualTo(new StepOutcome.Done(ReferralStatus.IN_ATTENTION));
    }

    @Test
    void theAgreementInForceThatBacksItIsSetAndItsUseCounted() {
        var agreement = ((AgreementOutcome.Saved) direction.does(() -> agreements.register(new AgreementTerms(
                        "UC004-" + System.nanoTime(),
                        PROSECUTOR,
                        "Atención conjunta",
                        Set.of("TRANSPORT"),
                        AgreementTerms.Contact.NONE,
                        null,
                        null,
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2999, 1, 1),
                        30))))
                .id();
        var about = fixture.registered(officer);

        var id = fixture.sent(
                officer, aReferral(about).to(PROSECUTOR, "TRANSPORT").asked());

        assertThat(officer.does(() -> reads.find(id)))
                .hasValueSatisfying(detail -> assertThat(detail.agreement()).isEqualTo(agreement));
        var planner = acting.someone(Acting.PLANNING, Role.PLANNING);
        assertThat(planner.does(() -> agreements.find(agreement)))
                .hasValueSatisfying(found -> assertThat(found.use().carried()).isEqualTo(1));
    }

    @Test
    void whoDoesNotAttendCasesCannotSend() {
        var about = fixture.registered(officer);
        var planner = acting.someone(Acting.PLANNING, Role.PLANNING);

        assertThatThrownBy(
                        () -> planner.does(() -> referrals.send(aReferral(about).asked())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private ReferralOutcome send(ReferralFixture.Request request) {
        return officer.does(() -> referrals.send(request.asked()));
    }
}
