package mx.gob.jocotepec.cauce.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class QuarterTests {
    @Test
    void isCutAtTheOfficesMidnightAndNotAtGreenwich() {
        var lastMoment = Instant.parse("2026-04-01T05:59:59.999Z");
        var firstMoment = Instant.parse("2026-04-01T06:00:00Z");

        assertThat(Quarter.of(lastMoment)).isEqualTo(new Quarter(2026, 1));
        assertThat(Quarter.of(firstMoment)).isEqualTo(new Quarter(2026, 2));
        assertThat(Quarter.of(lastMoment, ZoneOffset.UTC)).isEqualTo(new Quarter(2026, 2));
        assertThat(new Quarter(2026, 2).start()).isEqualTo(firstMoment);
    }

    @Test
    void followsTheSummerTimeOfOlderYears() {
        assertThat(new Quarter(2022, 3).start()).isEqualTo(Instant.parse("2022-07-01T05:00:00Z"));
        assertThat(new Quarter(2023, 3).start()).isEqualTo(Instant.parse("2023-07-01T06:00:00Z"));
    }

    @Test
    void noInstantFallsInTwoQuartersOrInNone() {
        for (var quarter = new Quarter(2020, 1); quarter.year() < 2030; quarter = quarter.next()) {
            assertThat(quarter.end()).isEqualTo(quarter.next().start());
            assertThat(quarter.contains(quarter.start())).isTrue();
            assertThat(quarter.contains(quarter.end())).isFalse();
            assertThat(quarter.next().previous()).isEqualTo(quarter);
            assertThat(Quarter.of(quarter.lastDay())).isEqualTo(quarter);
        }
    }

    @Test
    void turnsTheYear() {
        assertThat(new Quarter(2026, 4).next()).isEqualTo(new Quarter(2027, 1));
        assertThat(new Quarter(2026, 1).previous()).isEqualTo(new Quarter(2025, 4));
        assertThat(new Quarter(2026, 4).lastDay()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(Quarter.ofYear(2026)).hasSize(4).isSorted();
    }

    @Test
    void isWrittenInTwoWays() {
        assertThat(new Quarter(2026, 4).label()).isEqualTo("T4 2026");
        assertThat(Quarter.parse("2026-T4")).contains(new Quarter(2026, 4));
        assertThat(Quarter.parse("2026-T5")).isEmpty();
        assertThat(Quarter.parse("0026-T1")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(2026, 0));
    }

    @Test
    void aPeriodHoldsOnBothItsLimits() {
        var period = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));

        assertThat(period.contains(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(period.contains(LocalDate.of(2026, 1, 31))).isTrue();
        assertThat(period.contains(LocalDate.of(2026, 2, 1))).isFalse();
        assertThat(Period.openFrom(LocalDate.of(2026, 1, 31)).overlaps(period)).isTrue();
        assertThat(Period.openFrom(LocalDate.of(2026, 2, 1)).overlaps(period)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)));
    }
}
