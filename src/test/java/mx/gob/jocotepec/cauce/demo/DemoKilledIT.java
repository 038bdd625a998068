package mx.gob.jocotepec.cauce.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration is killed while it fills its folder, database and all, and then started again. */
class DemoKilledIT {
    /** Enough that the quickest machine says at least once how far it is, which it does every two seconds. */
    private static final int CASES = 30_000;

    private static final Pattern ON_ITS_WAY = Pattern.compile("Demo: [\\d,]+ of 30,000 cases.*");
    private static final Pattern FILLED = Pattern.compile("Demo: 30,000 cases in .*");
    private static final Pattern READY = Pattern.compile("Demo: sign in as .*");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path data;

    private Process process;

    @AfterEach
    void leaveNothingRunning() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) killEverything();
    }

    @Test
    void aStartThatWasKilledAmongTheCasesOrAfterThemIsMadeGoodByTheNext() throws Exception {
        until(ON_ITS_WAY);
        killEverything();

        var second = until(FILLED);
        killEverything();
        assertThat(second).anyMatch(line -> line.contains("interrupted while it filled this folder; it begins anew"));

        var third = until(READY);
        assertThat(third)
                .anyMatch(line -> line.contains("it goes on with the plan") || line.contains("it begins anew"));
        assertThat(number("select count(*) from cauce.case_file")).isEqualTo(CASES);
        assertThat(number("select count(*) from cauce.demo_filling where state = 'FILLED'"))
                .isOne();
        assertThat(number("select count(*) from cauce.staff_account where username = 'direccion'"))
                .isOne();
        assertThat(number("select count(*) from cauce.plan_progress where kind = 'ENTRY'"))
                .isPositive()
                .isEqualTo(number("select count(distinct (year, indicator, quarter)) from cauce.plan_progress"));
        assertThat(number("select count(*) from pg_class where relnamespace = 'cauce'::regnamespace and relkind = 'r'"
                        + " and relname = 'case_file' and relrowsecurity and relforcerowsecurity"))
                .isOne();
    }

    /** Starts and reads what it says until the line comes, or for three minutes. */
    private List<String> until(Pattern wanted) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "mx.gob.jocotepec.cauce.CauceApplication",
                        "--server.port=0")
                .redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("CAUCE_") || name.startsWith("JASYPT_"));
        environment.put("CAUCE_DATA", data.toString());
        environment.put("CAUCE_DEMO", "true");
        environment.put("CAUCE_DEMO_CASES", Integer.toString(CASES));
        process = builder.start();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).exceptionally(late -> {
            process.destroyForcibly();
            return process;
        });
        var said = new ArrayList<String>();
        BufferedReader output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (wanted.matcher(line).matches()) return said;
        }
        throw new IllegalStateException("never said " + wanted + ":\n" + String.join("\n", said));
    }

    private void killEverything() throws IOException, InterruptedException {
        var postmaster = ProcessHandle.of(Long.parseLong(pidFile().getFirst())).orElseThrow();
        var all = new ArrayList<>(postmaster.children().toList());
        all.add(postmaster);
        process.destroyForcibly().waitFor();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var one : all) one.onExit().join();
    }

    private long number(String query) throws IOException, SQLException {
        var password =
                Files.readString(data.resolve("secrets/database-superuser")).strip();
        var url = "jdbc:postgresql://127.0.0.1:" + pidFile().get(3) + "/cauce";
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid")).stream()
                .map(String::strip)
                .toList();
    }
}
