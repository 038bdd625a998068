package mx.gob.jocotepec.cauce.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void writesDatesAsPeopleHereDo() {
        assertThat(Dates.dateTime(Instant.parse("2026-11-22T20:05:00Z"), Texts.SPANISH))
                .isEqualTo("22 nov 2026, 14:05");
    }

    @Test
    void endsTheDayAtMidnightOfTheOffice() {
        assertThat(Dates.dateTime(Instant.parse("2027-01-01T05:59:00Z"), Texts.SPANISH))
                .isEqualTo("31 dic 2026, 23:59");
    }

    @Test
    void writesEnglishMonths() {
        assertThat(Dates.date(LocalDate.of(2026, 1, 5), Texts.ENGLISH)).isEqualTo("5 Jan 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22/11/2026",
                "22-11-26",
                "22.11.2026",
                "221126",
                "22112026",
                "2026-11-22",
                " 22/11/26 ",
                "hoy",
                "HOY"
            })
    void readsWhatPeopleTypeForADate(String typed) {
        assertThat(DateInput.parse(typed, TODAY)).contains(TODAY);
    }

    @Test
    void takesTwoDigitYearsOfBirthFromTheLastCentury() {
        assertThat(DateInput.parse("5/3/92", TODAY)).contains(LocalDate.of(1992, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "hola", "", "2211", "32/13/2026", "22/11"})
    void refusesWhatIsNoDate(String typed) {
        assertThat(DateInput.parse(typed, TODAY)).isEmpty();
    }
}
