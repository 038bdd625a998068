package mx.gob.jocotepec.cauce.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.Here;
import mx.gob.jocotepec.cauce.database.OperatorCommand;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./cauce backup [FILE]}: beside the running application, or alone. */
public final class BackupCommand {
    public static final String ARGUMENT = "backup";

    private BackupCommand() {}

    /** @return the exit code */
    public static int run(String... arguments) {
        var words = new ArrayList<>(List.of(arguments));
        words.remove(ARGUMENT);
        try {
            return OperatorCommand.run(
                    new SpringApplicationBuilder(OnlyWhatItTakes.class).lazyInitialization(true),
                    context -> make(context, words),
                    "--cauce.join=true");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            System.err.println("cauce: backup: it was not made (" + e.getClass().getSimpleName()
                    + (e.getMessage() == null ? "" : ": " + e.getMessage().replaceAll("\\s+", " ")) + ")");
            return 1;
        }
    }

    private static int make(ConfigurableApplicationContext context, List<String> words) throws IOException {
        var settings = context.getBean(CauceSettings.class);
        if (settings.embedded() && !Files.exists(settings.data().resolve("postgres"))) {
            throw new SettingProblem("backup: there is no database below " + settings.data() + ".");
        }
        var target = target(words, context.getEnvironment().getProperty(NightlyBackup.FOLDER, ""));
        var made = context.getBean(Backups.class).make(target);
        System.out.println("backup: " + made + " (" + (Files.size(made) / 1_000_000 + 1) + " MB)");
        return 0;
    }

    private static Path target(List<String> words, String folder) {
        if (words.size() > 1 || (words.size() == 1 && words.getFirst().startsWith("-"))) {
            throw new SettingProblem("backup: name one file or folder, or none; see ./cauce help.");
        }
        if (!words.isEmpty()) return Here.path(words.getFirst());
        return folder.isBlank() ? Here.path("") : Path.of(folder.strip()).toAbsolutePath();
    }
}
