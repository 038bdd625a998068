package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import mx.gob.jocotepec.cauce.staff.FreshFactor.Answer;
import mx.gob.jocotepec.cauce.staff.SecondStep.Owed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Passkeys, with an authenticator made of software that also does what a real one would not. */
@SpringBootTest
@Import({Acting.class, MovedClock.class, SigningIn.class})
class PasskeyTests {
    private static final String PASSWORD = SigningIn.PASSWORD;
    private static final String WRONG = "/entrar/paso?passkey";

    @Autowired
    private SigningIn signing;

    @Autowired
    private MovedClock clock;

    @Autowired
    private SecondStep step;

    @Autowired
    private OwnFactor own;

    @Autowired
    private OwnAccount account;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private StaffConfirmations confirmations;

    @Autowired
    private PasskeyAddress address;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private SigningIn.Person officer;

    @BeforeEach
    void somebody() {
        officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
    }

    @AfterEach
    void rightTime() {
        clock.reset();
    }

    @Test
    void sheRegistersOneAndSignsInWithIt() {
        officer.withPasskey();
        clock.forward(Duration.ofMinutes(1));

        var browser = halfWay();
        assertThat(browser.within(step::owed)).isEqualTo(Owed.CODE);
        assertThat(browser.within(step::ways)).isEqualTo(new SecondStep.Ways(false, true));
        assertThat(browser.isIn()).isFalse();
        var before = browser.sessionId();
        assertThat(browser.passkey(officer)).doesNotContain("entrar");

        assertThat(browser.isIn()).isTrue();
        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(signing.count(
                        "select count(*) from staff_session where staff_id = ? and way = 'PASSKEY'",
                        officer.id().value()))
                .isEqualTo(1);
        assertThat(told("FACTOR_SET", "kind=PASSKEY")).isEqualTo(1);
        assertThat(told("SIGN_IN", "way=PASSKEY")).isEqualTo(1);
        var state = browser.within(own::state);
        assertThat(state.authenticator()).isFalse();
        assertThat(state.recoveryCodesLeft()).isEqualTo(10);
        assertThat(state.passkeys()).singleElement().satisfies(passkey -> {
            assertThat(passkey.name()).isEqualTo("Llave de prueba");
            assertThat(passkey.lastUsed()).isAfter(passkey.since());
        });
    }

    @Test
    void aPasskeyWithoutAPasswordLeadsBackToTheBeginning() {
        officer.withPasskey();
        var asked = halfWay().within(step::passkeyRequest).orElseThrow();
        var stranger = signing.browser();

        assertThat(stranger.within(step::passkeyRequest)).isEmpty();
        assertThat(stranger.passkey(officer.passkey().sign(asked))).isEqualTo("/entrar");
        assertThat(stranger.isIn()).isFalse();
    }

    @Test
    void oneMadeOrUsedAtAnotherAddressIsRefused() {
        var elsewhere = new SoftAuthenticator("https://cauce.example.org");
        assertThat(signedIn().addsPasskey(elsewhere)).isEmpty();
        assertThat(kept()).isZero();

        officer.withPasskey();
        officer.passkey().at("https://cauce.example.org");
        var browser = halfWay();
        assertThat(browser.passkey(officer)).isEqualTo(WRONG);
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void whatWasAskedOfAnotherSessionIsRefused() {
        officer.withPasskey();
        var asked = halfWay().within(step::passkeyRequest).orElseThrow();
        var browser = halfWay();
        browser.within(step::passkeyRequest);

        assertThat(browser.passkey(officer.passkey().sign(asked))).isEqualTo(WRONG);
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void anAnswerIsGoodOnce() {
        officer.withPasskey(new SoftAuthenticator(address.origin()).countingNothing());
        var browser = halfWay();
        var copy = browser.copy();
        var answer = officer.passkey().sign(browser.within(step::passkeyRequest).orElseThrow());
        browser.passkey(answer);
        assertThat(browser.isIn()).isTrue();

        assertThat(halfWay().passkey(answer)).isEqualTo(WRONG);
        assertThat(copy.passkey(answer)).contains("entrar");
        assertThat(copy.isIn()).isFalse();
    }

    @Test
    void aRefusedAnswerUsesUpWhatWasAsked() {
        officer.withPasskey();
        var browser = halfWay();
        var asked = browser.within(step::passkeyRequest).orElseThrow();
        browser.passkey("{}");

        assertThat(browser.passkey(officer.passkey().sign(asked))).isEqualTo(WRONG);
    }

    @Test
    void itIsAskedForFiveMinutesOnly() {
        officer.withPasskey();
        var browser = halfWay();
        var asked = browser.within(step::passkeyRequest).orElseThrow();
        clock.forward(PasskeyChallenge.VALID_FOR.plusSeconds(1));

        assertThat(browser.passkey(officer.passkey().sign(asked))).isEqualTo(WRONG);
        assertThat(browser.passkey(officer)).doesNotContain("entrar");
    }

    @Test
    void aCopyIsNoticedByItsCountAndTheTrailSaysSo() {
        officer.withPasskey();
        var copy = officer.passkey().copy();
        var browser = halfWay();
        browser.passkey(officer);
        assertThat(browser.isIn()).isTrue();

        var thief = halfWay();
        assertThat(thief.passkey(copy.sign(thief.within(step::passkeyRequest).orElseThrow())))
                .isEqualTo(WRONG);

        assertThat(thief.isIn()).isFalse();
        assertThat(told("PASSKEY_REFUSED", "reason=COUNTER")).isEqualTo(1);
        var hers = halfWay();
        assertThat(hers.passkey(officer)).doesNotContain("entrar");
    }

    @Test
    void oneThatCountsNothingIsTakenAgainAndAgain() {
        officer.withPasskey(new SoftAuthenticator(address.origin()).countingNothing());
        for (int i = 0; i < 2; i++) {
            var browser = halfWay();
            assertThat(browser.passkey(officer)).doesNotContain("entrar");
        }
    }

    @Test
    void somebodyElsesIsRefused() {
        officer.withPasskey();
        var other = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        var browser = halfWay();

        assertThat(browser.passkey(other)).isEqualTo(WRONG);
        officer.passkey().handle(new byte[16]);
        assertThat(browser.passkey(officer)).isEqualTo(WRONG);
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void anotherKeyUnderTheSameNumberIsRefused() {
        officer.withPasskey();
        var browser = halfWay();

        var impostor = officer.passkey().impostor();
        assertThat(browser.passkey(
                        impostor.sign(browser.within(step::passkeyRequest).orElseThrow())))
                .isEqualTo(WRONG);
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void itMustAskForAFingerAFaceOrAPin() {
        assertThat(signedIn().addsPasskey(new SoftAuthenticator(address.origin()).askingForNoFinger()))
                .isEmpty();

        officer.withPasskey();
        officer.passkey().askingForNoFinger();
        assertThat(halfWay().passkey(officer)).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "{\"rawId\":\"AAAA\"}",
                "{\"response\":{}}",
                "{\"type\":\"public-key\",\"id\":7}"
            })
    void whatIsNoAnswerIsRefusedAndBreaksNothing(String nonsense) {
        officer.withPasskey();
        var browser = halfWay();
        browser.within(step::passkeyRequest);

        assertThat(browser.passkey(nonsense)).isEqualTo(WRONG);
        browser.passkey(officer);
        assertThat(browser.within(() -> {
                    own.passkeyCreation();
                    return own.addPasskey("Otra", nonsense);
                }))
                .isEmpty();
    }

    @Test
    void anAnswerChangedAnywhereIsRefusedAndBreaksNothing() {
        officer.withPasskey();
        var browser = signedInByPasskey();
        var random = new Random(20);
        for (int i = 0; i < 200; i++) {
            var answer = new StringBuilder(officer.passkey().sign(browser.within(fresh::passkeyRequest)));
            int at = random.nextInt(answer.length() - 6);
            int kind = random.nextInt(3);
            if (kind == 0) answer.setLength(at);
            else if (kind == 1) answer.insert(at, "\"");
            else answer.replace(at, at + 6, "\u00e9\u0000}{\"x");
            var changed = answer.toString();

            var taken = browser.within(() -> fresh.proveByPasskey(changed));

            assertThat(taken).as(changed).isIn(Answer.WRONG, Answer.WAIT);
            clock.forward(Duration.ofMinutes(16));
            browser = signedInByPasskey();
        }
    }

    @Test
    void aProofTakesThePasskeyAlone() {
        officer.withPasskey();
        var browser = signedInByPasskey();
        clock.forward(Duration.ofMinutes(6));
        assertThat(browser.within(fresh::isFresh)).isFalse();

        assertThat(browser.within(fresh::hasPasskey)).isTrue();
        assertThat(browser.within(() -> fresh.proveByPasskey("{}"))).isEqualTo(Answer.WRONG);
        assertThat(browser.within(fresh::isFresh)).isFalse();
        assertThat(browser.within(() -> fresh.proveByPasskey(officer.passkey().sign(fresh.passkeyRequest()))))
                .isEqualTo(Answer.FRESH);
        assertThat(browser.within(fresh::isFresh)).isTrue();
    }

    @Test
    void withThePasswordBothMustBeRight() {
        officer.withPasskey();
        var browser = signedInByPasskey();
        clock.forward(Duration.ofMinutes(6));

        assertThat(browser.within(() ->
                        fresh.proveByPasskey("no es esta", officer.passkey().sign(fresh.passkeyRequest()))))
                .isEqualTo(Answer.WRONG);
        assertThat(browser.within(() -> fresh.proveByPasskey(PASSWORD, "{}"))).isEqualTo(Answer.WRONG);
        assertThat(browser.within(
                        () -> fresh.proveByPasskey(PASSWORD, officer.passkey().sign(fresh.passkeyRequest()))))
                .isEqualTo(Answer.FRESH);
    }

    @Test
    void whatWasAskedForRegisteringProvesNothing() {
        officer.withPasskey();
        var browser = signedInByPasskey();

        var answer = browser.within(() -> {
            var challenge = own.passkeyCreation().replaceFirst(".*\"challenge\":\"([^\"]+)\".*", "$1");
            return officer.passkey().sign("{\"challenge\":\"%s\",\"rpId\":\"localhost\"}".formatted(challenge));
        });

        assertThat(browser.within(() -> fresh.proveByPasskey(answer))).isEqualTo(Answer.WRONG);
    }

    @Test
    void thePasswordIsChangedWithPasswordAndPasskey() {
        officer.withPasskey();
        var browser = signedInByPasskey();

        assertThat(browser.within(() -> account.changePassword(PASSWORD, "", "siete patos cruzan la calle")))
                .isEqualTo(OwnAccount.Answer.WRONG_PASSWORD);
        assertThat(browser.within(() -> account.changePasswordByPasskey(
                        PASSWORD, officer.passkey().sign(fresh.passkeyRequest()), "siete patos cruzan la calle")))
                .isEqualTo(OwnAccount.Answer.CHANGED);
    }

    @Test
    void recoveryCodesStayUntilTheLastFactorGoes() {
        officer.withPasskey();
        var browser = halfWay();
        assertThat(browser.code(officer.recoveryCode(0))).doesNotContain("entrar");
        assertThat(browser.addsPasskey(new SoftAuthenticator(address.origin())))
                .hasValueSatisfying(
                        codes -> assertThat(codes).as("she keeps those she has").isEmpty());
        var both = browser.within(own::state).passkeys();
        assertThat(both).hasSize(2);

        remove(browser, both.getFirst().id());
        assertThat(browser.within(own::state).recoveryCodesLeft()).isEqualTo(9);
        remove(browser, both.getLast().id());

        assertThat(browser.within(own::state).recoveryCodesLeft()).isZero();
        assertThat(signing.browser().password(officer.username(), PASSWORD)).isEqualTo("/");
        assertThat(told("FACTOR_REMOVED", "by=OWNER,kind=PASSKEY")).isEqualTo(2);
    }

    @Test
    void withoutTheAuthenticatorThePasskeyStillHolds() {
        officer.withPasskey().withAuthenticator();
        var browser = halfWay();
        assertThat(browser.within(step::ways)).isEqualTo(new SecondStep.Ways(true, true));
        browser.code(officer.code());

        browser.within(() -> {
            own.remove();
            return true;
        });

        assertThat(browser.within(own::state).recoveryCodesLeft()).isEqualTo(10);
        assertThat(halfWay().within(step::ways)).isEqualTo(new SecondStep.Ways(false, true));
    }

    @Test
    void nobodyRemovesSomebodyElses() {
        officer.withPasskey();
        var hers = signedInByPasskey().within(own::state).passkeys().getFirst().id();
        var thief = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var browser = signing.browser();
        browser.password(thief.username(), PASSWORD);

        remove(browser, hers);

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void changingThemTakesAFreshProof() {
        officer.withPasskey();
        var browser = signedInByPasskey();
        var id = browser.within(own::state).passkeys().getFirst().id();
        clock.forward(Duration.ofMinutes(6));

        assertThatThrownBy(() -> browser.within(own::passkeyCreation)).isInstanceOf(NotFreshException.class);
        assertThatThrownBy(() -> browser.within(() -> own.addPasskey("Otra", "{}")))
                .isInstanceOf(NotFreshException.class);
        assertThatThrownBy(() -> remove(browser, id)).isInstanceOf(NotFreshException.class);
    }

    @Test
    void oneIsRegisteredOnceAndTenAtMost() {
        officer.withPasskey();
        var browser = signedInByPasskey();
        assertThat(browser.addsPasskey(officer.passkey())).isEmpty();
        for (int i = 1; i < Passkeys.MOST; i++) {
            assertThat(browser.addsPasskey(new SoftAuthenticator(address.origin())))
                    .isPresent();
        }

        assertThat(browser.addsPasskey(new SoftAuthenticator(address.origin()))).isEmpty();
        assertThat(kept()).isEqualTo(Passkeys.MOST);
    }

    @Test
    void administrationTakesThemAwayAndSheIsTold() {
        officer.withPasskey().withAuthenticator();
        var other = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        var admin = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);

        for (var person : Set.of(officer, other)) {
            assertThat(admin.does(() -> accounts.find(person.id()).orElseThrow().secondFactor()))
                    .isTrue();
            assertThat(admin.does(() -> accounts.resetFactor(person.id()))).isEqualTo(new StaffOutcome.Changed());

            var browser = signing.browser();
            assertThat(browser.password(person.username(), PASSWORD)).isEqualTo("/");
            assertThat(browser.within(own::notices))
                    .extracting(AccountNotice::kind)
                    .containsExactly("FACTOR_RESET");
            assertThat(browser.within(own::state).recoveryCodesLeft()).isZero();
        }
    }

    @Test
    void aFirstRoleThatReadsCasesBeginsWithoutThem() {
        var planner = signing.person(Acting.PLANNING, Role.PLANNING).withPasskey();
        var admin = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        var direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        var before = admin.does(() -> accounts.find(planner.id())).orElseThrow();
        var more = new StaffData(before.username(), "Ana Prueba", null, before.area(), Set.of(Role.LEGAL));
        admin.does(() -> accounts.change(before.id(), more, before.version()));
        direction.does(() -> confirmations.open().stream()
                .filter(request -> request.staff().equals(planner.id()))
                .map(request -> confirmations.confirm(request.id()))
                .toList());

        assertThat(signing.count(
                        "select count(*) from staff_passkey where staff_id = ?",
                        planner.id().value()))
                .isZero();
    }

    @Test
    void aRowMovedToSomebodyElseOpensNothing() {
        var thief = signing.person(Acting.POLICE, Role.FIRST_CONTACT).withPasskey();
        officer.withPasskey();
        moved(thief, officer);
        thief.passkey().handle(PasskeyCeremony.handle(officer.id().value()));

        var browser = halfWay();
        var answer =
                browser.within(step::passkeyRequest).map(thief.passkey()::sign).orElseThrow();

        assertThatThrownBy(() -> browser.passkey(answer))
                .hasRootCauseInstanceOf(java.security.GeneralSecurityException.class);
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void nothingOfItLiesInTheClear() {
        officer.withPasskey();

        assertThat(signing.count(
                        "select count(*) from staff_passkey where staff_id = ? and (position(? in content) > 0 or position(? in content) > 0)",
                        officer.id().value(),
                        "Llave de prueba".getBytes(StandardCharsets.UTF_8),
                        officer.passkey().id()))
                .isZero();
    }

    private void moved(SigningIn.Person from, SigningIn.Person to) {
        signing.asSystem(
                () -> jdbc.sql("""
                        with gone as (delete from staff_passkey where staff_id = ? returning *)
                        insert into staff_passkey select gen_random_uuid(), ?, credential_id, wrapped_key, content,
                          sign_count, backup_eligible, user_verified, created_at, last_used_at from gone""").params(from.id().value(), to.id().value()).update());
    }

    /** What audit reads of it. */
    private long told(String action, String detail) {
        return acting.someone(Acting.AUDITORS, Role.AUDIT)
                .does(() -> transaction.execute(status -> jdbc.sql(
                                "select count(*) from trail_entry where action = ? and subject = ? and detail = ?")
                        .params(action, officer.id().value(), detail)
                        .query(Long.class)
                        .single()));
    }

    private SigningIn.Browser halfWay() {
        var browser = signing.browser();
        assertThat(browser.password(officer.username(), PASSWORD)).isEqualTo("/entrar/paso");
        return browser;
    }

    private SigningIn.Browser signedIn() {
        var browser = signing.browser();
        browser.password(officer.username(), PASSWORD);
        return browser;
    }

    private SigningIn.Browser signedInByPasskey() {
        var browser = halfWay();
        browser.passkey(officer);
        assertThat(browser.isIn()).isTrue();
        return browser;
    }

    private void remove(SigningIn.Browser browser, java.util.UUID id) {
        browser.within(() -> {
            own.removePasskey(id);
            return true;
        });
    }

    private long kept() {
        return signing.count(
                "select count(*) from staff_passkey where staff_id = ?",
                officer.id().value());
    }
}
