package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import mx.gob.jocotepec.cauce.crypto.BlindIndex.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signatures and blind indexes lie in the database for years: a later version must come to the same. */
class SignedTests {
    /** RFC 4231, test case 2, with the key filled with zeros to the length of ours, which HMAC takes for the same. */
    private static final byte[] KEY = Arrays.copyOf("Jefe".getBytes(StandardCharsets.US_ASCII), 32);

    private static final String TEXT = "what do ya want for nothing?";
    private static final String SIGNED = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void anAnchorIsTheHmacOfTheStandard() throws GeneralSecurityException {
        var anchors = new Anchors(ringWith("mac-anchor"));

        assertThat(anchors.sign(TEXT)).isEqualTo(SIGNED);
        assertThat(anchors.verify(TEXT, SIGNED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aBlindIndexIsTheHmacOfTheStandardUnderTheKeyOfItsColumn(Column column) throws GeneralSecurityException {
        var blind = new BlindIndex(ringWith("mac-blind-" + column));

        assertThat(blind.of(column, TEXT)).isEqualTo(HexFormat.of().parseHex(SIGNED));
        for (var other : Column.values()) {
            if (other != column) assertThat(blind.of(other, TEXT)).isNotEqualTo(blind.of(column, TEXT));
        }
    }

    @Test
    void anAnchorOfAnotherLineOrAnotherRingIsNotTakenForOurs() throws GeneralSecurityException {
        var anchors = new Anchors(KeyRing.fresh());
        var line = "2026-11-22|4711|ñ";
        var signature = anchors.sign(line);

        assertThat(signature).matches("[0-9a-f]{64}");
        assertThat(anchors.verify(line, signature)).isTrue();
        assertThat(anchors.verify(line + " ", signature)).isFalse();
        assertThat(anchors.verify(line, signature.substring(1))).isFalse();
        assertThat(anchors.verify(line, "")).isFalse();
        assertThat(anchors.verify(line, new Anchors(KeyRing.fresh()).sign(line)))
                .isFalse();
    }

    private static KeyRing ringWith(String name) throws GeneralSecurityException {
        var entries = new HashMap<>(KeyRing.fresh().entries());
        entries.put(name, Base64.getEncoder().encodeToString(KEY));
        return new KeyRing(entries);
    }
}
