package mx.gob.jocotepec.cauce.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.crypto.Anchors;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * {@code anchors/trail.log} below the data folder: a signed line for each head of a chain, only ever appended to. Copies of it belong
 * elsewhere (docs/operations.md); whoever rewrites the database cannot rewrite those.
 */
@Component
class AnchorFile {
    /** @param line its number in the file, from 1 */
    record Anchor(int line, int chain, long seq, String hash) {}

    /** @param broken numbers of the lines that are not ours */
    record Content(List<Anchor> anchors, List<Integer> broken) {}

    private static final Pattern LINE =
            Pattern.compile("(\\S{20,35} (\\d{1,2}) (\\d{1,18}) ([0-9a-f]{64})) ([0-9a-f]{64})");

    private final Path file;
    private final Anchors signer;

    @Autowired
    AnchorFile(CauceSettings settings, Anchors signer) {
        this(settings.data().resolve("anchors").resolve("trail.log"), signer);
    }

    AnchorFile(Path file, Anchors signer) {
        this.file = file;
        this.signer = signer;
    }

    Content read() throws IOException {
        var anchors = new ArrayList<Anchor>();
        var broken = new ArrayList<Integer>();
        if (!Files.exists(file)) return new Content(anchors, broken);
        int number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            number++;
            var match = LINE.matcher(line);
            if (match.matches() && signer.verify("trail " + match.group(1), match.group(5))) {
                anchors.add(new Anchor(
                        number, Integer.parseInt(match.group(2)), Long.parseLong(match.group(3)), match.group(4)));
            } else {
                broken.add(number);
            }
        }
        return new Content(anchors, broken);
    }

    void append(Instant now, List<Anchor> heads) throws IOException {
        var text = new StringBuilder();
        for (var head : heads) {
            var line = now + " " + head.chain() + " " + head.seq() + " " + head.hash();
            text.append(line).append(' ').append(signer.sign("trail " + line)).append('\n');
        }
        create();
        try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }

    private void create() throws IOException {
        if (Files.exists(file)) return;
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createDirectories(
                    file.toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file);
        }
    }
}
