package mx.gob.jocotepec.cauce.crypto;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key ring in a folder, for tests of other packages. */
public final class RingScene {
    private final Path data;
    private final String passphrase;
    private @Nullable Sealer sealer;

    public RingScene(Path data, String passphrase) {
        this.data = data;
        this.passphrase = passphrase;
    }

    public Path data() {
        return data;
    }

    public String passphrase() {
        return passphrase;
    }

    public String make() throws Exception {
        var ring = KeyRing.fresh();
        new RingFile(data).write(ring, passphrase);
        return ring.id();
    }

    /** With a recovery key; its shares are printed into a new folder. */
    public String makeWithShares(int needed, int shares, Path paper) throws Exception {
        var key = com.google.crypto.tink.subtle.Random.randBytes(RecoveryShare.KEY_BYTES);
        var id = java.util.HexFormat.of().formatHex(com.google.crypto.tink.subtle.Random.randBytes(4));
        var ring = KeyRing.fresh().with(new Escrow(id, Hpke.publicKey(key), needed, shares, "2026-11-25").notes());
        new RingFile(data).write(ring, passphrase);
        SharePages.write(paper, RecoveryShare.split(id, key, needed, shares), "2026-11-25");
        return ring.id();
    }

    public Sealed seal(Place place, String text) {
        return sealer().seal(place, text.getBytes(StandardCharsets.UTF_8));
    }

    public String open(Place place, Sealed sealed) {
        return sealer().openText(place, sealed);
    }

    /** As the application uses it for personal keys, with little memory. */
    public PersonalBox box() {
        return new PersonalBox(new RingFile(data).read(passphrase), 256);
    }

    /** Everything in the file as it is now, keys and all. */
    public Map<String, String> entries() {
        return new RingFile(data).read(passphrase).entries();
    }

    /** Opening the file takes a third of a second: once is enough. */
    private Sealer sealer() {
        if (sealer == null) sealer = new Sealer(new RingFile(data).read(passphrase));
        return sealer;
    }
}
