package mx.gob.jocotepec.cauce.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The vectors of RFC 6238, appendix B, for SHA-1; their last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void takesTheStepBeforeAndAfterButNoOther() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);

        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.stepOf(Totp.code(SECRET, near), SECRET, now, 0)).hasValue(near);
        }
        assertThat(Totp.stepOf(Totp.code(SECRET, step - 2), SECRET, now, 0)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SECRET, step + 2), SECRET, now, 0)).isEmpty();
    }

    @Test
    void refusesAStepThatWasUsedAndThoseBeforeIt() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);

        assertThat(Totp.stepOf(Totp.code(SECRET, step), SECRET, now, step)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SECRET, step - 1), SECRET, now, step)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SECRET, step + 1), SECRET, now, step)).hasValue(step + 1);
    }

    @Test
    void writesTheSecretAsAuthenticatorsReadIt() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32(new byte[] {'f'})).isEqualTo("MY");
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    }
}
