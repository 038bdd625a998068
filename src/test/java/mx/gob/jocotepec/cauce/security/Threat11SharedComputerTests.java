package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import mx.gob.jocotepec.cauce.staff.MovedClock;
import mx.gob.jocotepec.cauce.staff.NotFreshException;
import mx.gob.jocotepec.cauce.staff.OwnAccount;
import mx.gob.jocotepec.cauce.staff.OwnSession;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.staff.SigningIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Row 11: a computer left open, shared or stolen. */
@SpringBootTest
@Import({Acting.class, MovedClock.class, SigningIn.class})
class Threat11SharedComputerTests {
    @Autowired
    SigningIn signing;

    @Autowired
    MovedClock clock;

    @Autowired
    OwnAccount own;

    @Autowired
    FreshFactor fresh;

    private SigningIn.Person officer;
    private SigningIn.Browser browser;

    @BeforeEach
    void somebodySignsIn() {
        officer = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        browser = signing.browser();
        browser.password(officer.username(), SigningIn.PASSWORD);
    }

    @AfterEach
    void rightTime() {
        clock.reset();
    }

    @Test
    void aSessionLeftAloneForTwentyMinutesIsOver() {
        clock.forward(Duration.ofMinutes(19));
        assertThat(browser.isIn()).isTrue();

        clock.forward(Duration.ofMinutes(21));
        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void anOpenTabDoesNotKeepItAlive() {
        for (int i = 0; i < 4; i++) {
            clock.forward(Duration.ofMinutes(5));
            browser.status("/webjars/none.txt?v-r=heartbeat");
            browser.status("/webjars/none.txt?v-r=push");
        }
        clock.forward(Duration.ofMinutes(1));

        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void aWorkingDayIsTheLongest() {
        for (int i = 0; i < 40; i++) {
            clock.forward(Duration.ofMinutes(15));
            if (i < 39)
                assertThat(browser.isIn()).as("after %d minutes", (i + 1) * 15).isTrue();
        }
        clock.forward(Duration.ofSeconds(1));

        assertThat(browser.isIn()).isFalse();
    }

    @Test
    void signingInGivesTheSessionANewName() {
        var other = signing.browser();
        other.status("/entrar");
        var before = other.sessionId();
        other.password(officer.username(), SigningIn.PASSWORD);

        assertThat(other.isIn()).isTrue();
        assertThat(other.sessionId()).isNotEqualTo(before);
    }

    @Test
    void theOldCookieIsDeadAfterSigningOutEvenInACopyOfTheSession() {
        var copy = browser.copy();
        assertThat(copy.isIn()).isTrue();

        browser.send(post("/logout").with(csrf()));

        assertThat(browser.isIn()).isFalse();
        assertThat(copy.isIn()).isFalse();
    }

    @Test
    void oneSeesHerSessionsByDeviceWordsAndClosesOneFromAnother() {
        var other = signing.browser();
        other.password(officer.username(), SigningIn.PASSWORD);
        var mine = other.within(own::sessions);

        assertThat(mine).hasSize(2).allMatch(session -> session.browser().equals("FIREFOX"));
        assertThat(mine).filteredOn(OwnSession::current).hasSize(1);
        var first =
                mine.stream().filter(session -> !session.current()).findFirst().orElseThrow();
        other.within(() -> {
            own.endSession(first.id());
            return true;
        });

        assertThat(browser.isIn()).isFalse();
        assertThat(other.isIn()).isTrue();
        assertThat(other.within(own::sessions)).hasSize(1);
    }

    @Test
    void nobodyClosesSomebodyElsesSession() {
        var thief = signing.person(Acting.POLICE, Role.FIRST_CONTACT);
        var elsewhere = signing.browser();
        elsewhere.password(thief.username(), SigningIn.PASSWORD);
        var hers = browser.within(own::sessions).getFirst().id();

        elsewhere.within(() -> {
            own.endSession(hers);
            return true;
        });

        assertThat(browser.isIn()).isTrue();
    }

    @Test
    void allAreClosedAtOnce() {
        var other = signing.browser();
        other.password(officer.username(), SigningIn.PASSWORD);

        other.within(() -> {
            own.endAllSessions();
            return true;
        });

        assertThat(browser.isIn()).isFalse();
        assertThat(other.isIn()).isFalse();
    }

    @Test
    void aSensitiveStepAsksWhoSitsThere() {
        clock.forward(Duration.ofMinutes(6));

        assertThat(browser.isIn()).isTrue();
        assertThatThrownBy(() -> browser.within(() -> {
                    fresh.require();
                    return true;
                }))
                .isInstanceOf(NotFreshException.class);
    }
}
