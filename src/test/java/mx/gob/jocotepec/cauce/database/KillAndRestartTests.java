package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was confirmed stays, however the run ended. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KillAndRestartTests {
    private static final int ENOUGH = 300;

    /** Below target/ and with a blank in its name, as a home folder may have. */
    private final Path data = Path.of("target/killed and restarted").toAbsolutePath();

    private BufferedReader said = new BufferedReader(Reader.nullReader());

    @BeforeEach
    @AfterEach
    void clear() throws IOException {
        PostgresBinaries.delete(data);
    }

    @Test
    void losesNothingConfirmedWhenEverythingIsKilled() throws Exception {
        var victim = victim();
        var confirmed = readUntilEnough(victim);

        var server = postmaster();
        var children = server.children().toList();
        victim.destroyForcibly();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        confirmed = Math.max(confirmed, rest(victim));

        assertThat(rowsAfterRestart()).isGreaterThanOrEqualTo(confirmed);
    }

    @Test
    void takesOverFromAServerThatOutlivedItsApplication() throws Exception {
        var victim = victim();
        var confirmed = readUntilEnough(victim);

        victim.destroyForcibly();
        confirmed = Math.max(confirmed, rest(victim));

        assertThat(postmaster().isAlive()).isTrue();
        assertThat(rowsAfterRestart()).isGreaterThanOrEqualTo(confirmed);
    }

    @Test
    void isNotMisledByALockThatNamesAStranger() throws Exception {
        try (var server = EmbeddedServer.start(data)) {
            fill(server);
        }
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres")
                        + "\n1\n5432\n\n127.0.0.1\n  1  1\nready\n");

        assertThat(rowsAfterRestart()).isEqualTo(1);
    }

    @Test
    void secondStartOnAFolderSaysSoInOneLine() {
        try (var server = EmbeddedServer.start(data)) {
            assertThat(server.port()).isPositive();

            assertThatThrownBy(() -> EmbeddedServer.start(data))
                    .isInstanceOf(SettingProblem.class)
                    .hasMessageStartingWith("CAUCE_DATA: another Cauce is running");
        }
    }

    @Test
    void isDurableClosedToTheNetworkAndAsksForAPassword() throws Exception {
        try (var server = EmbeddedServer.start(data)) {
            assertThat(List.of(
                            setting(server, "fsync"),
                            setting(server, "synchronous_commit"),
                            setting(server, "full_page_writes"),
                            setting(server, "data_checksums"),
                            setting(server, "listen_addresses"),
                            setting(server, "unix_socket_directories"),
                            setting(server, "password_encryption")))
                    .containsExactly("on", "on", "on", "on", "127.0.0.1", "", "scram-sha-256");
            var stranger = new Account(EmbeddedServer.SUPERUSER, "guess");
            assertThatThrownBy(() -> stranger.connect(server.url("postgres")))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            assertThat(Files.getPosixFilePermissions(data.resolve("secrets/database-superuser")))
                    .extracting(Enum::name)
                    .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
            assertThat(Files.getOwner(data.resolve("postgres"))).isEqualTo(Files.getOwner(data));
        }
    }

    private Process victim() throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        classPath,
                        Confirming.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private int readUntilEnough(Process victim) throws IOException {
        said = new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8));
        var last = 0;
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.matches("\\d+")) {
                last = Integer.parseInt(line);
            }
            if (last >= ENOUGH) {
                return last;
            }
        }
        throw new AssertionError("the program ended too early");
    }

    /** The last number it managed to say in full. */
    private int rest(Process victim) throws IOException, InterruptedException {
        victim.waitFor();
        var lines = new ArrayList<String>();
        try (var left = said) {
            for (var line = left.readLine(); line != null; line = left.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // the pipe broke with the program
        }
        // the very last line may be cut
        return lines.size() < 2 ? 0 : Integer.parseInt(lines.get(lines.size() - 2));
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private int rowsAfterRestart() throws SQLException {
        try (var server = EmbeddedServer.start(data)) {
            return Integer.parseInt(one(server, "select count(*) from confirmed"));
        }
    }

    private static void fill(EmbeddedServer server) throws SQLException {
        try (var connection = superuser(server)) {
            Sql.run(connection, "create table confirmed (number int primary key)");
            Sql.run(connection, "insert into confirmed values (1)");
        }
    }

    private static String setting(EmbeddedServer server, String name) throws SQLException {
        return one(server, "show " + name);
    }

    private static String one(EmbeddedServer server, String query) throws SQLException {
        try (var connection = superuser(server);
                var open = connection.createStatement();
                var rows = open.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection superuser(EmbeddedServer server) throws SQLException {
        return new Account(EmbeddedServer.SUPERUSER, server.password()).connect(server.url("postgres"));
    }
}
