package mx.gob.jocotepec.cauce.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.database.EmbeddedCluster.Target;
import org.jspecify.annotations.Nullable;

/**
 * One copy of the running cluster, in three steps: {@link #files}, {@link #end}, {@link #log}. What is restored is the state at the end:
 * files that changed while they were read are mended from the log, which a temporary slot keeps meanwhile. Source: PostgreSQL 18,
 * "Making a Base Backup Using the Low Level API", and what pg_basebackup leaves out.
 */
public final class ClusterCopy implements AutoCloseable {
    private static final String CONTROL = "global/pg_control";
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    /** Files that mean something to the running server only, or are made again at a start. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("postmaster\\.(pid|opts)|current_logfiles|backup_label|tablespace_map"
                    + "|backup_manifest|pg_internal\\.init.*|.*\\.tmp|pgsql_tmp.*|t[0-9]+_[0-9]+.*|pg_control");
    /** Folders that are made empty at a start. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private final Path cluster;
    private final Connection connection;
    private final String firstSegment;
    private String lastSegment = "";
    private String label = "";

    ClusterCopy(Path cluster, Connection connection) throws SQLException {
        this.cluster = cluster;
        this.connection = connection;
        try {
            // ends with the connection, so nothing is left behind by a run that is killed
            one("select pg_create_physical_replication_slot('cauce_backup_' || pg_backend_pid(), true, true)");
            firstSegment = one("select pg_walfile_name(pg_backup_start('cauce', true))");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Everything but the log. */
    public void files(Target target) throws IOException {
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.equals(cluster)) return FileVisitResult.CONTINUE;
                if (name(folder).startsWith("pgsql_tmp")) return FileVisitResult.SKIP_SUBTREE;
                target.folder(path(folder));
                return EMPTIED.contains(path(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isSymbolicLink()) throw new IOException("a tablespace outside the folder");
                if (!LEFT_OUT.matcher(name(file)).matches()) copy(file, target);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE; // dropped meanwhile
                throw failure;
            }
        });
        control(target);
    }

    /** Where the copy ends: what is committed when this returns is in it. */
    public void end() throws IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select pg_walfile_name(lsn), labelfile, coalesce(spcmapfile, '') from pg_backup_stop(false)")) {
            rows.next();
            lastSegment = rows.getString(1);
            label = rows.getString(2);
            if (!rows.getString(3).isBlank()) throw new IOException("a tablespace outside the folder");
        } catch (SQLException e) {
            throw new IOException("pg_backup_stop", e);
        }
    }

    /** The log between begin and end. */
    public void log(Target target) throws IOException {
        bytes("backup_label", label.getBytes(StandardCharsets.UTF_8), target);
        var folder = cluster.resolve("pg_wal");
        try (var names = Files.list(folder)) {
            var segments = names.map(ClusterCopy::name)
                    .filter(name -> SEGMENT.matcher(name).matches())
                    .filter(name -> name.compareTo(firstSegment) >= 0 && name.compareTo(lastSegment) <= 0)
                    .sorted()
                    .toList();
            if (segments.isEmpty()
                    || !segments.getFirst().equals(firstSegment)
                    || !segments.getLast().equals(lastSegment)) {
                throw new IOException("the log was not kept");
            }
            for (var segment : segments) copy(folder.resolve(segment), target);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** As long as it was when it was opened: what grows is in the log, what shrank is filled up and cut again from the log. */
    private void copy(Path file, Target target) throws IOException {
        try (var channel = FileChannel.open(file)) {
            long size = channel.size();
            target.file(path(file), size, new Padded(Channels.newInputStream(channel), size));
        } catch (NoSuchFileException e) {
            // dropped meanwhile; the log says so
        }
    }

    /** It is written as a whole and not mended from the log: two readings that agree are not in the middle of that. */
    private void control(Target target) throws IOException {
        var file = cluster.resolve(CONTROL);
        byte @Nullable [] before = null;
        for (int i = 0; i < 1_000; i++) {
            var now = Files.readAllBytes(file);
            if (Arrays.equals(before, now)) {
                bytes(CONTROL, now, target);
                return;
            }
            before = now;
        }
        throw new IOException("pg_control changes all the time");
    }

    private static void bytes(String path, byte[] content, Target target) throws IOException {
        target.file(path, content.length, new ByteArrayInputStream(content));
    }

    private String path(Path file) {
        return cluster.relativize(file).toString().replace('\\', '/');
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private String one(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Exactly so many bytes, zeros where the file has become shorter. */
    private static final class Padded extends InputStream {
        private final InputStream in;
        private long left;

        Padded(InputStream in, long size) {
            this.in = in;
            left = size;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) return -1;
            int wanted = (int) Math.min(length, left);
            int got = in.readNBytes(into, offset, wanted);
            Arrays.fill(into, offset + got, offset + wanted, (byte) 0);
            left -= wanted;
            return wanted;
        }
    }
}
