package mx.gob.jocotepec.cauce.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import mx.gob.jocotepec.cauce.database.EmbeddedCluster;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What lies sealed in a backup: a tar file, compressed, with the manifest as its last entry. The manifest has a line for each file:
 * SHA-256, size, path.
 */
final class Archive implements EmbeddedCluster.Target, AutoCloseable {
    static final String CLUSTER = "postgres";
    static final String MANIFEST = "manifest";

    private static final int BUFFER = 1 << 16;

    private final TarArchiveOutputStream tar;
    private final StringBuilder manifest = new StringBuilder();

    Archive(OutputStream out) throws IOException {
        tar = new TarArchiveOutputStream(new Quick(out), StandardCharsets.UTF_8.name());
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        folder("");
    }

    @Override
    public void folder(String path) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(CLUSTER + "/" + path + "/"));
        tar.closeArchiveEntry();
    }

    @Override
    public void file(String path, long size, InputStream content) throws IOException {
        entry(CLUSTER + "/" + path, size, content);
    }

    void put(String path, byte[] content) throws IOException {
        entry(path, content.length, new ByteArrayInputStream(content));
    }

    /** The last thing to be called: without a manifest it is no backup. */
    void finish() throws IOException {
        var lines = manifest.toString().getBytes(StandardCharsets.UTF_8);
        put(MANIFEST, lines);
        tar.finish();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void entry(String path, long size, InputStream content) throws IOException {
        var entry = new TarArchiveEntry(path);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        var digest = sha256();
        new DigestInputStream(content, digest).transferTo(tar);
        tar.closeArchiveEntry();
        manifest.append(line(digest, size, path)).append('\n');
    }

    static String line(MessageDigest digest, long size, String path) {
        return HexFormat.of().formatHex(digest.digest()) + " " + size + " " + path;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Most of it is sealed and does not become smaller; the rest does at the least effort too. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
