package mx.gob.jocotepec.cauce.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import mx.gob.jocotepec.cauce.audit.AnchorCopy;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.BackupSeal;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.EmbeddedCluster;
import mx.gob.jocotepec.cauce.database.PrivateFiles;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.SystemActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes everything that a restore needs, but the keys that open it, into one sealed file, while the application works. */
@Component
class Backups {
    static final String MADE = "BACKUP_MADE";
    static final String PART = ".part";
    static final String SUPERUSER = "secrets/database-superuser";
    static final String ESCROW = "keys/escrow";
    static final String TOMBSTONES = "anchors/tombstones.log";
    private static final String ANCHORS = "anchors/trail.log";
    static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'cauce-'uuuu-MM-dd'T'HHmm'.backup'");

    private final CauceSettings settings;
    private final ObjectProvider<EmbeddedCluster> cluster;
    private final BackupSeal seal;
    private final AnchorCopy anchors;
    private final AuditTrail trail;
    private final SystemActor system;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Backups(
            CauceSettings settings,
            ObjectProvider<EmbeddedCluster> cluster,
            BackupSeal seal,
            AnchorCopy anchors,
            AuditTrail trail,
            SystemActor system,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.cluster = cluster;
        this.seal = seal;
        this.anchors = anchors;
        this.trail = trail;
        this.system = system;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The name says when, in the office's time, and nothing else. */
    static String name(Instant made) {
        return NAME.format(LocalDateTime.ofInstant(made, Office.ZONE));
    }

    /**
     * The file appears whole or not at all, and the trail knows of it before.
     *
     * @param target a file that does not exist yet, outside the data folder, or a folder, where it gets a name of its own
     * @throws SettingProblem with a line for the operator
     */
    Path make(Path target) throws IOException {
        var made = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var file = Files.isDirectory(target) ? target.resolve(name(made)) : target;
        refuse(file);
        var draft = file.resolveSibling(file.getFileName() + PART);
        create(draft);
        try {
            var digest = Archive.sha256();
            write(draft, made, digest);
            var keys = "made=" + made + ";bytes=" + Files.size(draft) + ";sha256="
                    + HexFormat.of().formatHex(digest.digest(), 0, 8);
            system.run(() -> transaction.executeWithoutResult(
                    status -> trail.record(TrailEvent.of(MADE).with(keys))));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            try (var folder = FileChannel.open(file.resolveSibling("."))) {
                folder.force(true);
            }
            return file;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void create(Path draft) throws IOException {
        try {
            PrivateFiles.create(draft);
        } catch (FileAlreadyExistsException e) {
            throw new SettingProblem(
                    "backup: " + draft + " is there: another one is under way, or one was broken off; then remove it.",
                    e);
        }
    }

    private void refuse(Path file) throws IOException {
        if (!settings.embedded()) {
            throw new SettingProblem(
                    "backup: with CAUCE_DB_URL the database is saved by its own means, pg_dump or"
                            + " pg_basebackup, and keys/escrow and anchors/ are copied with it; see docs/operations.md, \"Backup\".");
        }
        var folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new SettingProblem("backup: there is no folder for " + file + ".");
        }
        if (folder.toRealPath().startsWith(settings.data().toRealPath())) {
            throw new SettingProblem(
                    "backup: a backup inside the data folder would be lost with it; choose another place.");
        }
        if (Files.exists(file)) throw new SettingProblem("backup: " + file + " is there already.");
    }

    private void write(Path draft, Instant made, MessageDigest digest) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var out = new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)), digest);
            try (var archive = new Archive(seal.seal(new Unclosed(out), made))) {
                copy(archive);
                archive.finish();
            }
            out.flush();
            channel.force(true);
        } catch (SQLException e) {
            throw new IOException("the database refuses a copy", e);
        }
    }

    private void copy(Archive archive) throws IOException, SQLException {
        var escrow = seal.escrowCopy();
        try (var copy = cluster.getObject().copy()) {
            copy.files(archive);
            var lines = anchors.during(copy::end);
            copy.log(archive);
            archive.put(ANCHORS, lines);
        }
        var tombstones = settings.data().resolve(TOMBSTONES);
        if (Files.exists(tombstones)) archive.put(TOMBSTONES, wholeLines(Files.readAllBytes(tombstones)));
        archive.put(SUPERUSER, Files.readAllBytes(settings.data().resolve(SUPERUSER)));
        archive.put(ESCROW, escrow);
        if (!Arrays.equals(escrow, seal.escrowCopy())) {
            throw new SettingProblem("backup: the keys were changed meanwhile; run it again.");
        }
    }

    /** A line that is just being written tells of an erasure after the end of the copy. */
    private static byte[] wholeLines(byte[] file) {
        int end = file.length;
        while (end > 0 && file[end - 1] != '\n') end--;
        return Arrays.copyOf(file, end);
    }

    /** Closing the sealed stream writes its last piece; the file is still to be brought to the disk. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(java.io.OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
