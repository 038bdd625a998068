package mx.gob.jocotepec.cauce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mx.gob.jocotepec.cauce.crypto.RingScene;
import mx.gob.jocotepec.cauce.database.EmbeddedScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator types, with the packaged jar: what it answers, where it puts files, and its exit code. No terminal to ask on. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ScriptIT {
    private static final String PASSPHRASE = "la frase del ayuntamiento";
    private static final String NEW = "la frase nueva del ayuntamiento";

    /** A copy of the script beside the jar, as an unpacked Cauce; nothing in it is older than the jar, so nothing is built. */
    private final Path home = Path.of("target", "it-script", "home").toAbsolutePath();

    private final Path standing = home.resolveSibling("where the operator stands");
    private final Path data = home.resolveSibling("data");
    private final Path host = home.resolveSibling("empty-host");
    private final Map<String, String> settings = new HashMap<>();
    private Process running;

    /** @param lines on the standard error, at most one where a command refuses */
    private record Answer(int code, String said, List<String> lines) {}

    @BeforeEach
    void anUnpackedCauceAndARingWithShares() throws Exception {
        EmbeddedScene.delete(home.getParent());
        Files.createDirectories(home.resolve("target"));
        Files.createDirectories(standing);
        Files.copy(Path.of("cauce"), home.resolve("cauce"));
        Files.createSymbolicLink(
                home.resolve("target/cauce.jar"),
                Path.of(System.getProperty("cauce.jar", "target/cauce.jar")).toAbsolutePath());
        Files.createFile(home.resolve("target/cauce.built"));
        new RingScene(data, PASSPHRASE).makeWithShares(2, 3, standing.resolve("paper"));
        settings.put("CAUCE_DATA", data.toString());
        settings.put("CAUCE_KEY_PASSPHRASE", PASSPHRASE);
        settings.put("CAUCE_JAVA_HOME", System.getProperty("java.home"));
        settings.put("CAUCE_HEAP", "600m");
        try (var free = new ServerSocket(0)) {
            settings.put("CAUCE_PORT", Integer.toString(free.getLocalPort()));
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        if (running != null) stop();
    }

    @Test
    void whatAnOperatorDoesInAYear() throws Exception {
        refuses("there is no database below", "backup");

        start();
        assertThat(does("keys", "status")).contains("escrow      2 of 3 shares");
        assertThat(does("verify-trail")).contains("trail: whole");
        refuses("another Cauce is running", "keys", "rotate");
        assertThat(does("backup")).containsPattern("where the operator stands/cauce-\\S+T\\d{4}\\.backup");
        var backup = theBackup();
        stop();

        refuses("--shares needs a number", "keys", "escrow", "--shares", "many");
        assertThat(does("keys", "rotate")).contains("nothing is under an old key");
        refuses("there is no terminal to ask on", "keys", "rotate", "--only-passphrase");
        assertThat(does("keys", "escrow", "--replace", "--to", "more paper")).contains("3 of these 5 shares");
        assertThat(standing.resolve("more paper")).isDirectory();

        settings.remove("CAUCE_KEY_PASSPHRASE");
        settings.put("CAUCE_KEY_PASSPHRASE_NEW", NEW);
        settings.put("CAUCE_DATA", host.toString());
        refuses("too few shares", "restore", backup, "paper/parte-1-de-3.html");
        assertThat(does("restore", backup, "paper/parte-3-de-3.html", "paper/parte-1-de-3.html"))
                .containsPattern("restored: the state of .*, 5 cases, last entry of the trail .*, trail whole");
        settings.put("CAUCE_KEY_PASSPHRASE", NEW);
        assertThat(does("verify-trail")).contains("trail: whole");
        refuses("there is nothing to recover", "keys", "recover");

        settings.remove("CAUCE_KEY_PASSPHRASE");
        Files.delete(host.resolve("keys/ring"));
        assertThat(does("keys", "recover", "paper/parte-1-de-3.html", "paper/parte-2-de-3.html"))
                .contains("keys: recovered");
    }

    private String theBackup() throws IOException {
        try (var files = Files.list(standing)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".backup"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String does(String... words) throws IOException, InterruptedException {
        var answer = cauce(words);
        assertThat(answer.code()).as(String.join(" ", words) + ": " + answer).isZero();
        return answer.said();
    }

    private void refuses(String why, String... words) throws IOException, InterruptedException {
        var answer = cauce(words);
        assertThat(answer.code()).as(String.join(" ", words) + ": " + answer).isEqualTo(1);
        assertThat(answer.lines()).as(String.join(" ", words)).hasSize(1);
        assertThat(answer.lines().getFirst()).startsWith("cauce: ").contains(why);
    }

    private Answer cauce(String... words) throws IOException, InterruptedException {
        var out = home.resolveSibling("out");
        var err = home.resolveSibling("err");
        var process = builder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Answer(process.exitValue(), Files.readString(out), Files.readAllLines(err));
    }

    private void start() throws IOException, InterruptedException {
        var out = home.resolveSibling("run");
        running = builder("run", "--demo", "--cases", "5")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        while (!Files.readString(out).contains("Cauce: http")) {
            assertThat(running.isAlive()).as(Files.readString(out)).isTrue();
            Thread.sleep(200);
        }
    }

    private void stop() throws InterruptedException {
        running.destroy();
        assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private ProcessBuilder builder(String... words) {
        var command = new ArrayList<>(List.of("sh", home.resolve("cauce").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(standing.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CAUCE_") || name.startsWith("JASYPT_"));
        builder.environment().putAll(settings);
        return builder;
    }
}
