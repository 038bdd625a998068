package mx.gob.jocotepec.cauce.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTests {
    @ParameterizedTest
    @CsvSource({
        "Lic. Rosa Márquez, Rosa Márquez",
        "Oficial Ana Cruz, Ana Cruz",
        "Psicóloga  Inés  Vela, Inés Vela",
        "C. Luis Mora, Luis Mora",
        "Mtra. Dra. Eva Ríos, Eva Ríos",
        "Comandante, Comandante"
    })
    void theNameIsLeft(String displayName, String name) {
        assertThat(Titles.without(displayName)).isEqualTo(name);
    }
}
