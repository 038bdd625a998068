package mx.gob.jocotepec.cauce.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import mx.gob.jocotepec.cauce.shared.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * Where the nightly backups go and for how long.
 *
 * @param time of day, in the office's zone
 * @param days 1 to 3650
 */
record BackupPlan(Path folder, LocalTime time, int days) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MOST_DAYS = 3650;

    /** @return null where no folder is set @throws SettingProblem naming the wrong setting */
    static @Nullable BackupPlan from(PropertyResolver source, CauceSettings settings) {
        var text = SettingProblem.read(source, NightlyBackup.FOLDER).strip();
        if (text.isEmpty()) return null;
        if (!settings.embedded()) {
            throw new SettingProblem(
                    NightlyBackup.FOLDER + " goes with the embedded database only, not with CAUCE_DB_URL.");
        }
        return new BackupPlan(folder(text), time(source), days(source));
    }

    /** When the last one should have been made. */
    Instant due(Instant now) {
        var today = LocalDateTime.ofInstant(now, Office.ZONE).toLocalDate().atTime(time);
        var due = today.atZone(Office.ZONE).toInstant();
        return due.isAfter(now) ? today.minusDays(1).atZone(Office.ZONE).toInstant() : due;
    }

    /** When those in the folder were made, by their names. */
    List<Instant> made() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(BackupPlan::made).flatMap(Optional::stream).toList();
        }
    }

    /** Those that were broken off too. */
    List<Path> tooOld(Instant now) throws IOException {
        var oldest = now.minus(days, ChronoUnit.DAYS);
        try (var files = Files.list(folder)) {
            return files.filter(file ->
                            made(whole(file)).filter(at -> at.isBefore(oldest)).isPresent())
                    .toList();
        }
    }

    private static Path whole(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(Backups.PART)
                ? file.resolveSibling(name.substring(0, name.length() - Backups.PART.length()))
                : file;
    }

    private static Optional<Instant> made(Path file) {
        try {
            return Optional.of(LocalDateTime.parse(String.valueOf(file.getFileName()), Backups.NAME)
                    .atZone(Office.ZONE)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Path folder(String text) {
        try {
            var folder = Path.of(text).toAbsolutePath().normalize();
            if (Files.isDirectory(folder) && Files.isWritable(folder)) return folder;
        } catch (InvalidPathException e) {
            throw new SettingProblem(NightlyBackup.FOLDER + " is not a folder that can be written to.", e);
        }
        throw new SettingProblem(NightlyBackup.FOLDER + " is not a folder that can be written to.");
    }

    private static LocalTime time(PropertyResolver source) {
        var text = SettingProblem.read(source, "CAUCE_BACKUP_TIME").strip();
        try {
            return LocalTime.parse(text.isEmpty() ? "03:30" : text, HOUR);
        } catch (DateTimeParseException e) {
            throw new SettingProblem("CAUCE_BACKUP_TIME must be a time of day such as 03:30.", e);
        }
    }

    private static int days(PropertyResolver source) {
        var text = SettingProblem.read(source, "CAUCE_BACKUP_DAYS").strip();
        if (text.isEmpty()) return 30;
        if (text.matches("[0-9]{1,4}")) {
            int days = Integer.parseInt(text);
            if (days >= 1 && days <= MOST_DAYS) return days;
        }
        throw new SettingProblem("CAUCE_BACKUP_DAYS must be a number from 1 to " + MOST_DAYS + ".");
    }
}
