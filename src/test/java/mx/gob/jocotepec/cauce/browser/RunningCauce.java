package mx.gob.jocotepec.cauce.browser;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import mx.gob.jocotepec.cauce.database.LiveFolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The packaged application in a process of its own, on a folder of its own below target/. */
final class RunningCauce implements AutoCloseable {
    static final String PASSWORD = "Cauce-demo-2024";
    private static final Duration START = Duration.ofMinutes(3);
    private static RunningCauce shared;

    final Path data;
    private final boolean demo;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path output;
    private int port;
    private Process process;

    private RunningCauce(String name, boolean demo) throws IOException {
        this.demo = demo;
        data = Path.of("target", "it-" + name).toAbsolutePath();
        output = Path.of("target", "it-" + name + ".out").toAbsolutePath();
        remove(data);
        Files.deleteIfExists(output);
    }

    /** One with invented people, for every test that leaves it standing; it ends with the tests. */
    static synchronized RunningCauce shared() throws IOException, InterruptedException {
        if (shared == null) {
            var started = new RunningCauce("shared", true);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            started.start();
            shared = started;
        }
        return shared;
    }

    /** An empty one as in earnest, with one account for each of the names the demonstration uses. */
    static RunningCauce empty(String name) throws IOException, InterruptedException, SQLException {
        var cauce = new RunningCauce(name, false);
        cauce.start();
        cauce.addAccounts();
        return cauce;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + "/" + path;
    }

    /** The same by its name: passkeys are not bound to numbers. */
    String localhost(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofString());
    }

    void start() throws IOException, InterruptedException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-jar",
                Path.of(System.getProperty("cauce.jar", "target/cauce.jar"))
                        .toAbsolutePath()
                        .toString());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("CAUCE_") || name.startsWith("JASYPT_"));
        environment.put("CAUCE_DATA", data.toString());
        environment.put("CAUCE_PORT", Integer.toString(port));
        environment.put("CAUCE_SECOND_FACTOR_ROLES", "NONE");
        environment.put("CAUCE_DEMO", Boolean.toString(demo));
        Files.createDirectories(output.getParent());
        process = builder.directory(output.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        var until = Instant.now().plus(START);
        while (!isUp()) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                throw new IllegalStateException("Cauce did not start:\n" + output());
            }
            Thread.sleep(200);
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            var answer = get("actuator/health");
            return answer.statusCode() == 200 && answer.body().contains("UP");
        } catch (IOException e) {
            return false;
        }
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** The application and its database end at once, without a chance to tidy up. */
    void killEverything() throws IOException, InterruptedException {
        var postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                        .getFirst()
                        .strip()))
                .orElseThrow();
        var all = new ArrayList<>(postmaster.children().toList());
        all.add(postmaster);
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        for (var one : all) one.onExit().join();
    }

    /** Somebody who may read everything the database holds. */
    Connection superuser() throws IOException, SQLException {
        var databasePort = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        var password =
                Files.readString(data.resolve("secrets/database-superuser")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/cauce", "postgres", password);
    }

    private void addAccounts() throws IOException, SQLException {
        var hash = new Argon2PasswordEncoder(16, 32, 1, 47_104, 1).encode(PASSWORD);
        try (var connection = superuser()) {
            add(connection, hash, "policia", 5, "FIRST_CONTACT");
            add(connection, hash, "dif", 6, "FIRST_CONTACT");
            add(connection, hash, "psicologia", 2, "PSYCHOLOGY");
            add(connection, hash, "direccion", 1, "DIRECTION");
            add(connection, hash, "planeacion", 17, "PLANNING");
        }
    }

    private static void add(Connection connection, String hash, String username, int area, String role)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into cauce.staff_account (id, username, display_name, area_id, roles, password_hash, created_at)
                values (?, ?, ?, ?, array[?], ?, now())""")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, username);
            insert.setString(3, "Prueba " + username);
            insert.setObject(4, UUID.fromString("00000000-0000-7000-8000-0000000000%02d".formatted(area)));
            insert.setString(5, role);
            insert.setString(6, hash);
            insert.executeUpdate();
        }
    }

    /** Everything that lies below a folder, and what the application said. */
    void readFiles(LiveFolder.Reader reader, String... folders) throws IOException {
        for (var folder : folders) LiveFolder.read(data.resolve(folder), reader);
        reader.read(output, Files.readAllBytes(output));
    }

    static boolean contains(byte[] content, String word) {
        // bytes as letters, one to one
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains(new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) killEverything();
            remove(data);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
