package mx.gob.jocotepec.cauce.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mx.gob.jocotepec.cauce.crypto.BackupKeys;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.Here;
import mx.gob.jocotepec.cauce.database.OperatorCommand;
import mx.gob.jocotepec.cauce.database.PrivateFiles;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@code ./cauce restore FILE [--ring RING] [--tombstones FILE] [SHARE …]}: a backup back into an empty data folder, with the shares or
 * with a key ring that was kept elsewhere; started once, and its trail verified.
 */
public final class RestoreCommand {
    public static final String ARGUMENT = "restore";

    /** Working files of the script and of the web server, and the lock of a start that found nothing. */
    private static final Set<String> NOTHING = Set.of("tmp", "web", "cauce.lock");

    private static final String DRAFT = "restoring";
    /** The database first: what is moved by half does not start. */
    private static final List<String> PARTS = List.of(Archive.CLUSTER, "anchors", "secrets", "keys");

    private final CauceSettings settings;
    private final Environment environment;
    private final Path draft;

    private RestoreCommand(CauceSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
        draft = settings.data().resolve(DRAFT);
    }

    /** @return the exit code */
    public static int run(String... arguments) {
        var words = new ArrayList<>(List.of(arguments));
        words.remove(ARGUMENT);
        try {
            return OperatorCommand.run(
                    new SpringApplicationBuilder(OnlyWhatItTakes.class).lazyInitialization(true),
                    context -> new RestoreCommand(context.getBean(CauceSettings.class), context.getEnvironment())
                                    .restore(words)
                            ? 0
                            : 1);
        } catch (Unpacking.Damaged e) {
            System.err.println(
                    "cauce: restore: the backup is damaged or cut off (" + e.getMessage() + "); nothing was restored");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            System.err.println("cauce: restore: it did not end well ("
                    + e.getClass().getSimpleName() + "); empty the data folder and run it again");
        }
        return 1;
    }

    private boolean restore(List<String> words) throws Exception {
        var ring = option(words, "--ring").map(Here::path);
        var tombstones = option(words, "--tombstones").map(Here::path);
        if (words.isEmpty() || words.getFirst().startsWith("-")) {
            throw new SettingProblem("restore: say which file; see ./cauce help.");
        }
        var file = Here.path(words.removeFirst());
        refuse(file);
        var set = settings.keyPassphrase().orElse(null);
        var keys = ring.isPresent() ? BackupKeys.ofRing(ring.get(), set) : BackupKeys.ofShares(environment, set, words);
        var begun = Clock.systemUTC().instant();
        var unpacked = unpacked(file, keys, tombstones.orElse(null));
        return firstStart(unpacked, begun, tombstones.isPresent());
    }

    private record Unpacked(Instant made, String passphrase) {}

    private void refuse(Path file) throws IOException {
        if (!settings.embedded()) {
            throw new SettingProblem("restore: with CAUCE_DB_URL the database is restored by its own means; see"
                    + " docs/operations.md, \"Backup\".");
        }
        if (!Files.isRegularFile(file)) throw new SettingProblem("restore: there is no file " + file + ".");
        try (var names = Files.list(settings.data())) {
            if (names.anyMatch(name -> !NOTHING.contains(String.valueOf(name.getFileName())))) {
                throw new SettingProblem("restore: the folder " + settings.data()
                        + " is not empty, and nothing is ever overwritten; set CAUCE_DATA to an empty one.");
            }
        }
    }

    private Unpacked unpacked(Path file, BackupKeys keys, @Nullable Path tombstones) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var opened = keys.open(in);
            PrivateFiles.folder(draft);
            unpack(opened.content());
            if (tombstones != null) take(tombstones);
            var passphrase = keys.settle(draft, Files.readAllBytes(draft.resolve(Backups.ESCROW)));
            for (var part : PARTS)
                Files.move(draft.resolve(part), settings.data().resolve(part));
            return new Unpacked(opened.made(), passphrase);
        } finally {
            delete(draft);
        }
    }

    private void unpack(InputStream content) throws IOException {
        try {
            new Unpacking(draft).run(content);
        } catch (FileSystemException e) {
            throw new SettingProblem(
                    "restore: the folder " + settings.data() + " cannot be written to, or is full.", e);
        }
    }

    /** What was erased since: only a later state of the same file is taken. */
    private void take(Path newer) throws IOException {
        var ours = draft.resolve(Backups.TOMBSTONES);
        var known = Files.exists(ours) ? Files.readAllBytes(ours) : new byte[0];
        var later = Files.readAllBytes(newer);
        if (later.length < known.length || !Arrays.equals(known, Arrays.copyOf(later, known.length))) {
            throw new SettingProblem("restore: " + newer + " is not a later state of the tombstones in the backup.");
        }
        Files.copy(newer, ours, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean firstStart(Unpacked unpacked, Instant begun, boolean withTombstones) throws Exception {
        var opening = Map.<String, Object>of("CAUCE_KEY_PASSPHRASE", unpacked.passphrase(), "CAUCE_KEY_FILE", "");
        var application = new SpringApplicationBuilder(OnlyWhatItTakes.ForTheFirstStart.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("the ring's passphrase", opening)));
        return OperatorCommand.run(application, context -> told(context, unpacked, begun, withTombstones)) == 0;
    }

    private int told(ConfigurableApplicationContext context, Unpacked unpacked, Instant begun, boolean withTombstones)
            throws SQLException {
        var told = context.getBean(RestoredState.class).tell(unpacked.made(), begun);
        told.lines().forEach(System.out::println);
        if (!withTombstones) {
            System.out.println("restored: what was erased after that comes back unless the newest tombstones.log is put"
                    + " into " + settings.data().resolve("anchors") + " before the start (or --tombstones)");
        }
        return told.whole() ? 0 : 1;
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) return Optional.empty();
        if (at + 1 >= words.size()) throw new SettingProblem("restore: " + name + " needs a value.");
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
