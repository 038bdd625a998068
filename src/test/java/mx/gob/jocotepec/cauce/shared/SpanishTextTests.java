package mx.gob.jocotepec.cauce.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanishTextTests {
    @ParameterizedTest
    @CsvSource({"Gonsales, González", "Hortensia, Ortencia", "Yesenia, Llesenia", "Ximena, Jimena"})
    void knowsThePairsOfTheOffice(String one, String other) {
        assertThat(SpanishText.phoneticKey(one)).isEqualTo(SpanishText.phoneticKey(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Vázquez, Basques",
        "Karina, Carina",
        "Quiroz, Kiros",
        "Nely, Neli",
        "Mayra, Maira",
        "Guerrero, Guererro",
        "Geovanni, Jeobani",
        "Osvaldo, Oswaldo",
        "Philomena, Filomena",
        "Sofía, Sophia",
        "Zambrano, Sanbrano",
        "Muñoz, MUNOS",
        "María de la Luz, maria  de la lus",
        "Hiolanda, Yolanda",
        "Scarlett, Skarlet"
    })
    void soundsAlike(String one, String other) {
        assertThat(SpanishText.phoneticKey(one)).isEqualTo(SpanishText.phoneticKey(other));
    }

    @ParameterizedTest
    @CsvSource({"Chávez, Haves", "María, Marta", "Luna, Nuña", "Ana, Eva", "Rosa, Rocha"})
    void soundsDifferent(String one, String other) {
        assertThat(SpanishText.phoneticKey(one)).isNotEqualTo(SpanishText.phoneticKey(other));
    }

    @Test
    void foldsForPlainComparison() {
        assertThat(SpanishText.fold("  Ñandú\u00A0 Íñiguez ")).isEqualTo("nandu iniguez");
        assertThat(SpanishText.fold("")).isEmpty();
    }

    @Test
    void whatHasNoLettersHasNoKey() {
        assertThat(SpanishText.phoneticKey("")).isEmpty();
        assertThat(SpanishText.phoneticKey(" 123 -- ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Z. O., S. O.", "E. H., H. E.", "X. V., J. B.", "'Á. Q.', 'E. C.'"})
    void initialsThatAreWrittenForOneAnotherSoundAlike(String one, String other) {
        assertThat(SpanishText.soundOfInitials(one)).isEqualTo(SpanishText.soundOfInitials(other));
    }

    @Test
    void initialsOfOtherSoundsStayApart() {
        assertThat(SpanishText.soundOfInitials("M. L.")).isNotEqualTo(SpanishText.soundOfInitials("R. L."));
    }
}
