package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscrowTests {
    private static final byte[] SECRET = {1, 2, 3};
    private static final byte[] CONTEXT = {4};

    private final byte[] recoveryKey = Random.randBytes(RecoveryShare.KEY_BYTES);
    private Escrow escrow;
    private KeyRing ring;

    @BeforeEach
    void ring() throws GeneralSecurityException {
        escrow = new Escrow("0badcafe", Hpke.publicKey(recoveryKey), 3, 5, "2026-11-22");
        ring = KeyRing.fresh().with(escrow.notes());
    }

    @Test
    void enoughSharesBringTheWholeRingBack() throws GeneralSecurityException {
        var shares = RecoveryShare.split("0badcafe", recoveryKey, 3, 5);

        var back = Escrow.open(escrow.seal(ring), RecoveryShare.combine(shares.subList(1, 4)));

        assertThat(back.entries()).isEqualTo(ring.entries());
    }

    @Test
    void theFileSaysWhichSharesItTakesAndHidesEveryKey() throws GeneralSecurityException {
        var file = escrow.seal(ring);

        assertThat(RingFile.fromJson(file))
                .containsEntry("id", "0badcafe")
                .containsEntry("needed", "3")
                .containsEntry("shares", "5")
                .containsEntry("made", "2026-11-22");
        ring.entries().forEach((name, value) -> {
            if (name.startsWith("seal-") || name.startsWith("mac-"))
                assertThat(file).doesNotContain(value);
        });
    }

    @Test
    void anotherKeyOrAnAlteredFileOpensNothing() throws GeneralSecurityException {
        var file = escrow.seal(ring);
        var renamed = new HashMap<>(RingFile.fromJson(file));
        renamed.put("id", "0badcaff");
        var emptied = new HashMap<>(RingFile.fromJson(file));
        emptied.remove("ring");

        assertThatThrownBy(() -> Escrow.open(file, Random.randBytes(RecoveryShare.KEY_BYTES)))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Escrow.open(RingFile.toJson(renamed), recoveryKey))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Escrow.open(RingFile.toJson(emptied), recoveryKey))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aCopyOfAnOlderVersionGetsTheKeysThatCameLater() throws GeneralSecurityException {
        var place = new Place("file", new UUID(1, 2), Compartment.FILE);
        var sealed = new Sealer(ring).seal(place, SECRET);
        var older = new HashMap<>(ring.entries());
        older.remove("mac-personal");
        var file = fileOf(older);

        var back = Escrow.open(file, recoveryKey);

        assertThat(back.entries()).containsAllEntriesOf(older).containsKey("mac-personal");
        assertThat(new Sealer(back).open(place, sealed)).isEqualTo(SECRET);
    }

    @Test
    void aRingRemembersTheRecoveryKeyItFollows() {
        var found = Escrow.of(ring).orElseThrow();

        assertThat(found.publicKey()).isEqualTo(escrow.publicKey());
        assertThat(found.notes()).isEqualTo(escrow.notes());
        assertThat(Map.of(found.id(), found.made())).containsEntry("0badcafe", "2026-11-22");
        assertThat(new int[] {found.needed(), found.shares()}).containsExactly(3, 5);
    }

    @Test
    void aRingWithoutARecoveryKeyFollowsNone() throws GeneralSecurityException {
        assertThat(Escrow.of(KeyRing.fresh())).isEmpty();
        assertThat(new PersonalBox(KeyRing.fresh(), 64).escrow()).isEmpty();
    }

    @Test
    void aSecretForTheHoldersOpensWithItsContextOnly() throws GeneralSecurityException {
        var wrapped = escrow.wrap(SECRET, CONTEXT);

        assertThat(Hpke.open(recoveryKey, wrapped, CONTEXT)).isEqualTo(SECRET);
        assertThatThrownBy(() -> Hpke.open(recoveryKey, wrapped, new byte[] {5}))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aPersonsPrivateKeyLiesThereForTheHoldersUnderItsId() throws GeneralSecurityException {
        var box = new PersonalBox(ring, 64);
        var pair = box.fresh();
        var key = new UUID(1, 2);

        var escrowed = box.forEscrow(key, pair.privateKey());

        assertThat(box.escrow()).contains("0badcafe");
        assertThat(Hpke.open(recoveryKey, escrowed, PersonalBox.lockContext(key)))
                .isEqualTo(pair.privateKey());
        assertThatThrownBy(() -> Hpke.open(recoveryKey, escrowed, PersonalBox.lockContext(new UUID(1, 3))))
                .isInstanceOf(GeneralSecurityException.class);
    }

    /** As a version wrote it whose ring had no more than these. */
    private String fileOf(Map<String, String> entries) throws GeneralSecurityException {
        var parts = new HashMap<>(RingFile.fromJson(escrow.seal(ring)));
        var sealed = Hpke.seal(
                escrow.publicKey(),
                RingFile.toJson(entries).getBytes(StandardCharsets.UTF_8),
                "cauce escrow 0badcafe".getBytes(StandardCharsets.UTF_8));
        parts.put("ring", Base64.getEncoder().encodeToString(sealed));
        return RingFile.toJson(parts);
    }
}
