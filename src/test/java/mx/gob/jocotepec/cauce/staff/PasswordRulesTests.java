package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import mx.gob.jocotepec.cauce.staff.PasswordRules.Problem;
import mx.gob.jocotepec.cauce.staff.PasswordRules.Strength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {
    /** No word, name or run in it. */
    private static final String CHANCE = "kzpvtgmbwqdhrfnlscxj";

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jocotepec2026!",
                "contraseña1234",
                "C0ntr4s3ñ42026",
                "rosa.marquez.2026",
                "Marquez123456",
                "qwertyuiop123",
                "aaaaaaaaaaaaaa",
                "123456789012345",
                "abcabcabcabcabc",
                "cauce2026cauce",
                "P@ssw0rd12345!",
                "igualdadsustantiva",
                "teamomuchodios",
                // these leaked, or are what leaked with a little around it
                "1qaz2wsx3edc4rfv",
                "unbelievable",
                "manchesterunited",
                "Manch3ster-Un1ted",
                "micontraseñasegura",
                "virgencitadeguadalupe"
            })
    void refusesWhatIsEasilyGuessed(String password) {
        assertThat(rules.check("rosa.marquez", password)).contains(Problem.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tres caballos verdes nadan",
                "mi abuela teje de noche",
                "zK7#pLq9vT2m",
                "839201748372910",
                "el lago huele a lluvia",
                "ñandú ágil come maíz"
            })
    void acceptsASentenceOrChance(String password) {
        assertThat(rules.check("rosa.marquez", password)).isEmpty();
    }

    @Test
    void holdsTheLength() {
        assertThat(rules.check("rosa", "corta pero x")).isEmpty();
        assertThat(rules.check("rosa", "corta pero ")).contains(Problem.TOO_SHORT);
        assertThat(rules.check("rosa", "zK7#pLq9vT2m".repeat(11))).contains(Problem.TOO_LONG);
    }

    @Test
    void takesTheLongestThatIsAllowed() {
        var sentence = "tres caballos verdes nadan en el lago y la abuela teje de noche ".repeat(3);

        assertThat(rules.check("rosa", sentence.substring(0, PasswordRules.LONGEST)))
                .isEmpty();
        assertThat(rules.check("rosa", sentence.substring(0, PasswordRules.LONGEST + 1)))
                .contains(Problem.TOO_LONG);
    }

    @Test
    void sixDifferentSignsAreEnoughAndFiveAreNot() {
        assertThat(rules.check("rosa", "xqvkzwqxzvkwvqzx")).isEmpty();
        assertThat(rules.check("rosa", "xqvkzqxzvkvqzxkq")).contains(Problem.COMMON);
    }

    @ParameterizedTest
    @CsvSource({"12, FAIR", "13, FAIR", "14, GOOD", "19, GOOD", "20, VERY_GOOD"})
    void tellsHowHardItIsToGuessByItsLength(int length, Strength strength) {
        assertThat(rules.strength("rosa", CHANCE.substring(0, length))).isEqualTo(strength);
    }

    /** Each is of 13 signs by chance, and something that does not make it harder to guess. */
    @ParameterizedTest
    @CsvSource({
        "xqz.wvk, xqz.wvk",
        "xqz.wvk, wvk",
        "xqzwvk, xqzwvk",
        "x.q, x.q",
        "rosa, abc",
        "rosa, xyz",
        "rosa, 012",
        "rosa, 890",
        "rosa, 2026",
        "rosa, jjjj"
    })
    void ownNamesYearsAndRunsDoNotCount(String username, String worthless) {
        assertThat(rules.strength(username, CHANCE.substring(0, 13) + worthless))
                .isEqualTo(Strength.FAIR);
    }
}
