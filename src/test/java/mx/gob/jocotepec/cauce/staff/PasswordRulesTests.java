package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import mx.gob.jocotepec.cauce.staff.PasswordRules.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {
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
}
