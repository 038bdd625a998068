package mx.gob.jocotepec.cauce.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Random;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Who opens the outside of a backup. What lies in it: Threat14BackupTests. */
class BackupSealTests {
    private static final String PASSPHRASE = "la frase de siempre";
    private static final String NEW = "la nueva, de otra gente";
    private static final Instant MADE = Instant.parse("2026-11-25T20:05:00Z");
    private static final byte[] CONTENT =
            "lo que no debe leerse".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    private RingFile file;
    private KeyRing ring;
    private List<RecoveryShare> shares;

    @BeforeEach
    void aRingWithShares() throws Exception {
        var key = Random.randBytes(RecoveryShare.KEY_BYTES);
        shares = RecoveryShare.split("0badcafe", key, 2, 3);
        ring = KeyRing.fresh().with(new Escrow("0badcafe", Hpke.publicKey(key), 2, 3, "2026-11-25").notes());
        file = new RingFile(data);
        file.write(ring, PASSPHRASE);
    }

    @Test
    void enoughSharesOpenItAndBringTheRingBackUnderANewPassphrase() throws Exception {
        var backup = sealed(ring);
        var escrow = Files.readAllBytes(file.escrow());
        var empty = data.resolve("empty");

        var keys = BackupKeys.ofShares(environment(), null, pages(shares.get(0), shares.get(2)));

        var opened = keys.open(new ByteArrayInputStream(backup));
        assertThat(opened.made()).isEqualTo(MADE);
        assertThat(opened.content().readAllBytes()).isEqualTo(CONTENT);
        assertThat(keys.settle(empty, escrow)).isEqualTo(NEW);
        assertThat(new RingFile(empty).read(NEW).entries()).isEqualTo(ring.entries());
        assertThat(new RingFile(empty).keptPassphrase()).doesNotExist();
    }

    @Test
    void aRingThatWasRotatedSinceOpensItToo() throws Exception {
        var backup = sealed(ring);
        file.write(ring.rotated(MADE).settled(), PASSPHRASE);

        var keys = BackupKeys.ofRing(file.path(), PASSPHRASE);

        assertThat(keys.open(new ByteArrayInputStream(backup)).content().readAllBytes())
                .isEqualTo(CONTENT);
    }

    @Test
    void anEarlierRingDoesNotOpenWhatWasMadeAfterARotation() throws Exception {
        var backup = sealed(ring.rotated(MADE).settled());

        var keys = BackupKeys.ofRing(file.path(), PASSPHRASE);

        assertThatThrownBy(() -> keys.open(new ByteArrayInputStream(backup)))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("this key ring does not open this backup");
    }

    @Test
    void aPassphraseThatWasKeptBesideTheDataIsKeptThereAgain() throws Exception {
        RingFile.writePrivately(file.keptPassphrase(), PASSPHRASE);

        var keys = BackupKeys.ofRing(file.path(), null);

        assertThat(keys.settle(data.resolve("other"), new byte[0])).isEqualTo(PASSPHRASE);
        assertThat(new RingFile(data.resolve("other")).keptPassphrase()).hasContent(PASSPHRASE);
        assertThat(new RingFile(data.resolve("other")).read(PASSPHRASE).entries())
                .isEqualTo(ring.entries());
    }

    @Test
    void aRingWithoutItsPassphraseOrElsewhereIsRefused() {
        assertThatThrownBy(() -> BackupKeys.ofRing(file.path(), null))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("CAUCE_KEY_PASSPHRASE");
        assertThatThrownBy(() -> BackupKeys.ofRing(data.resolve("ring"), PASSPHRASE))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("keys/ring");
        assertThatThrownBy(() -> BackupKeys.ofRing(data.resolve("none/keys/ring"), PASSPHRASE))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("there is no key ring");
    }

    @Test
    void withoutARecoveryKeyThereIsNoBackup() throws Exception {
        var alone = new BackupSeal(KeyRing.fresh(), settings());

        assertThatThrownBy(() -> alone.seal(new ByteArrayOutputStream(), MADE))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("./cauce keys escrow");
    }

    @Test
    void sharesOfLaterTimesDoNotOpenIt() throws Exception {
        var backup = sealed(ring);
        var later = RecoveryShare.split("0badcaff", Random.randBytes(RecoveryShare.KEY_BYTES), 2, 3);

        var keys = BackupKeys.ofShares(environment(), null, pages(later.get(0), later.get(1)));

        assertThatThrownBy(() -> keys.open(new ByteArrayInputStream(backup)))
                .isInstanceOf(SettingProblem.class)
                .hasMessageContaining("it needs those of its own time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PK\3\4",
                "cauce-backup 2\n{}\n",
                "cauce-backup 1\n{\"made\":\"never\"}\n",
                "cauce-backup 1\n{\n"
            })
    void whatIsNoBackupIsToldSo(String file) throws Exception {
        var keys = BackupKeys.ofRing(this.file.path(), PASSPHRASE);

        assertThatThrownBy(() -> keys.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(SettingProblem.class)
                .hasMessageStartingWith("restore: ");
    }

    @Test
    void piecesCannotChangePlacesNorBeLeftOut() throws Exception {
        var backup = sealed(ring);
        var keys = BackupKeys.ofRing(file.path(), PASSPHRASE);
        int head = new String(backup, StandardCharsets.ISO_8859_1).indexOf('\n', 20) + 1;
        int piece = 1 << 20;
        var swapped = backup.clone();
        System.arraycopy(backup, head + piece, swapped, head + 100, 1_000);
        var shorter = Arrays.copyOf(backup, head + piece);

        for (var changed : List.of(swapped, shorter)) {
            assertThatThrownBy(() -> keys.open(new ByteArrayInputStream(changed))
                            .content()
                            .readAllBytes())
                    .isInstanceOf(IOException.class);
        }
    }

    private byte[] sealed(KeyRing with) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealed = new BackupSeal(with, settings()).seal(out, MADE)) {
            sealed.write(CONTENT);
        }
        return out.toByteArray();
    }

    private List<String> pages(RecoveryShare... some) throws IOException {
        var files = new java.util.ArrayList<String>();
        for (var share : some) {
            var page = data.resolve("share-" + share.number());
            Files.writeString(page, share.text());
            files.add(page.toString());
        }
        return files;
    }

    private MockEnvironment environment() {
        return new MockEnvironment()
                .withProperty("CAUCE_DATA", data.toString())
                .withProperty("CAUCE_KEY_PASSPHRASE_NEW", NEW);
    }

    private CauceSettings settings() {
        return CauceSettings.from(environment());
    }
}
