package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base32Tests {
    /** The words of RFC 4648, section 10, in Crockford's alphabet. */
    @ParameterizedTest
    @CsvSource({"f, CR", "fo, CSQG", "foo, CSQPY", "foob, CSQPYRG", "fooba, CSQPYRK1", "foobar, CSQPYRK1E8"})
    void writesAndReadsWhatOthersDo(String clear, String signs) {
        var bytes = clear.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base32.encode(bytes)).isEqualTo(signs);
        assertThat(Base32.decode(signs)).isEqualTo(bytes);
    }

    @Test
    void saysAtWhichPlaceAWrongSignStands() {
        assertThatThrownBy(() -> Base32.decode("*SQP")).hasMessageContaining("place 1 ");
        assertThatThrownBy(() -> Base32.decode("csq-p?rk")).hasMessageContaining("place 5 ");
    }
}
