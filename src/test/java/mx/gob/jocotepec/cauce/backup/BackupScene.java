package mx.gob.jocotepec.cauce.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import mx.gob.jocotepec.cauce.crypto.BackupKeys;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.boot.test.context.TestComponent;

/** Makes backups of the application a test runs, for tests of other packages. */
@TestComponent
public class BackupScene {
    public static final Class<? extends IOException> DAMAGED = Unpacking.Damaged.class;

    private final Backups backups;

    BackupScene(Backups backups) {
        this.backups = backups;
    }

    public Path make(Path target) throws IOException {
        return backups.make(target);
    }

    /** As a restore does, before anything is put into place. */
    public static void unpack(BackupKeys keys, InputStream file, Path into) throws IOException {
        new Unpacking(into).run(keys.open(file).content());
    }

    public static List<String> names(InputStream content) throws IOException {
        var names = new ArrayList<String>();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(content), StandardCharsets.UTF_8.name())) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) names.add(entry.getName());
        }
        return names;
    }
}
