package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.subtle.Random;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever a log, an exception or a debugger prints of them: their name, and nothing of what they hold. */
class PrintedTests {
    @Test
    void whatHoldsKeysPrintsItsNameOnly() throws Exception {
        var ring = KeyRing.fresh();
        var box = new PersonalBox(ring, 64);
        var pair = box.fresh();
        var stretched = box.stretch("la misma".toCharArray());
        var key = Random.randBytes(RecoveryShare.KEY_BYTES);

        assertThat(List.of(
                                CompartmentKeys.fresh(),
                                pair,
                                stretched,
                                box.lock(new UUID(1, 2), pair.privateKey(), stretched),
                                new Sealer(ring)
                                        .sealText(new Place("draft", new UUID(1, 2), Compartment.DRAFT), "Ángela"),
                                RecoveryShare.split("0badcafe", key, 2, 3).get(1),
                                new Escrow("0badcafe", Hpke.publicKey(key), 2, 3, "2026-11-22"))
                        .stream()
                        .map(Object::toString))
                .containsExactly(
                        "CompartmentKeys", "Pair", "Stretched", "Lock", "Sealed", "RecoveryShare 2", "Escrow 0badcafe");
    }

    @Test
    void ringsAreToldApartWithoutNamingThem() throws Exception {
        var ring = KeyRing.fresh();

        assertThat(ring.toString())
                .matches("KeyRing [0-9a-f]{8}")
                .isNotEqualTo(KeyRing.fresh().toString());
        assertThat(new KeyRing(ring.entries())).hasToString(ring.toString());
        assertThat(ring.toString()).doesNotContain(ring.id());
    }
}
