package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import mx.gob.jocotepec.cauce.staff.MovedClock;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.staff.SigningIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Row 10: guessing passwords and codes. Each bucket is tripped alone. */
@SpringBootTest
@Import({Acting.class, MovedClock.class, SigningIn.class})
class Threat10PasswordGuessingTests {
    private static final String WAIT = "/entrar?error";

    @Autowired
    SigningIn signing;

    @Autowired
    MovedClock clock;

    @Autowired
    FreshFactor fresh;

    /** Its addresses are the same each time; what an earlier run left behind them is forgiven. */
    @BeforeEach
    void nobodyWaits() throws SQLException {
        try (var database = TestDatabase.shared().asSuperuser();
                var open = database.createStatement()) {
            open.execute("delete from cauce.sign_in_delay");
        }
    }

    @AfterEach
    void rightTime() {
        clock.reset();
    }

    @Test
    void anAccountWaitsFromItsFifthFailureOnWhateverTheAddress() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        for (int i = 1; i <= 4; i++) signing.browser("10.7.0." + i).password(officer.username(), "no es esta " + i);

        var stillFree = signing.browser("10.7.1.1");
        stillFree.password(officer.username(), SigningIn.PASSWORD);
        assertThat(stillFree.isIn()).isTrue();

        for (int i = 1; i <= 5; i++) signing.browser("10.7.2." + i).password(officer.username(), "no es esta " + i);
        var waits = signing.browser("10.7.3.1");
        assertThat(waits.password(officer.username(), SigningIn.PASSWORD)).isEqualTo(WAIT);
        assertThat(waits.isIn()).isFalse();

        clock.forward(Duration.ofSeconds(6));
        waits.password(officer.username(), SigningIn.PASSWORD);
        assertThat(waits.isIn()).isTrue();
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHour() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        for (int i = 1; i <= 16; i++) {
            signing.browser("10.8.0." + i).password(officer.username(), "no es esta " + i);
            clock.forward(Duration.ofMinutes(16));
        }
        signing.browser("10.8.1.1").password(officer.username(), "no es esta");

        clock.forward(Duration.ofMinutes(14));
        var browser = signing.browser("10.8.1.2");
        assertThat(browser.password(officer.username(), SigningIn.PASSWORD)).isEqualTo(WAIT);

        clock.forward(Duration.ofMinutes(2));
        browser.password(officer.username(), SigningIn.PASSWORD);
        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void anAddressWaitsFromItsThirtiethFailureOnWhateverTheAccount() {
        var address = "10.9.0.1";
        for (int i = 1; i <= 30; i++) signing.browser(address).password("nadie" + i, "no es esta " + i);
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);

        var there = signing.browser(address);
        assertThat(there.password(officer.username(), SigningIn.PASSWORD)).isEqualTo(WAIT);
        assertThat(there.isIn()).isFalse();

        var elsewhere = signing.browser("10.9.0.2");
        elsewhere.password(officer.username(), SigningIn.PASSWORD);
        assertThat(elsewhere.isIn()).isTrue();
    }

    @Test
    void codesAreGuessedNoFasterAndTheRightPasswordInBetweenDoesNotHelp() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        for (int i = 1; i <= 5; i++) {
            var browser = signing.browser("10.10.0." + i);
            assertThat(browser.password(officer.username(), SigningIn.PASSWORD)).isEqualTo("/entrar/paso");
            assertThat(browser.code("00000" + i)).isEqualTo("/entrar/paso?error");
        }

        var browser = signing.browser("10.10.0.9");
        assertThat(browser.password(officer.username(), SigningIn.PASSWORD)).isEqualTo(WAIT);
    }

    @Test
    void theWrongCodeWaitsEvenForWhoIsHalfWayIn() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var browser = signing.browser("10.11.0.1");
        browser.password(officer.username(), SigningIn.PASSWORD);
        for (int i = 1; i <= 5; i++) browser.code("00000" + i);

        assertThat(browser.code(officer.code())).isEqualTo("/entrar/paso?wait");
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void aStrangersPasskeyIsTriedNoFasterThanACode() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        var stranger = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        for (int i = 1; i <= 5; i++) {
            var browser = signing.browser("10.14.0." + i);
            assertThat(browser.password(officer.username(), SigningIn.PASSWORD)).isEqualTo("/entrar/paso");
            assertThat(browser.passkey(stranger)).isEqualTo("/entrar/paso?passkey");
        }

        var browser = signing.browser("10.14.0.9");
        assertThat(browser.password(officer.username(), SigningIn.PASSWORD)).isEqualTo(WAIT);
    }

    @Test
    void anAddressWaitsForStrangersPasskeysToo() {
        var address = "10.15.0.1";
        var stranger = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        for (int i = 1; i <= 30; i++) {
            var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
            var browser = signing.browser(address);
            browser.password(officer.username(), SigningIn.PASSWORD);
            browser.passkey(stranger);
        }

        assertThat(signing.browser(address).password(stranger.username(), SigningIn.PASSWORD))
                .isEqualTo(WAIT);
        assertThat(signing.browser("10.15.0.2").password(stranger.username(), SigningIn.PASSWORD))
                .isEqualTo("/entrar/paso");
    }

    @Test
    void aPasskeysProofIsTriedNoFasterFromWithin() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        var browser = signing.browser("10.16.0.1");
        browser.password(officer.username(), SigningIn.PASSWORD);
        browser.passkey(officer);
        for (int i = 1; i <= 5; i++) browser.within(() -> fresh.proveByPasskey("{}"));

        assertThat(browser.within(() -> fresh.prove(SigningIn.PASSWORD, officer.recoveryCode(0))))
                .isEqualTo(FreshFactor.Answer.WAIT);
    }

    @Test
    void aProofIsGuessedNoFasterFromWithin() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var browser = signing.browser("10.12.0.1");
        browser.password(officer.username(), SigningIn.PASSWORD);
        for (int i = 1; i <= 5; i++) browser.within(() -> fresh.prove("no es esta", ""));

        assertThat(browser.within(() -> fresh.prove(SigningIn.PASSWORD, ""))).isEqualTo(FreshFactor.Answer.WAIT);
    }

    @Test
    void anUnknownNameAWrongPasswordAndADisabledAccountAreOneAnswer() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var unknown = signing.browser("10.13.0.1").password("nadie-de-aqui", SigningIn.PASSWORD);
        var wrong = signing.browser("10.13.0.2").password(officer.username(), "no es esta");
        signing.disable(officer);
        var disabled = signing.browser("10.13.0.3").password(officer.username(), SigningIn.PASSWORD);

        assertThat(unknown).isEqualTo(wrong).isEqualTo(disabled);
    }
}
