package mx.gob.jocotepec.cauce.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3877630123",
                "387 763 0123",
                "(387) 763-0123",
                "+52 387 763 0123",
                "52 3877630123",
                "+52 1 387 763 0123",
                "044 387 763 0123",
                "045 387 763 0123",
                "01 387 763 0123",
                "1 387 763 0123"
            })
    void readsTheWaysPeopleWriteIt(String text) {
        assertThat(PhoneNumber.parse(text)).contains(new PhoneNumber("3877630123"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "763 0123",
                "+1 387 763 0123",
                "+3877630123",
                "99 387 763 0123",
                "0123456789",
                "387-763-012x",
                "38776301234567890"
            })
    void refusesTheRest(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
    }

    @Test
    void printsOnlyWhenAsked() {
        var number = new PhoneNumber("3877630123");

        assertThat(number.toString()).doesNotContain("3").isEqualTo("•••");
        assertThat(number.spaced()).isEqualTo("387 763 0123");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber("387763"))
                .withMessageNotContaining("387");
    }
}
