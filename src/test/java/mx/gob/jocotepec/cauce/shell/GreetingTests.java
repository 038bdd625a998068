package mx.gob.jocotepec.cauce.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTests {
    @ParameterizedTest
    @CsvSource({
        "Ana Cruz,Ana",
        "Lic. Ana Cruz,Ana",
        "Oficial Ramiro Cuevas Lomelí,Ramiro",
        "C.P. Nora Covarrubias,Nora",
        "Ana,Ana",
        "Dra.,Dra."
    })
    void greetsByTheFirstNameWithoutTitles(String displayName, String greeted) {
        assertThat(StartView.firstName(displayName)).isEqualTo(greeted);
    }

    @ParameterizedTest
    @CsvSource({"Oficial Ramiro Cuevas Lomelí,RC", "Lic. Rosa Márquez,RM", "Ana,A"})
    void theInitialsAreThoseOfTheName(String displayName, String letters) {
        assertThat(PersonMenu.initials(displayName)).isEqualTo(letters);
    }
}
