package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.MovedClock;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.staff.SigningIn;
import mx.gob.jocotepec.cauce.staff.Welcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Row 12: somebody who no longer works here tries each way back in. */
@SpringBootTest
@Import({Acting.class, MovedClock.class, SigningIn.class})
class Threat12DismissedEmployeeTests {
    @Autowired
    SigningIn signing;

    @Autowired
    Welcome welcome;

    @Autowired
    MovedClock clock;

    @AfterEach
    void rightTime() {
        clock.reset();
    }

    @Test
    void byPassword() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        signing.disable(officer);
        var browser = signing.browser();

        assertThat(browser.password(officer.username(), SigningIn.PASSWORD)).isEqualTo("/entrar?error");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void byACodeWhenSheWasDisabledAfterThePassword() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var browser = signing.browser();
        browser.password(officer.username(), SigningIn.PASSWORD);
        signing.disable(officer);

        assertThat(browser.code(officer.code())).isEqualTo("/entrar");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void byARecoveryCode() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var browser = signing.browser();
        browser.password(officer.username(), SigningIn.PASSWORD);
        signing.disable(officer);

        assertThat(browser.code(officer.recoveryCode(0))).isEqualTo("/entrar");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void byAPasskeyWhenSheWasDisabledAfterThePassword() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        var browser = signing.browser();
        browser.password(officer.username(), SigningIn.PASSWORD);
        signing.disable(officer);

        assertThat(browser.passkey(officer)).isEqualTo("/entrar");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void byAPasskeyAfterSheWasDisabledAndEnabledAgainInBetween() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        var browser = signing.browser();
        browser.password(officer.username(), SigningIn.PASSWORD);
        signing.disable(officer);
        signing.enable(officer);

        assertThat(browser.passkey(officer)).isEqualTo("/entrar");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void byAPasskeyWithRightsSheNoLongerHas() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        var browser = signing.browser();
        browser.password(officer.username(), SigningIn.PASSWORD);
        signing.givesInstead(officer, Role.PLANNING);

        assertThat(browser.passkey(officer)).isEqualTo("/entrar");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void byASessionThatAPasskeyOpened() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        var browser = signing.browser();
        browser.password(officer.username(), SigningIn.PASSWORD);
        browser.passkey(officer);
        assertThat(browser.isIn()).isTrue();

        signing.disable(officer);

        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void bySettingUpASecondFactorThatHerRoleAsksFor() {
        var psychologist = signing.person(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        var browser = signing.browser();
        browser.setsUp(psychologist);
        signing.disable(psychologist);

        assertThat(browser.code("")).isEqualTo("/entrar");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void byASessionThatIsStillOpen() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var browser = signing.browser();
        browser.password(officer.username(), SigningIn.PASSWORD);
        assertThat(browser.isIn()).isTrue();

        signing.disable(officer);

        assertThat(browser.isIn()).isFalse();
        signing.enable(officer);
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void byAOneTimeLink() {
        var planner = signing.invited();
        signing.disable(planner.id());

        assertThat(welcome.guest(planner.path().substring("bienvenida/".length())))
                .isEqualTo(new Welcome.Guest.Nobody());
        assertThat(welcome.setPassword(planner.path().substring("bienvenida/".length()), SigningIn.PASSWORD))
                .isEqualTo(Welcome.Answer.GONE);
    }

    @Test
    void withRightsSheNoLongerHas() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var browser = signing.browser();
        browser.password(officer.username(), SigningIn.PASSWORD);

        signing.givesInstead(officer, Role.PLANNING);

        assertThat(browser.isIn()).isFalse();
    }
}
