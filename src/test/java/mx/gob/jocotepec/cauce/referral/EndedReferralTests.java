package mx.gob.jocotepec.cauce.referral;

import static org.assertj.core.api.Assertions.assertThat;

import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What a referral opened and told ends with it, whoever still sees what. */
@SpringBootTest
@Import({Acting.class, ReferralFixture.class})
class EndedReferralTests {
    @Autowired
    CaseFiles cases;

    @Autowired
    Referrals referrals;

    @Autowired
    ReferralReads reads;

    @Autowired
    ReferralFixture fixture;

    @Autowired
    Acting acting;

    @Test
    void whoPassedItOnAndLostTheCaseSinceStillTakesItBackWhole() {
        var neighbour = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        var nurse = acting.someone(Acting.HEALTH, Role.FIRST_CONTACT);
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        var ref = fixture.registered(neighbour);
        var first = fixture.sent(
                neighbour,
                ReferralFixture.aReferral(ref)
                        .to(ReferralFixture.to(Acting.HEALTH), "MEDICAL")
                        .asked());
        var second = fixture.sent(
                nurse,
                ReferralFixture.aReferral(ref)
                        .to(ReferralFixture.to(Acting.POLICE), "POLICE_PROTECTION")
                        .asked());
        neighbour.does(() -> referrals.cancel(first, Sensitive.of("Ya no hace falta")));
        assertThat(nurse.does(() -> cases.head(ref.id()))).isEmpty();
        assertThat(officer.does(() -> cases.head(ref.id()))).isPresent();

        nurse.does(() -> referrals.cancel(second, Sensitive.of("Ya no hace falta")));

        assertThat(officer.does(() -> cases.head(ref.id()))).isEmpty();
    }

    @Test
    void itsWordsEndWithTheTimeTheAreaHadTheCase() {
        var neighbour = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        var ref = fixture.registered(neighbour);
        var id = fixture.sent(
                neighbour,
                ReferralFixture.aReferral(ref)
                        .to(ReferralFixture.to(Acting.POLICE), "POLICE_PROTECTION")
                        .asked());
        assertThat(officer.does(() -> reads.find(id)).orElseThrow().words()).isPresent();

        ReferralFixture.superuser("update case_grant set until_at = now() where source_id = '" + id + "'");

        assertThat(officer.does(() -> reads.find(id)).orElseThrow().words()).isEmpty();
        assertThat(officer.does(() -> referrals.comment(id, Sensitive.of("¿Sigue ahí?"))))
                .isEqualTo(new StepOutcome.Refused(StepOutcome.Reason.NOT_FOUND));
        assertThat(neighbour.does(() -> reads.find(id)).orElseThrow().words()).isPresent();
    }
}
