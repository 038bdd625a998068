package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.FreshFactor.Answer;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Invited;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

@SpringBootTest
@Import({Acting.class, MovedClock.class, FreshFactorTests.Keys.class})
class FreshFactorTests {
    private static final String PASSWORD = "tres caballos verdes nadan";
    private static int number;

    @Autowired
    private Acting acting;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Welcome welcome;

    @Autowired
    private OwnAccount own;

    @Autowired
    private StaffSignIn signIn;

    @Autowired
    private FreshFactor fresh;

    @Autowired
    private MovedClock clock;

    @Autowired
    private List<String> told;

    private StaffId somebody;

    @BeforeEach
    void somebodySignsIn() {
        var username = "fresca" + System.nanoTime() + number++;
        var admin = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        var invited = (Invited) admin.does(
                () -> accounts.create(new StaffData(username, "Ana Prueba", "", Acting.POLICE, Set.of(Role.PLANNING))));
        somebody = invited.id();
        told.clear();
        welcome.setPassword(invited.path().substring("bienvenida/".length()), PASSWORD);
        var signedIn = signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, PASSWORD));
        SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        clock.reset();
    }

    @Test
    void aProofHoldsForFiveMinutesAndNoLonger() {
        assertThat(fresh.isFresh()).isTrue();

        clock.forward(FreshFactor.VALID_FOR.minusSeconds(1));
        assertThat(fresh.isFresh()).isTrue();

        clock.forward(java.time.Duration.ofSeconds(2));
        assertThat(fresh.isFresh()).isFalse();
        assertThatThrownBy(fresh::require).isInstanceOf(NotFreshException.class);
    }

    @Test
    void theRightPasswordMakesItFreshAgainAndAWrongOneDoesNot() {
        clock.forward(FreshFactor.VALID_FOR.plusSeconds(1));

        assertThat(fresh.prove("otra cosa distinta", "")).isEqualTo(Answer.WRONG);
        assertThat(fresh.isFresh()).isFalse();
        assertThat(fresh.prove(PASSWORD, "")).isEqualTo(Answer.FRESH);
        assertThatCode(fresh::require).doesNotThrowAnyException();
    }

    @Test
    void guessingIsSlowedDownAsAtTheSignIn() {
        for (int i = 0; i < 5; i++)
            assertThat(fresh.prove("otra cosa " + i, "")).isEqualTo(Answer.WRONG);

        assertThat(fresh.prove(PASSWORD, "")).isEqualTo(Answer.WAIT);
    }

    @Test
    void whoKeepsKeysUnderAPasswordIsToldOfEachStep() {
        fresh.prove(PASSWORD, "");
        own.changePassword(PASSWORD, "", "siete patos cruzan la calle");

        assertThat(told)
                .containsExactly(
                        "set " + somebody + " " + PASSWORD,
                        "proved " + somebody + " " + PASSWORD,
                        "proved " + somebody + " " + PASSWORD,
                        "proved " + somebody + " " + PASSWORD,
                        "changed " + somebody + " " + PASSWORD + " siete patos cruzan la calle");
    }

    @TestConfiguration
    static class Keys {
        @Bean
        List<String> told() {
            return new ArrayList<>();
        }

        @Bean
        PersonalKeys keys(List<String> told) {
            return new PersonalKeys() {
                @Override
                public void passwordSet(StaffId staff, char[] password) {
                    told.add("set " + staff + " " + new String(password));
                }

                @Override
                public void passwordChanged(StaffId staff, char[] before, char[] after) {
                    told.add("changed " + staff + " " + new String(before) + " " + new String(after));
                }

                @Override
                public void passwordProved(StaffId staff, UUID session, char[] password) {
                    told.add("proved " + staff + " " + new String(password));
                }
            };
        }
    }
}
