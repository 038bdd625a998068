package mx.gob.jocotepec.cauce.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import mx.gob.jocotepec.cauce.database.PrivateFiles;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Brings back the files of a backup, and compares them with its manifest. */
final class Unpacking {
    /** The backup is not as it was written. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String what) {
            super(what);
        }

        Damaged(String what, IOException cause) {
            super(what, cause);
        }
    }

    private static final Set<String> KNOWN = Set.of(Archive.CLUSTER, "anchors", "keys", "secrets");

    private final Path folder;
    private final Set<String> found = new TreeSet<>();

    /** @param folder that exists and is empty */
    Unpacking(Path folder) {
        this.folder = folder;
    }

    /** @throws Damaged where it was altered or cut off; what lies in the folder then is to be thrown away */
    void run(InputStream content) throws IOException {
        var in = new Telling(content);
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(in), StandardCharsets.UTF_8.name())) {
            var manifest = unpack(tar);
            // the seal of the last piece is looked at when the end is read
            in.transferTo(java.io.OutputStream.nullOutputStream());
            if (!found.equals(manifest)) throw new Damaged("files and manifest differ");
        }
        bringToDisk();
    }

    private void bringToDisk() throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.toList()) {
                try (var channel = FileChannel.open(path)) {
                    channel.force(true);
                }
            }
        }
    }

    private Set<String> unpack(TarArchiveInputStream tar) throws IOException {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.getName().equals(Archive.MANIFEST)) {
                var lines = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                if (tar.getNextEntry() != null) throw new Damaged("something follows the manifest");
                return new TreeSet<>(lines.lines().toList());
            }
            unpack(tar, entry);
        }
        throw new Damaged("no manifest");
    }

    private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)
                || file.equals(folder)
                || !KNOWN.contains(folder.relativize(file).getName(0).toString())) {
            throw new Damaged("a path that does not belong there");
        }
        if (entry.isDirectory()) {
            PrivateFiles.folder(file);
            return;
        }
        if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink()) throw new Damaged("not a plain file");
        PrivateFiles.folder(java.util.Objects.requireNonNull(file.getParent()));
        PrivateFiles.create(file);
        var digest = Archive.sha256();
        long size;
        try (var out = Files.newOutputStream(file)) {
            size = new DigestInputStream(tar, digest).transferTo(out);
        }
        found.add(Archive.line(digest, size, entry.getName()));
    }

    /** An error of the sealed stream is told from one of the disk. */
    private static final class Telling extends FilterInputStream {
        Telling(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw new Damaged("the seal is broken", e);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (IOException e) {
                throw new Damaged("the seal is broken", e);
            }
        }
    }
}
