package mx.gob.jocotepec.cauce.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTests {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private final Texts texts = new Texts();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT45M | vence en 45 min | CAUTION",
                "PT3H20M | vence en 3 h | CAUTION",
                "PT23H59M | vence en 23 h | CAUTION",
                "PT24H | vence en 24 h | CAUTION",
                "PT25H | vence en 25 h | NEUTRAL",
                "PT47H59M | vence en 47 h | NEUTRAL",
                "PT48H | vence en 2 días | NEUTRAL",
                "PT49H | vence en 2 días | NEUTRAL",
                "-PT5M | 5 min tarde | SERIOUS",
                "-PT3H | 3 h tarde | SERIOUS",
                "-PT47H | 47 h tarde | SERIOUS",
                "-PT50H | 2 días tarde | SERIOUS"
            })
    void saysTheTimeUntilAMoment(Duration left, String words, Tone tone) {
        var reading = TimeLeft.read(NOW.plus(left), NOW);

        assertThat(said(reading, Texts.SPANISH)).isEqualTo(words);
        assertThat(reading.tone()).isEqualTo(tone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22 | vence hoy",
                "2026-11-23 | vence en 1 día",
                "2026-11-27 | vence en 5 días",
                "2026-11-21 | 1 día tarde",
                "2026-11-20 | 2 días tarde"
            })
    void saysTheDaysUntilADay(LocalDate due, String words) {
        assertThat(said(TimeLeft.read(due, LocalDate.of(2026, 11, 22)), Texts.SPANISH))
                .isEqualTo(words);
    }

    @Test
    void speaksEnglishToo() {
        assertThat(said(TimeLeft.read(NOW.minus(Duration.ofDays(2)), NOW), Texts.ENGLISH))
                .isEqualTo("2 days late");
    }

    private String said(TimeLeft.Reading reading, Locale locale) {
        return texts.getTranslation(reading.key(), locale, reading.amount());
    }
}
