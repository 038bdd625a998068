package mx.gob.jocotepec.cauce.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own below the data folder: durable (fsync, synchronous commits), on the loopback only, with a
 * password. It belongs to one application at a time, recovers from a killed one and outlives nobody.
 *
 * <pre>
 * postgres/        the data            postgres-programs/  unpacked programs
 * secrets/         passwords           logs/postgres.log   the server's log
 * cauce.lock       held while running
 * </pre>
 */
final class EmbeddedServer implements AutoCloseable {
    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int PORT_LINE = 3;
    private static final long LOG_LIMIT = 20_000_000;
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("datestyle", "iso, ymd"),
            Map.entry("lc_messages", "C"),
            // the log must not repeat what people wrote
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_statement", "none"));

    private final Path folder;
    private final Path cluster;
    private final FileChannel lock;
    private final PostgresBinaries programs;
    private final AsOrdinaryUser user;
    private final String password;
    private final int port;

    private EmbeddedServer(Path data, Map<String, String> settings, FileChannel lock) throws IOException {
        this.lock = lock;
        folder = data;
        cluster = data.resolve("postgres");
        programs = PostgresBinaries.in(data.resolve("postgres-programs"));
        user = AsOrdinaryUser.whoCanRun(programs.program("postgres"));
        PrivateFiles.folder(data.resolve("logs"));
        PrivateFiles.folder(data.resolve("secrets"));
        clearLeftovers();
        password = create();
        port = start(settings);
    }

    /**
     * Starts on the folder, creating the database cluster the first time.
     *
     * @throws SettingProblem when another application uses the folder, or PostgreSQL does not start
     */
    static EmbeddedServer start(Path data) {
        return start(data, Map.of());
    }

    /** As {@link #start(Path)}, with some of PostgreSQL's settings replaced (for tests). */
    static EmbeddedServer start(Path data, Map<String, String> replaced) {
        try {
            PrivateFiles.folder(data);
            var lock = lock(data);
            try {
                var settings = new TreeMap<>(SETTINGS);
                settings.putAll(replaced);
                return new EmbeddedServer(data, settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SettingProblem(
                    "CAUCE_DATA: the embedded PostgreSQL cannot use the folder " + data + " (" + reason(e) + ").", e);
        }
    }

    /** Where the server of a running application on this folder answers; empty when none runs. */
    static OptionalInt runningPort(Path data) throws IOException {
        PrivateFiles.folder(data);
        try (var free =
                FileChannel.open(data.resolve("cauce.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (free.tryLock() != null) {
                return OptionalInt.empty();
            }
        }
        var lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return lines.size() > PORT_LINE
                ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                : OptionalInt.empty();
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        try {
            stop("fast");
        } catch (IOException e) {
            log.warn("The embedded PostgreSQL did not stop in time; the next start recovers from it.");
        } finally {
            try {
                lock.close();
            } catch (IOException e) {
                log.debug("lock", e);
            }
        }
    }

    /** The operating system drops this lock when the process ends, however it ends. */
    private static FileChannel lock(Path data) throws IOException {
        var channel = FileChannel.open(data.resolve("cauce.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            log.debug("used by this very process", e);
        }
        channel.close();
        throw new SettingProblem("CAUCE_DATA: another Cauce is running on the folder " + data + ". Stop it first.");
    }

    /**
     * We hold the lock, so whatever still runs from our programs was left by a killed application. The programs below
     * this data folder serve nobody else.
     */
    private void clearLeftovers() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile) && leftovers().isEmpty()) {
            return;
        }
        log.info("Recovering from a run that did not end in order");
        var postmaster = pid(pidFile);
        if (leftovers().stream().anyMatch(process -> process.pid() == postmaster)) {
            try {
                stop("fast");
            } catch (IOException e) {
                stop("immediate");
            }
        }
        for (var process : leftovers()) {
            end(process);
        }
        Files.deleteIfExists(pidFile);
    }

    /** Children notice within moments that their server is gone; the log replays whatever they had not written. */
    private static void end(ProcessHandle process) {
        if (!ended(process)) {
            process.destroy();
            if (!ended(process)) {
                process.destroyForcibly();
                ended(process);
            }
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private List<ProcessHandle> leftovers() throws IOException {
        var program = programs.program("postgres").toRealPath().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").equals(program))
                .toList();
    }

    private static long pid(Path file) throws IOException {
        if (!Files.exists(file)) {
            return -1;
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).filter(line -> line.matches("\\d{1,18}")).stream()
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(-1);
        }
    }

    /** @return the superuser's password */
    private String create() throws IOException {
        var secret = secrets().resolve("database-superuser");
        var version = cluster.resolve("PG_VERSION");
        if (Files.exists(version)) {
            if (!Files.exists(secret)) {
                throw new SettingProblem("CAUCE_DATA: " + secret + " is missing; restore it with the database.");
            }
            checkVersion(Files.readString(version).strip());
            return PrivateFiles.password(secret);
        }
        log.info("Creating the database below {}", folder);
        var made = PrivateFiles.password(secret);
        var draft = folder.resolve("postgres.new");
        PostgresBinaries.delete(draft);
        run(
                60,
                "initdb",
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.writeString(draft.resolve("pg_hba.conf"), """
                # the loopback only, with a password
                host all all 127.0.0.1/32 scram-sha-256
                """);
        Files.move(draft, cluster);
        return made;
    }

    private void checkVersion(String found) throws IOException {
        var ours = run(10, "postgres", "--version").replaceAll("(?s)\\D*(\\d+).*", "$1");
        if (!found.equals(ours)) {
            throw new SettingProblem("CAUCE_DATA: the database was made by PostgreSQL " + found + " and this build has "
                    + ours + "; see docs/operations.md, \"A newer PostgreSQL\".");
        }
    }

    private int start(Map<String, String> settings) throws IOException {
        var serverLog = folder.resolve("logs/postgres.log");
        if (Files.exists(serverLog) && Files.size(serverLog) > LOG_LIMIT) {
            Files.move(serverLog, folder.resolve("logs/postgres.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (var attempt = 1; ; attempt++) {
            var free = freePort();
            Files.writeString(
                    cluster.resolve("postgresql.conf"),
                    settings.entrySet().stream()
                            .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                            .collect(Collectors.joining("", "# written at each start\n", "port = " + free + "\n")));
            try {
                run(120, "pg_ctl", "start", "-w", "-t", "110", "-D", cluster.toString(), "-l", serverLog.toString());
                return free;
            } catch (IOException e) {
                if (attempt == 3) {
                    throw new SettingProblem("The embedded PostgreSQL does not start; see " + serverLog + ".", e);
                }
            }
        }
    }

    private void stop(String mode) throws IOException {
        run(70, "pg_ctl", "stop", "-w", "-t", "60", "-m", mode, "-D", cluster.toString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Runs one of PostgreSQL's programs to its end; its output goes to a file, so that no child keeps us waiting. */
    private String run(int seconds, String program, String... arguments) throws IOException {
        var output = folder.resolve("logs/" + program + ".log");
        var process = new ProcessBuilder(user.command(programs.program(program), arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("CAUCE_"));
        process.environment().put("LC_ALL", "C");
        try {
            var running = process.start();
            if (!running.waitFor(seconds, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IOException(program + " did not end within " + seconds + " s");
            }
            if (running.exitValue() != 0) {
                throw new IOException(program + " failed, see " + output);
            }
            return Files.readString(output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    private static String reason(IOException e) {
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
    }
}
