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
import java.util.List;
import mx.gob.jocotepec.cauce.crypto.Anchors;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * {@code anchors/trail.log} below the data folder: a signed line for each head of a chain, only ever appended to. Each line names the
 * signature of the one before, so none can be taken out. Copies of it belong elsewhere (docs/operations.md); whoever rewrites the
 * database cannot rewrite those.
 */
@Component
class AnchorFile {
    /** @param line its number in the file, from 1 */
    record Anchor(int line, int chain, long seq, String hash) {}

    /**
     * @param broken numbers of the lines that are not ours
     * @param gaps numbers of the lines before which at least one was taken out
     * @param signatures of all lines, in their order; empty where a line has none
     */
    record Content(List<Anchor> anchors, List<Integer> broken, List<Integer> gaps, List<String> signatures) {}

    /** @param lines in the file @param signature of the last one */
    record End(int lines, String signature) {}

    private static final int TAIL = 1_000;
    private static final Object WRITING = new Object();

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
        return lines().content();
    }

    /** How the file ends now; told to the trail once a day, so that a file whose end was cut off shows. */
    End end() throws IOException {
        var lines = lines();
        return new End(lines.count(), lines.link());
    }

    /** Appends a line for each head. @return what was written, for whoever keeps a copy elsewhere */
    String append(Instant now, List<Anchor> heads) throws IOException {
        create();
        synchronized (WRITING) {
            try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                var tail = tail(channel);
                var lines = new AnchorLines(signer);
                if (!lines.follow(tail)) lines = lines();
                var text = new StringBuilder();
                // the machine may have stopped in the middle of a line
                if (!tail.isEmpty() && !tail.endsWith("\n")) text.append('\n');
                for (var head : heads) {
                    text.append(lines.add(now + " " + head.chain() + " " + head.seq() + " " + head.hash()))
                            .append('\n');
                }
                var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
                channel.position(channel.size());
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
                return text.toString();
            }
        }
    }

    /** The whole file; nothing is appended while the work runs. */
    byte[] during(AnchorCopy.Work work) throws IOException {
        create();
        synchronized (WRITING) {
            try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                var content = last(channel, Integer.MAX_VALUE);
                work.run();
                return content;
            }
        }
    }

    private AnchorLines lines() throws IOException {
        var lines = new AnchorLines(signer);
        if (!Files.exists(file)) return lines;
        try (var all = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            all.forEach(lines::take);
        }
        return lines;
    }

    /** The end of the file, at least its last line. */
    private static String tail(FileChannel channel) throws IOException {
        return new String(last(channel, TAIL), StandardCharsets.ISO_8859_1);
    }

    /** Through the same channel: closing another one on the file would let go of the lock. */
    private static byte[] last(FileChannel channel, long most) throws IOException {
        long size = channel.size();
        var bytes = ByteBuffer.allocate((int) Math.min(size, most));
        channel.position(size - bytes.capacity());
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return bytes.array();
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
