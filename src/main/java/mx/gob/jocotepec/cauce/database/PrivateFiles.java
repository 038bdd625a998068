package mx.gob.jocotepec.cauce.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Folders (700) and files (600) that only their owner can open. */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final SecureRandom RANDOM = new SecureRandom();

    private PrivateFiles() {}

    /** Creates the folder, with its parents, when it is not there; an existing one keeps its rights. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, rights("rwx------"));
    }

    /** A new, empty file. @throws java.nio.file.FileAlreadyExistsException where there is one */
    public static void create(Path file) throws IOException {
        Files.createFile(file, rights("rw-------"));
    }

    /** The random password kept in the file, made at the first call. */
    static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            write(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    /** Replaces the file as a whole: a crash leaves the old one or the new one. */
    static void write(Path file, String text) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        create(draft);
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] rights(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
