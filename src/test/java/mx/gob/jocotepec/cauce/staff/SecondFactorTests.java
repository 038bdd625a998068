package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mx.gob.jocotepec.cauce.staff.SecondStep.Owed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import({Acting.class, MovedClock.class, SigningIn.class})
class SecondFactorTests {
    private static final String PASSWORD = SigningIn.PASSWORD;

    @Autowired
    private SigningIn signing;

    @Autowired
    private MovedClock clock;

    @Autowired
    private SecondStep step;

    @Autowired
    private OwnFactor own;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Acting acting;

    @AfterEach
    void rightTime() {
        clock.reset();
    }

    @Test
    void whoHasNoneAndNeedsNoneIsInWithHerPassword() {
        var browser = signing.browser();
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);

        assertThat(browser.password(officer.username(), PASSWORD)).isEqualTo("/");
        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void thePasswordAloneIsNotEnoughForWhoHasOne() {
        var browser = signing.browser();
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();

        assertThat(browser.password(officer.username(), PASSWORD)).isEqualTo("/entrar/paso");
        assertThat(browser.isIn()).isFalse();
        assertThat(browser.within(step::owed)).isEqualTo(Owed.CODE);
        assertThat(browser.code("000000")).isEqualTo("/entrar/paso?error");
        assertThat(browser.isIn()).isFalse();

        var halfWay = browser.sessionId();
        assertThat(browser.code(officer.code())).doesNotContain("entrar");
        assertThat(browser.isIn()).isTrue();
        assertThat(browser.sessionId()).isNotEqualTo(halfWay);
    }

    @Test
    void aCodeWithoutAPasswordLeadsBackToTheBeginning() {
        var browser = signing.browser();
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();

        assertThat(browser.code(officer.code())).isEqualTo("/entrar");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void aCodeIsGoodOnce() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var code = officer.code();
        var first = signing.browser();
        first.password(officer.username(), PASSWORD);
        first.code(code);
        var second = signing.browser();
        second.password(officer.username(), PASSWORD);

        assertThat(first.isIn()).isTrue();
        assertThat(second.code(code)).isEqualTo("/entrar/paso?error");
        assertThat(second.isIn()).isFalse();
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndSheIsToldOfIt() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var first = signing.browser();
        first.password(officer.username(), PASSWORD);
        first.code(officer.recoveryCode(0).toUpperCase(java.util.Locale.ROOT));
        var second = signing.browser();
        second.password(officer.username(), PASSWORD);

        assertThat(first.isIn()).isTrue();
        assertThat(second.code(officer.recoveryCode(0))).isEqualTo("/entrar/paso?error");
        assertThat(first.within(own::state).recoveryCodesLeft()).isEqualTo(9);
        assertThat(first.within(own::notices)).extracting(AccountNotice::kind).containsExactly("RECOVERY_USED");
        first.within(() -> {
            own.noticesSeen();
            return true;
        });
        assertThat(first.within(own::notices)).isEmpty();
    }

    @Test
    void nobodyElsesRecoveryCodeIsTaken() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var other = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);

        assertThat(browser.code(other.recoveryCode(0))).isEqualTo("/entrar/paso?error");
    }

    @Test
    void whoMustHaveOneSetsItUpBeforeAnythingElse() {
        var browser = signing.browser();
        var psychologist = signing.person(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);

        assertThat(browser.password(psychologist.username(), PASSWORD)).isEqualTo("/entrar/paso");
        assertThat(browser.within(step::owed)).isEqualTo(Owed.SET_UP);
        assertThat(browser.code("")).isEqualTo("/entrar");
        assertThat(browser.isIn()).isFalse();

        browser.password(psychologist.username(), PASSWORD);
        var setup = browser.within(step::begin).orElseThrow();
        psychologist.scans(SigningIn.base32(setup.secret()));
        assertThat(browser.within(() -> step.confirm("000000"))).isEmpty();
        assertThat(browser.isIn()).isFalse();
        var codes = browser.within(() -> step.confirm(psychologist.code())).orElseThrow();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.code("")).doesNotContain("entrar");
        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void theWayIsOpenForTenMinutesOnly() {
        var browser = signing.browser();
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        browser.password(officer.username(), PASSWORD);

        clock.forward(HalfWay.VALID_FOR.plusSeconds(1));

        assertThat(browser.code(officer.code())).isEqualTo("/entrar");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void aProofAsksForTheCodeToo() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);
        browser.code(officer.code());
        clock.forward(Duration.ofMinutes(6));

        assertThat(browser.within(fresh::asksForCode)).isTrue();
        assertThat(browser.within(() -> fresh.prove(PASSWORD, ""))).isEqualTo(FreshFactor.Answer.WRONG);
        assertThat(browser.within(fresh::isFresh)).isFalse();
        assertThat(browser.within(() -> fresh.prove(PASSWORD, officer.code()))).isEqualTo(FreshFactor.Answer.FRESH);
    }

    @Test
    void changingItTakesAFreshProof() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);
        clock.forward(Duration.ofMinutes(6));

        assertThatThrownBy(() -> browser.within(own::begin)).isInstanceOf(NotFreshException.class);
        assertThatThrownBy(() -> browser.within(own::newRecoveryCodes)).isInstanceOf(NotFreshException.class);
        assertThatThrownBy(() -> browser.within(() -> {
                    own.remove();
                    return true;
                }))
                .isInstanceOf(NotFreshException.class);
    }

    @Test
    void administrationTakesALostOneAwayAndSheIsTold() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var admin = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        var open = signing.browser();
        open.password(officer.username(), PASSWORD);
        open.code(officer.code());

        assertThat(admin.does(() -> accounts.resetFactor(officer.id()))).isEqualTo(new StaffOutcome.Changed());

        assertThat(open.isIn()).isFalse();
        var browser = signing.browser();
        assertThat(browser.password(officer.username(), PASSWORD)).isEqualTo("/");
        assertThat(browser.within(own::notices)).extracting(AccountNotice::kind).containsExactly("FACTOR_RESET");
    }

    @Test
    void nothingOfItLiesInTheClear() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();

        assertThat(signing.count(
                        "select count(*) from recovery_code where position(convert_to(?, 'UTF8') in code_hash) > 0",
                        officer.recoveryCode(0).replace("-", "")))
                .isZero();
        assertThat(signing.count(
                        "select count(*) from staff_totp where staff_id = ? and position(? in secret) > 0",
                        officer.id().value(),
                        officer.secret()))
                .isZero();
    }
}
