package mx.gob.jocotepec.cauce.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads what lies below a folder that a running server writes in: what is removed between the listing and the reading is passed over. */
public final class LiveFolder {
    private LiveFolder() {}

    @FunctionalInterface
    public interface Reader {
        void read(Path file, byte[] content);
    }

    /** Every regular file, each once. */
    public static void read(Path folder, Reader reader) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    try {
                        reader.read(file, Files.readAllBytes(file));
                    } catch (NoSuchFileException e) {
                        // removed meanwhile, as PostgreSQL does with pg_internal.init
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure == null || failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failure;
            }
        });
    }
}
