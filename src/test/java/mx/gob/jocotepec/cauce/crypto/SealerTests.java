package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealerTests {
    private static final Place HERE = new Place("person_part", new UUID(1, 2), Compartment.IDENTITY);
    private static final byte[] STORY = "una historia con acentos: Ángela".getBytes(StandardCharsets.UTF_8);

    private Sealer sealer;

    @BeforeEach
    void ring() throws GeneralSecurityException {
        sealer = new Sealer(KeyRing.fresh());
    }

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open(HERE, sealer.seal(HERE, STORY))).isEqualTo(STORY);
    }

    @Test
    void neverSealsTheSameTwice() {
        assertThat(sealer.seal(HERE, STORY).ciphertext())
                .isNotEqualTo(sealer.seal(HERE, STORY).ciphertext());
    }

    @Test
    void aNewVersionOpensWithTheKeyTheValueHas() {
        var first = sealer.seal(HERE, STORY);
        var second = sealer.sealAgain(HERE, first.wrappedKey(), new byte[] {1, 2, 3});

        assertThat(sealer.open(HERE, new Sealed(first.wrappedKey(), second))).containsExactly(1, 2, 3);
        assertThat(sealer.open(HERE, first)).isEqualTo(STORY);
    }

    @Test
    void everyFlippedBitIsNoticed() {
        var sealed = sealer.seal(HERE, STORY);
        for (int bit = 0; bit < sealed.ciphertext().length * 8; bit++) {
            var flipped = sealed.ciphertext().clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> sealer.open(HERE, new Sealed(sealed.wrappedKey(), flipped)))
                    .isInstanceOf(SealBrokenException.class);
        }
        for (int bit = 0; bit < sealed.wrappedKey().length * 8; bit++) {
            var flipped = sealed.wrappedKey().clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> sealer.open(HERE, new Sealed(flipped, sealed.ciphertext())))
                    .isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void everyCutIsNoticed() {
        var sealed = sealer.seal(HERE, STORY);
        for (int length = 0; length < sealed.ciphertext().length; length++) {
            var cut = java.util.Arrays.copyOf(sealed.ciphertext(), length);
            assertThatThrownBy(() -> sealer.open(HERE, new Sealed(sealed.wrappedKey(), cut)))
                    .isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void aValueMovedToAnotherPlaceDoesNotOpen() {
        var sealed = sealer.seal(HERE, STORY);

        for (var elsewhere : new Place[] {
            new Place("person_part", new UUID(1, 3), Compartment.IDENTITY),
            new Place("case_part", new UUID(1, 2), Compartment.IDENTITY),
            new Place("person_part", new UUID(1, 2), Compartment.CONTACT)
        }) {
            assertThatThrownBy(() -> sealer.open(elsewhere, sealed))
                    .isInstanceOf(SealBrokenException.class)
                    .hasMessageNotContaining("historia");
        }
    }

    @Test
    void anotherRingOpensNothing() throws GeneralSecurityException {
        var sealed = sealer.seal(HERE, STORY);

        assertThatThrownBy(() -> new Sealer(KeyRing.fresh()).open(HERE, sealed))
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void aKeptRingGetsTheKeysThatCameLaterAndKeepsItsOwn() throws GeneralSecurityException {
        var ring = KeyRing.fresh();
        var older = new HashMap<>(ring.entries());
        older.remove("seal-" + Compartment.FILE);
        older.remove("mac-anchor");
        var sealed = new Sealer(ring).seal(HERE, STORY);

        var completed = KeyRing.completed(older);

        assertThat(completed.entries()).containsAllEntriesOf(older).containsKeys("seal-FILE", "mac-anchor");
        assertThat(new Sealer(completed).open(HERE, sealed)).isEqualTo(STORY);
    }
}
