package mx.gob.jocotepec.cauce.crypto;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.gob.jocotepec.cauce.database.Here;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.springframework.core.env.Environment;

/** What a command asks the operator for: shares, and a new passphrase. */
final class Asking {
    private static final int SHORTEST_PASSPHRASE = 16;

    private final String command;
    private final Environment environment;
    private final BufferedReader terminal =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    /** @param command what lines to the operator begin with */
    Asking(String command, Environment environment) {
        this.command = command;
        this.environment = environment;
    }

    /** Those in the files, and as many more as are needed, typed. */
    List<RecoveryShare> shares(List<String> files) throws IOException {
        var shares = new ArrayList<RecoveryShare>();
        for (var file : files) shares.add(RecoveryShare.parse(SharePages.signs(read(file))));
        while (shares.isEmpty() || shares.size() < shares.getFirst().needed()) {
            var typed = line("Share " + (shares.size() + 1) + ": ");
            try {
                shares.add(RecoveryShare.parse(typed));
            } catch (IllegalArgumentException e) {
                System.err.println("cauce: " + e.getMessage() + "; once more");
            }
        }
        return shares;
    }

    boolean passphraseIsGiven() {
        return given().isPresent();
    }

    String newPassphrase() {
        var next = given().orElseGet(this::typedTwice);
        if (next.length() < SHORTEST_PASSPHRASE) {
            throw new SettingProblem("CAUCE_KEY_PASSPHRASE_NEW: at least " + SHORTEST_PASSPHRASE + " characters.");
        }
        return next;
    }

    private Optional<String> given() {
        return Optional.ofNullable(environment.getProperty("CAUCE_KEY_PASSPHRASE_NEW"))
                .filter(text -> !text.isBlank())
                .map(String::strip);
    }

    private String typedTwice() {
        var console = console();
        var first = new String(console.readPassword("New passphrase: "));
        if (!first.equals(new String(console.readPassword("Once more: ")))) {
            throw new SettingProblem(command + ": the two are not the same; nothing was changed.");
        }
        return first.strip();
    }

    /** JDK 25 answers null again where there is no terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static Console console() {
        Console console = System.console();
        if (console == null || !console.isTerminal())
            throw new SettingProblem("CAUCE_KEY_PASSPHRASE_NEW is missing, and there is no terminal to ask on.");
        return console;
    }

    private String read(String file) throws IOException {
        try {
            return Files.readString(Here.path(file));
        } catch (NoSuchFileException e) {
            throw new SettingProblem(command + ": there is no file " + file + ".", e);
        }
    }

    private String line(String prompt) throws IOException {
        System.out.print(prompt);
        System.out.flush();
        var line = terminal.readLine();
        if (line == null) throw new SettingProblem(command + ": too few shares.");
        return line;
    }
}
