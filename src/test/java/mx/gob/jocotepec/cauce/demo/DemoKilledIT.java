package mx.gob.jocotepec.cauce.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration is killed while it fills its folder, database and all, and then started again. */
class DemoKilledIT {
    private static final int CASES = 4_000;

    @TempDir
    Path data;

    private Process process;

    @AfterEach
    void leaveNothingRunning() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) killEverything();
    }

    @Test
    void aStartThatWasKilledAmongTheCasesOrAfterThemIsMadeGoodByTheNext() throws Exception {
        until("Demo: 1,000 of");
        killEverything();

        var second = until("Demo: 4,000 cases in");
        killEverything();
        assertThat(second).anyMatch(line -> line.contains("interrupted while it filled this folder; it begins anew"));

        var third = until("Demo: sign in as");
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

    /** Starts and reads what it says until the word comes. */
    private List<String> until(String word) throws IOException {
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
        var said = new ArrayList<String>();
        BufferedReader output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.contains(word)) return said;
        }
        throw new IllegalStateException("never said " + word + ":\n" + String.join("\n", said));
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
