package mx.gob.jocotepec.cauce.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {
    private final WorkingDays days = new WorkingDays();

    @ParameterizedTest
    @CsvSource({
        "2026-01-01", // New Year
        "2026-02-02", // Constitution, first Monday
        "2026-03-16", // Juárez, third Monday
        "2026-05-01",
        "2026-09-16",
        "2026-11-16", // Revolution, third Monday
        "2026-12-25",
        "2024-10-01", // hand-over of the federal executive
        "2030-10-01",
        "2018-12-01", // the last one in December (a Saturday)
        "2026-01-03", // Saturday
        "2026-01-04" // Sunday
    })
    void nobodyWorksOn(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-12-31", // before a New Year on a Saturday: the law moves nothing
        "2022-12-26", // after a Christmas on a Sunday
        "2024-12-02", // no hand-over in December any more
        "2030-12-02",
        "2025-10-01",
        "2026-02-05", // the day itself, already taken on Monday
        "2026-02-24", // Flag day: an observance, not a day of rest
        "2026-10-12",
        "2026-01-02"
    })
    void peopleWorkOn(LocalDate day) {
        assertThat(days.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 0, 2026-01-05", // Monday
        "2026-01-03, 0, 2026-01-05", // Saturday
        "2026-01-03, 1, 2026-01-05",
        "2026-01-09, 1, 2026-01-12", // Friday
        "2026-01-30, 1, 2026-02-03", // over the weekend and the Constitution
        "2026-12-24, 2, 2026-12-29",
        "2026-12-31, 1, 2027-01-04",
        "2026-01-05, 10, 2026-01-19"
    })
    void countsFromTheDayAfter(LocalDate from, int count, LocalDate expected) {
        assertThat(days.plus(from, count)).isEqualTo(expected);
    }

    @Test
    void aDeadlineEndsWithTheOfficesDay() {
        // Friday 30 January, 23:30 in the office; already Saturday at Greenwich
        var asked = Instant.parse("2026-01-31T05:30:00Z");

        assertThat(days.deadline(asked, 1)).isEqualTo(Instant.parse("2026-02-04T05:59:59Z"));
    }

    @Test
    void theOfficesOwnHolidaysCountToo() {
        var closed = new WorkingDays(Set.of(LocalDate.of(2026, 1, 5)));

        assertThat(closed.plus(LocalDate.of(2026, 1, 2), 1)).isEqualTo(LocalDate.of(2026, 1, 6));
    }

    @Test
    void refusesToCountBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> days.plus(LocalDate.of(2026, 1, 2), -1));
    }
}
