package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import mx.gob.jocotepec.cauce.crypto.CompartmentKeys.Key;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompartmentKeysTests {
    private static final byte[] PLACE = "person_part".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECRET = {1, 2, 3};

    private CompartmentKeys first;
    private CompartmentKeys both;

    @BeforeEach
    void keys() throws GeneralSecurityException {
        first = CompartmentKeys.fresh();
        both = first.withFresh();
    }

    @Test
    void theNewestSealsAndTheEarlierStillOpens() throws GeneralSecurityException {
        var before = first.aead().encrypt(SECRET, PLACE);

        assertThat(both.aead().decrypt(before, PLACE)).isEqualTo(SECRET);
        assertThat(both.all())
                .containsExactlyInAnyOrder(new Key(first.primary(), false, true), new Key(both.primary(), true, true));
        assertThat(both.primary()).isNotEqualTo(first.primary());
        var after = both.aead().encrypt(SECRET, PLACE);
        assertThatThrownBy(() -> first.aead().decrypt(after, PLACE)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aRetiredKeyOpensNothingButForABackupOfItsTime() throws GeneralSecurityException {
        var before = first.aead().encrypt(SECRET, PLACE);

        var retired = both.retired();

        assertThat(retired.all())
                .containsExactlyInAnyOrder(new Key(first.primary(), false, false), new Key(both.primary(), true, true));
        assertThatThrownBy(() -> retired.aead().decrypt(before, PLACE)).isInstanceOf(GeneralSecurityException.class);
        assertThat(retired.everything().decrypt(before, PLACE)).isEqualTo(SECRET);
    }

    @Test
    void aWrappedValueTellsWhichKeyItNeeds() throws GeneralSecurityException {
        for (var keys : new CompartmentKeys[] {first, both}) {
            var wrapped = keys.aead().encrypt(SECRET, PLACE);

            assertThat(Arrays.copyOf(wrapped, 5)).isEqualTo(keys.primaryPrefix());
        }
        assertThat(first.primaryPrefix()).isNotEqualTo(both.primaryPrefix());
    }

    @Test
    void whatIsKeptOfThemIsAllOfThem() throws GeneralSecurityException {
        var before = first.aead().encrypt(SECRET, PLACE);

        var read = CompartmentKeys.fromJson(both.retired().toJson());

        assertThat(read.all()).isEqualTo(both.retired().all());
        assertThat(read.everything().decrypt(before, PLACE)).isEqualTo(SECRET);
    }
}
