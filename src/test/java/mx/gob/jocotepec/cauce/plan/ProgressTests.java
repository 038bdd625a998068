package mx.gob.jocotepec.cauce.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTests {
    private static final PlanSettings USUAL =
            new PlanSettings(BigDecimal.valueOf(70), BigDecimal.valueOf(90), BigDecimal.valueOf(110));

    @ParameterizedTest
    @CsvSource({
        "50, 41, 82.0, AMBER",
        "50, 0, 0.0, RED",
        "1000, 699, 69.9, RED",
        "10, 7, 70.0, AMBER",
        "10, 9, 90.0, GREEN",
        "10, 10, 100.0, GREEN",
        "10, 11, 110.0, GREEN",
        "1000, 1101, 110.1, BLUE",
        "3, 2, 66.7, RED",
        "7, 1, 14.3, RED",
        "0.01, 1000, 10000000.0, BLUE"
    })
    void isAchievedByPlanned(BigDecimal planned, BigDecimal achieved, BigDecimal shown, TrafficLight light) {
        var progress = new Progress(planned, achieved);

        assertThat(progress.shownPercent()).contains(shown);
        assertThat(progress.light(USUAL)).isEqualTo(light);
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 1799, 90.0, AMBER", // 89.95
        "20000, 17989, 89.9, AMBER", // 89.945
        "2000, 1399, 70.0, RED", // 69.95
        "2000, 2201, 110.1, BLUE" // 110.05
    })
    void theLightIsJudgedBeforeRounding(BigDecimal planned, BigDecimal achieved, BigDecimal shown, TrafficLight light) {
        assertThat(new Progress(planned, achieved).shownPercent()).contains(shown);
        assertThat(new Progress(planned, achieved).light(USUAL)).isEqualTo(light);
    }

    @Test
    void nothingPlannedIsNotApplicable() {
        assertThat(Progress.of(null, 5).percent()).isEmpty();
        assertThat(Progress.of(0, 5).percent()).isEmpty();
        assertThat(Progress.of(0, 0).percent()).isEmpty();
        assertThat(Progress.of(0, 5).light(USUAL)).isEqualTo(TrafficLight.NONE);
        assertThat(Progress.of(0, 5).exceeded()).isFalse();
    }

    @Test
    void theUnknownIsNotZero() {
        assertThat(Progress.of(10, null).percent()).isEmpty();
        assertThat(Progress.of(10, null).light(USUAL)).isEqualTo(TrafficLight.NONE);
        assertThat(Progress.of(10, 0).light(USUAL)).isEqualTo(TrafficLight.RED);
    }

    @Test
    void flagsWhatIsOverThePlanAndShowsItAsItIs() {
        assertThat(Progress.of(10, 25).exceeded()).isTrue();
        assertThat(Progress.of(10, 25).shownPercent()).contains(new BigDecimal("250.0"));
        assertThat(Progress.of(10, 10).exceeded()).isFalse();
    }

    @Test
    void addsSumsAndNeverAveragesPercentages() {
        var year = Progress.of(10, 10)
                .plus(Progress.of(90, 0))
                .plus(Progress.of(null, 5))
                .plus(Progress.of(50, null));

        assertThat(year).isEqualTo(Progress.of(150, 15));
        assertThat(year.shownPercent()).contains(new BigDecimal("10.0"));
        assertThat(Progress.NOTHING.plus(Progress.NOTHING)).isEqualTo(Progress.NOTHING);
    }

    @Test
    void refusesANegativePlanAndLightsInDisorder() {
        assertThatIllegalArgumentException().isThrownBy(() -> Progress.of(-1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanSettings(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TEN));
    }
}
