package mx.gob.jocotepec.cauce.staff;

import static mx.gob.jocotepec.cauce.staff.SigningIn.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a sign-in and a proof leave behind, and what their secrets are made of. */
@SpringBootTest
@Import({Acting.class, MovedClock.class, SigningIn.class})
class SignInStepsTests {
    @Autowired
    private SigningIn signing;

    @Autowired
    private Acting acting;

    @Autowired
    private MovedClock clock;

    @Autowired
    private StaffSignIn signIn;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private OwnFactor own;

    @Autowired
    private PasswordEncoder passwords;

    @AfterEach
    void rightTime() {
        clock.reset();
    }

    @Test
    void aSignInAndARefusedOneStandInTheTrail() throws SQLException {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var browser = signing.browser();

        browser.password(officer.username(), "no es esta");
        browser.password(officer.username(), PASSWORD);
        assertThat(trail("SIGN_IN", "DONE", officer.id(), "")).isZero();
        browser.code(officer.code());

        assertThat(trail("SIGN_IN", "DENIED", officer.id(), "reason=REFUSED")).isOne();
        assertThat(trail("SIGN_IN", "DONE", officer.id(), "way=CODE")).isOne();
        assertThat(trail("FACTOR_SET", "DONE", officer.id(), "kind=TOTP")).isOne();
        assertThat(trail("RECOVERY_CODES_MADE", "DONE", officer.id(), "")).isOne();
        assertThat(count(
                        "select count(*) from cauce.staff_account where last_sign_in_at is not null and id = ?",
                        officer.id()))
                .isOne();
    }

    @Test
    void soDoesAWaitAndAUsedRecoveryCode() throws SQLException {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);
        browser.code(officer.recoveryCode(0));
        assertThat(trail("RECOVERY_CODE_USED", "DONE", officer.id(), "")).isOne();

        var waitedBefore =
                count("select count(*) from cauce.trail_entry where action = 'SIGN_IN' and detail = 'reason=WAIT'");
        for (int i = 1; i <= 6; i++) signing.browser().password(officer.username(), "no es esta");
        assertThat(count("select count(*) from cauce.trail_entry where action = 'SIGN_IN' and detail = 'reason=WAIT'"))
                .isEqualTo(waitedBefore + 1);
    }

    @Test
    void soDoesEachProof() throws SQLException {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);

        browser.within(() -> fresh.prove("no es esta", ""));
        browser.within(() -> fresh.prove(PASSWORD, ""));

        assertThat(trail("PROVED_AGAIN", "DENIED", officer.id(), "")).isOne();
        assertThat(trail("PROVED_AGAIN", "DONE", officer.id(), "")).isOne();
    }

    @Test
    void aWholeSignInForgivesEarlierFailures() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        for (int i = 1; i <= 4; i++) signing.browser().password(officer.username(), "no es esta");
        signing.browser().password(officer.username(), PASSWORD);
        for (int i = 1; i <= 4; i++) signing.browser().password(officer.username(), "no es esta");

        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);
        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void soDoesAProof() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);
        for (int i = 1; i <= 4; i++) browser.within(() -> fresh.prove("no es esta", ""));
        browser.within(() -> fresh.prove(PASSWORD, ""));
        for (int i = 1; i <= 4; i++) browser.within(() -> fresh.prove("no es esta", ""));

        assertThat(browser.within(() -> fresh.prove(PASSWORD, ""))).isEqualTo(FreshFactor.Answer.FRESH);
    }

    @Test
    void thePasswordMayBeAsLongAsTheRulesAllow() {
        var longest = "palabras y ".repeat(12).substring(0, PasswordRules.LONGEST);
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        acting.password(officer.acting(), passwords.encode(longest));
        var browser = signing.browser();

        browser.password(officer.username(), longest);

        assertThat(browser.isIn()).isTrue();
        assertThat(browser.within(() -> fresh.prove(longest, ""))).isEqualTo(FreshFactor.Answer.FRESH);
    }

    @Test
    void noTwoSecretsAreTheSameAndTheCodesAreAsPrinted() {
        var one = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var other = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();

        assertThat(one.secret()).hasSize(Totp.SECRET_BYTES).isNotEqualTo(other.secret());
        for (int i = 0; i < 10; i++) {
            assertThat(one.recoveryCode(i)).matches("[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}");
        }
    }

    @Test
    void whoHasNoFactorIsNotAskedForOneAndNoCodeIsTaken() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);

        assertThat(browser.within(fresh::asksForCode)).isFalse();
        assertThat(signing.asSystem(() -> factors.check(officer.id().value(), "123456")))
                .isEqualTo(SecondFactors.Check.WRONG);
    }

    @Test
    void aProofWithARecoveryCodeIsToldAndOneWithACodeIsNot() {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withAuthenticator();
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);
        browser.code(officer.code());
        clock.forward(Duration.ofMinutes(1));

        assertThat(browser.within(() -> fresh.prove(PASSWORD, officer.code()))).isEqualTo(FreshFactor.Answer.FRESH);
        assertThat(browser.within(own::notices)).isEmpty();

        assertThat(browser.within(() -> fresh.prove(PASSWORD, officer.recoveryCode(1))))
                .isEqualTo(FreshFactor.Answer.FRESH);
        assertThat(browser.within(own::notices)).extracting(AccountNotice::kind).containsExactly("RECOVERY_USED");
    }

    @Test
    void takingAwayWhatIsNotThereIsNoDeed() throws SQLException {
        var officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);

        browser.within(() -> {
            own.remove();
            return true;
        });

        assertThat(trail("FACTOR_REMOVED", "DONE", officer.id(), "by=OWNER")).isZero();
    }

    @Test
    void takesUserNamesWithPasswordsOnly() {
        assertThat(signIn.supports(UsernamePasswordAuthenticationToken.class)).isTrue();
        assertThat(signIn.supports(TestingAuthenticationToken.class)).isFalse();
    }

    private static long trail(String action, String outcome, StaffId about, String detail) throws SQLException {
        return count(
                "select count(*) from cauce.trail_entry where subject = ? and action = '" + action + "' and outcome = '"
                        + outcome + "' and detail like '" + detail + "%'",
                about);
    }

    private static long count(String query, StaffId... about) throws SQLException {
        try (var database = TestDatabase.shared().asSuperuser();
                var ask = database.prepareStatement(query)) {
            for (int i = 0; i < about.length; i++) ask.setObject(i + 1, about[i].value());
            try (var rows = ask.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
