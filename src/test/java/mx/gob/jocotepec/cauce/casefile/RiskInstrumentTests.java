package mx.gob.jocotepec.cauce.casefile;

import static mx.gob.jocotepec.cauce.casefile.RiskInstrument.Suggestion.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import mx.gob.jocotepec.cauce.shared.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RiskInstrumentTests {
    private static Answers all(String answer, Map<String, String> but) {
        var answers = new HashMap<String, String>();
        RiskInstrument.FACTORS.keySet().forEach(factor -> answers.put(factor, answer));
        answers.putAll(but);
        return new Answers(answers);
    }

    static java.util.List<String> flags() {
        return RiskInstrument.CRITICAL;
    }

    @ParameterizedTest
    @MethodSource("flags")
    void aCriticalSignGivesAtLeastHighWhateverTheSum(String flag) {
        assertThat(RiskInstrument.score(new Answers(Map.of(flag, "YES"))).suggestion())
                .isEqualTo(HIGH);
        assertThat(RiskInstrument.score(all("YES", Map.of(flag, "YES"))).suggestion())
                .isEqualTo(EXTREME);
    }

    @Test
    void tooFewAnswersSuggestNothing() {
        assertThat(RiskInstrument.score(Answers.NONE).suggestion()).isEqualTo(INSUFFICIENT);
        assertThat(RiskInstrument.score(all(Answers.UNKNOWN, Map.of())).suggestion())
                .isEqualTo(INSUFFICIENT);
    }

    @Test
    void unknownIsNeitherYesNorNo() {
        var score = RiskInstrument.score(all(Answers.UNKNOWN, Map.of("escalation", "YES", "cruelty", "NO")));

        assertThat(score.sum()).isEqualTo(3);
        assertThat(score.answered()).isEqualTo(2);
    }

    @Test
    void theBandsBeginAtTenAndTwentyFour() {
        var nine = Map.of("escalation", "YES", "deathThreats", "YES", "weaponThreats", "YES");
        assertThat(RiskInstrument.score(all("NO", nine)).sum()).isEqualTo(9);
        assertThat(RiskInstrument.score(all("NO", nine)).suggestion()).isEqualTo(LOW);
        var ten = new HashMap<>(nine);
        ten.put("recentSeparation", "YES");
        assertThat(RiskInstrument.score(all("NO", ten)).suggestion()).isEqualTo(MEDIUM);
        assertThat(RiskInstrument.score(all("YES", Map.of())).suggestion()).isEqualTo(HIGH);
    }
}
