package mx.gob.jocotepec.cauce.shared;

import static mx.gob.jocotepec.cauce.shared.Curp.Reason.CHECK_DIGIT;
import static mx.gob.jocotepec.cauce.shared.Curp.Reason.DATE;
import static mx.gob.jocotepec.cauce.shared.Curp.Reason.LENGTH;
import static mx.gob.jocotepec.cauce.shared.Curp.Reason.SHAPE;
import static mx.gob.jocotepec.cauce.shared.Curp.Reason.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurpTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAPR630321HDFLRC09",
                "BOXW310820HNERXN09",
                "HEGG560427MVZRRL04",
                "SABC560626MDFLRN01",
                "XEXX010101HNEXXXA4",
                "XEXX010101MNEXXXA8"
            })
    void acceptsTheValidAndBothGenericOnes(String text) {
        assertThat(Curp.parse(text)).isEqualTo(new Curp.Valid(new Curp(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "AAPR630321HDFLRC04, CHECK_DIGIT",
        "XEXX010101MNEXXXA9, CHECK_DIGIT",
        "'', LENGTH",
        "AAPR630321HDFLRC0, LENGTH",
        "AAPR630321HDFLRC099, LENGTH",
        "ABPR630321HDFLRC09, SHAPE",
        "AAPR630321QDFLRC09, SHAPE",
        "AAPR630321HDFARC09, SHAPE",
        "AAPR630321HDFLRC0X, SHAPE",
        "AAPR631321HDFLRC09, DATE",
        "AAPR630230HDFLRC09, DATE",
        "AAPR630021HDFLRC09, DATE",
        "AAPR630321HXXLRC09, STATE",
        "AAPR٦٣0321HDFLRC09, SHAPE"
    })
    void namesTheFirstFault(String text, Curp.Reason reason) {
        assertThat(Curp.parse(text)).isEqualTo(new Curp.Invalid(reason));
    }

    @Test
    void forgivesHowItIsTyped() {
        assertThat(Curp.parse(" aapr 630321-hdflrc09 ")).isEqualTo(new Curp.Valid(new Curp("AAPR630321HDFLRC09")));
    }

    @Test
    void tellsBirthAndSex() {
        var woman = new Curp("HEGG560427MVZRRL04");

        assertThat(woman.birthDate()).contains(LocalDate.of(1956, 4, 27));
        assertThat(woman.sex()).isEqualTo(Curp.Sex.WOMAN);
        assertThat(new Curp("AAPR630321HDFLRC09").sex()).isEqualTo(Curp.Sex.MAN);
    }

    @Test
    void readsTheCenturyFromTheSeventeenthSign() {
        assertThat(Curp.parse("AAPR000229HDFLRC0" + digitOf("AAPR000229HDFLRC0")))
                .isEqualTo(new Curp.Invalid(DATE));

        var bornIn2000 = "AAPR000229HDFLRCA" + digitOf("AAPR000229HDFLRCA");
        assertThat(new Curp(bornIn2000).birthDate()).contains(LocalDate.of(2000, 2, 29));
    }

    @Test
    void theGenericOnesHaveNoBirthDate() {
        assertThat(new Curp("XEXX010101MNEXXXA8").isGeneric()).isTrue();
        assertThat(new Curp("XEXX010101MNEXXXA8").birthDate()).isEmpty();
        assertThat(new Curp("XEXX010101HNEXXXA4").birthDate()).isEmpty();
    }

    @Test
    void neverPrintsItself() {
        var curp = new Curp("AAPR630321HDFLRC09");

        assertThat(curp.toString()).doesNotContain("AAPR", "63");
        assertThat(Curp.parse("AAPR630321HDFLRC09").toString()).doesNotContain("AAPR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Curp("AAPR630321HDFLRC04"))
                .withMessageNotContaining("AAPR");
    }

    @Test
    void everyOtherCheckDigitIsRefused() {
        for (char digit = '0'; digit <= '8'; digit++) {
            assertThat(Curp.parse("AAPR630321HDFLRC0" + digit)).isEqualTo(new Curp.Invalid(CHECK_DIGIT));
        }
    }

    @Test
    void parsingAnythingNeverThrows() {
        var random = new Random(20260101);
        for (int i = 0; i < 20_000; i++) {
            var result = Curp.parse(i % 2 == 0 ? anything(random) : mutated(random));

            assertThat(result).isInstanceOfAny(Curp.Valid.class, Curp.Invalid.class);
        }
        assertThat(Curp.parse("\uD800\u0000ß")).isInstanceOf(Curp.Invalid.class);
        assertThat(new Curp.Reason[] {LENGTH, SHAPE, DATE, STATE, CHECK_DIGIT}).isEqualTo(Curp.Reason.values());
    }

    private static String anything(Random random) {
        return random.ints(random.nextInt(40), 0, 0x10FFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String mutated(Random random) {
        var text = new StringBuilder("HEGG560427MVZRRL04");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.setCharAt(random.nextInt(text.length()), (char) (random.nextInt('Z' - '0' + 1) + '0'));
        }
        return text.toString();
    }

    private static int digitOf(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++)
            sum += "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ".indexOf(first17.charAt(i)) * (18 - i);
        return (10 - sum % 10) % 10;
    }
}
