package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFolderTests {
    @TempDir
    Path folder;

    @Test
    void everyFileIsReadOnce() throws IOException {
        Files.createDirectories(folder.resolve("base/1"));
        Files.writeString(folder.resolve("base/1/2619"), "below");
        Files.writeString(folder.resolve("PG_VERSION"), "18");

        var read = new HashMap<String, Integer>();
        LiveFolder.read(
                folder,
                (file, content) -> read.merge(String.valueOf(file.getFileName()), content.length, Integer::sum));

        assertThat(read).containsOnly(Map.entry("2619", 5), Map.entry("PG_VERSION", 2));
    }

    @Test
    void whatIsRemovedMeanwhileIsPassedOver() throws IOException {
        for (int i = 0; i < 8; i++) Files.writeString(folder.resolve("pg_internal.init." + i), "a");

        var read = new HashMap<Path, byte[]>();
        LiveFolder.read(folder, (file, content) -> {
            read.put(file, content);
            removeOthers(file);
        });

        assertThat(read).hasSize(1);
    }

    private void removeOthers(Path kept) {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> !file.equals(kept)).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
