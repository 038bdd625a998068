package mx.gob.jocotepec.cauce.rights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.crypto.Anchors;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * {@code anchors/tombstones.log}: which cases and requests were erased, by their ids, a signed line each; a line names the signature of the one before.
 * It lies outside the database and belongs to the copies of the anchors: a restored database does not know what was erased after it was
 * copied, this file does.
 */
@Component
class TombstoneFile {
    /** @param erased a case, or the request that had asked for its erasure */
    record Tombstone(UUID erased, UUID person) {}

    /** @param bad lines that are not ours, or that follow a line which was taken out */
    record Content(List<Tombstone> tombstones, int bad, String last) {}

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern LINE =
            Pattern.compile("(\\S{20,35} (" + ID + ") (" + ID + ") ([0-9a-f]{64})) ([0-9a-f]{64})");

    private final Path file;
    private final Anchors signer;

    @Autowired
    TombstoneFile(CauceSettings settings, Anchors signer) {
        this(settings.data().resolve("anchors").resolve("tombstones.log"), signer);
    }

    TombstoneFile(Path file, Anchors signer) {
        this.file = file;
        this.signer = signer;
    }

    synchronized Content read() throws IOException {
        var found = new ArrayList<Tombstone>();
        var last = "0".repeat(64);
        int bad = 0;
        if (!Files.exists(file)) return new Content(found, bad, last);
        for (var line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            var match = LINE.matcher(line);
            if (!match.matches() || !signer.verify("tombstone " + match.group(1), match.group(5))) {
                bad++;
                continue;
            }
            if (!match.group(4).equals(last)) bad++;
            last = match.group(5);
            found.add(new Tombstone(UUID.fromString(match.group(2)), UUID.fromString(match.group(3))));
        }
        return new Content(found, bad, last);
    }

    synchronized void append(Instant now, List<Tombstone> tombstones) throws IOException {
        create();
        var last = read().last();
        var text = new StringBuilder();
        for (var stone : tombstones) {
            var body = now.truncatedTo(ChronoUnit.MILLIS) + " " + stone.erased() + " " + stone.person() + " " + last;
            last = signer.sign("tombstone " + body);
            text.append(body).append(' ').append(last).append('\n');
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }

    private void create() throws IOException {
        if (Files.exists(file)) return;
        var folder = file.toAbsolutePath().getParent();
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createDirectories(folder);
            Files.createFile(file);
        }
    }
}
