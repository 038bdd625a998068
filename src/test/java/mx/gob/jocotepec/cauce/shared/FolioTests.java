package mx.gob.jocotepec.cauce.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolioTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAU-2026-00042",
                "cau 2026 42",
                " Cau-2026-42 ",
                "2026-42",
                "2026/00042",
                "CAU202600042",
                "cau2026 42"
            })
    void readsWhatPeopleType(String text) {
        assertThat(Folio.parse(text)).contains(new Folio(2026, 42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", " 42", "00042", "CAU-2026-42", "2026-42"})
    void aNumberAloneMeansTheYearThatIs(String text) {
        assertThat(Folio.parse(text, 2026)).contains(new Folio(2026, 42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "123456", "4x"})
    void aLongNumberIsNoFolioOfAnyYear(String text) {
        assertThat(Folio.parse(text, 2026)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CAU",
                "42",
                "2026",
                "202642",
                "CAU-2026-0",
                "CAU-1026-42",
                "CAU-2026-42-1",
                "ABC-2026-42",
                "CAU-2026-9999999999",
                "CAU-2026-4x"
            })
    void refusesNonsense(String text) {
        assertThat(Folio.parse(text)).isEmpty();
    }

    @Test
    void printsInOneForm() {
        assertThat(new Folio(2026, 42)).hasToString("CAU-2026-00042");
        assertThat(new Folio(2026, 1_234_567)).hasToString("CAU-2026-1234567");
        assertThat(Folio.parse(new Folio(2026, 1_234_567).toString())).contains(new Folio(2026, 1_234_567));
    }

    @Test
    void sortsByYearAndThenNumber() {
        assertThat(new Folio(2025, 900)).isLessThan(new Folio(2026, 1));
        assertThat(new Folio(2026, 2)).isLessThan(new Folio(2026, 10));
    }

    @Test
    void cannotBeMadeOfNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Folio(2026, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Folio(26, 1));
    }
}
