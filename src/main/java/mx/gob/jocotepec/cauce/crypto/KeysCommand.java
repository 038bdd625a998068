package mx.gob.jocotepec.cauce.crypto;

import com.ulisesbocchio.jasyptspringbootstarter.JasyptSpringBootAutoConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.Here;
import mx.gob.jocotepec.cauce.database.OperatorCommand;
import mx.gob.jocotepec.cauce.database.OwnerConnection;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * {@code ./cauce keys status | rotate | escrow | recover}: the database and the ring's file, no application. All but status and recover
 * need the database to themselves.
 */
public final class KeysCommand {
    public static final String ARGUMENT = "keys";

    private final ConfigurableApplicationContext context;
    private final CauceSettings settings;
    private final RingFile file;
    private final KeyKeeper keeper;
    private final Asking asking;

    private KeysCommand(ConfigurableApplicationContext context) {
        this.context = context;
        settings = context.getBean(CauceSettings.class);
        file = new RingFile(settings.data());
        keeper = new KeyKeeper(file, Clock.systemUTC());
        asking = new Asking("keys", context.getEnvironment());
    }

    /** @return the exit code */
    public static int run(String... arguments) {
        var words = new ArrayList<>(Arrays.stream(arguments)
                .filter(word -> !word.startsWith("--cauce.") && !word.startsWith("--server."))
                .toList());
        words.remove(ARGUMENT);
        var what = words.isEmpty() ? "" : words.removeFirst();
        boolean beside = what.equals("status") || words.contains("--person");
        try {
            return OperatorCommand.run(
                    new SpringApplicationBuilder(OnlyWhatItTakes.class).lazyInitialization(true),
                    context -> new KeysCommand(context).run(what, words),
                    beside ? new String[] {"--cauce.join=true"} : new String[0]);
        } catch (IllegalArgumentException e) {
            System.err.println("cauce: keys: " + e.getMessage());
        } catch (SealBrokenException e) {
            System.err.println("cauce: " + e.getMessage() + "; what was done so far stays, and the next run goes on");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            System.err.println("cauce: keys: it did not end well ("
                    + e.getClass().getSimpleName() + "); run the same command again");
        }
        return 1;
    }

    private int run(String what, List<String> words) throws IOException, SQLException, GeneralSecurityException {
        switch (what) {
            case "status" -> status();
            case "rotate" -> rotate(words);
            case "escrow" -> escrow(words);
            case "recover" -> recover(words);
            default -> throw new SettingProblem("keys: say status, rotate, escrow or recover; see ./cauce help.");
        }
        return 0;
    }

    private void status() throws SQLException, GeneralSecurityException {
        var ring = keeper.open(owner(), passphrase());
        new KeyStatusText(ring, owner(), file, passphraseSource()).lines().forEach(System.out::println);
    }

    private void rotate(List<String> words) throws SQLException, IOException, GeneralSecurityException {
        var ring = alone();
        boolean asked = words.remove("--passphrase");
        boolean only = words.remove("--only-passphrase");
        nothingElse(words);
        var next = asked || only || asking.passphraseIsGiven() ? asking.newPassphrase() : null;
        if (!only) {
            ring = keeper.rotate(owner(), ring, passphrase(), KeyKeeper.BATCH, KeysCommand::say);
            System.out.println("keys: rotated; nothing is under an old key");
        }
        if (next != null) {
            keeper.passphrase(owner(), ring, next);
            System.out.println(
                    "keys: the ring opens with the new passphrase only; set CAUCE_KEY_PASSPHRASE or CAUCE_KEY_FILE to it");
        }
    }

    private void escrow(List<String> words) throws SQLException, IOException, GeneralSecurityException {
        int shares = number(words, "--shares", 5);
        int needed = number(words, "--needed", 3);
        var folder = Here.path(option(words, "--to").orElse("recovery-shares"));
        boolean replace = words.remove("--replace");
        nothingElse(words);
        if (needed < 2 || needed > shares || shares > 20) {
            throw new SettingProblem("keys: at least 2 of at most 20 shares, such as --needed 3 --shares 5.");
        }
        if (Files.exists(folder))
            throw new SettingProblem("keys: " + folder + " is there already; choose a new folder.");
        var ring = alone();
        if (Escrow.of(ring).isPresent() && !replace) {
            throw new SettingProblem(
                    "keys: there are shares already. Add --replace to make new ones; the old ones then open older backups only.");
        }
        var made = keeper.escrow(owner(), ring, passphrase(), needed, shares);
        var pages = SharePages.write(
                folder,
                made,
                java.time.LocalDate.now(mx.gob.jocotepec.cauce.shared.Office.ZONE)
                        .toString());
        System.out.println("keys: " + needed + " of these " + shares + " shares recover the keys:");
        pages.forEach(page -> System.out.println("  " + page));
        System.out.println("Print each page, hand it over in a closed envelope, and delete the folder. " + file.escrow()
                + " opens with them; each ./cauce backup holds it.");
    }

    private void recover(List<String> words) throws IOException, SQLException {
        var person = option(words, "--person");
        if (person.isPresent()) {
            var ring = keeper.open(owner(), passphrase());
            int memory = context.getEnvironment()
                    .getProperty("cauce.personal-keys.memory", Integer.class, PersonalBox.MEMORY);
            var printed = new PersonRecovery(owner(), ring, new PersonalBox(ring, memory))
                    .recover(asking.shares(words), person.get());
            System.out.println("keys: her new recovery key, to be typed under \"Mi cuenta\" and not kept here:");
            System.out.println("  " + printed);
            return;
        }
        if (file.exists()
                && settings.keyPassphrase().isPresent()
                && opens(settings.keyPassphrase().get())) {
            throw new SettingProblem(
                    "keys: the key ring opens with the passphrase that is set; there is nothing to recover.");
        }
        var shares = asking.shares(words);
        var ring = keeper.recover(
                shares,
                asking.passphraseIsGiven() || settings.keyPassphrase().isEmpty()
                        ? asking.newPassphrase()
                        : settings.keyPassphrase().get());
        System.out.println("keys: recovered " + ring.id() + "; start Cauce with the new passphrase");
    }

    private KeyRing alone() throws SQLException {
        keeper.refuseBesideAnApplication(owner(), settings.runtimeUser());
        return keeper.open(owner(), passphrase());
    }

    private boolean opens(String passphrase) {
        try {
            file.read(passphrase);
            return true;
        } catch (SettingProblem e) {
            return false;
        }
    }

    private OwnerConnection owner() {
        return context.getBean(OwnerConnection.class);
    }

    private String passphrase() {
        try {
            return settings.keyPassphrase().isPresent()
                    ? settings.keyPassphrase().get()
                    : Files.readString(file.keptPassphrase()).strip();
        } catch (IOException e) {
            throw new SettingProblem("CAUCE_KEY_PASSPHRASE or CAUCE_KEY_FILE is missing.", e);
        }
    }

    private String passphraseSource() {
        var environment = context.getEnvironment();
        if (settings.keyPassphrase().isEmpty()) {
            return "kept beside the data in " + file.keptPassphrase() + ": whoever has the folder opens everything";
        }
        return environment.getProperty("CAUCE_KEY_FILE") == null ? "CAUCE_KEY_PASSPHRASE" : "CAUCE_KEY_FILE";
    }

    private static int number(List<String> words, String name, int otherwise) {
        var text = option(words, name).orElse(String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,3}")) throw new SettingProblem("keys: " + name + " needs a number.");
        return Integer.parseInt(text);
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) return Optional.empty();
        if (at + 1 >= words.size()) throw new SettingProblem("keys: " + name + " needs a value.");
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    private static void nothingElse(List<String> words) {
        if (!words.isEmpty())
            throw new SettingProblem("keys: unknown option " + words.getFirst() + "; see ./cauce help.");
    }

    private static void say(String table, long done, long all) {
        System.out.println("keys: " + done + " of " + all + " (" + table + ")");
    }

    @ImportAutoConfiguration(JasyptSpringBootAutoConfiguration.class) // settings may be sealed
    @ComponentScan(
            basePackageClasses = CauceSettings.class,
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.DatabaseConfiguration"))
    static class OnlyWhatItTakes {}
}
