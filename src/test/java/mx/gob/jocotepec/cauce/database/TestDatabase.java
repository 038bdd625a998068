package mx.gob.jocotepec.cauce.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A migrated database for tests. One PostgreSQL serves the whole JVM: a container where an engine answers, otherwise the
 * embedded one below target/. Every Spring test gets {@link #shared()} by itself; a test that must not see the rows of
 * others takes {@link #fresh(String)}.
 */
public final class TestDatabase {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final String TEMPLATE = "cauce_template";
    private static final Account OWNER = new Account(Database.OWNER, "owner-of-the-tests");
    private static final Account RUNTIME = new Account("cauce_app", "runtime-of-the-tests");
    private static @Nullable Cluster cluster;
    private static @Nullable TestDatabase shared;

    private final Cluster server;
    private final String name;

    private TestDatabase(Cluster server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The database that all Spring tests of this JVM share. */
    public static synchronized TestDatabase shared() {
        if (shared == null) {
            shared = fresh(Database.NAME);
        }
        return shared;
    }

    /** A new database with the tables and no rows; one of the same name is replaced. */
    public static synchronized TestDatabase fresh(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
        try {
            var server = cluster();
            create(server, name, TEMPLATE);
            return new TestDatabase(server, name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new database without tables, to try the migrations on. */
    static synchronized TestDatabase empty(String name) throws SQLException {
        var server = cluster();
        create(server, name, "template1");
        return new TestDatabase(server, name);
    }

    /** A new database as the migrations up to this one leave it. */
    public static synchronized TestDatabase of(String name, String version) throws SQLException {
        var old = empty(name);
        flyway(old.url(), version).migrate();
        return old;
    }

    /** The role the application runs as: no context, so no protected row is visible unless the test signs one. */
    public Connection asRuntime() throws SQLException {
        return RUNTIME.connect(url());
    }

    /** The runtime role in the name of somebody of the staff, for services tried without the whole application; not for {@link #shared()}. */
    public DataSource acting() {
        try {
            return new SignedDataSource(this, RUNTIME);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The role that owns the tables; forced row security holds for it too. */
    public Connection asOwner() throws SQLException {
        return OWNER.connect(url());
    }

    /** As the commands of an operator use it. */
    public OwnerConnection ownerConnection() {
        return new OwnerConnection(url(), OWNER.user(), OWNER.password());
    }

    public Connection asSuperuser() throws SQLException {
        return server.superuser().connect(url());
    }

    /** The settings under which the application uses this database; for {@code @DynamicPropertySource}. */
    public Map<String, Object> settings() {
        return Map.of(
                "CAUCE_DB_URL", server.url(name),
                "CAUCE_DB_OWNER", OWNER.user(),
                "CAUCE_DB_OWNER_PASSWORD", OWNER.password(),
                "CAUCE_DB_USER", RUNTIME.user(),
                "CAUCE_DB_PASSWORD", RUNTIME.password(),
                "CAUCE_DATA", "target/test-data");
    }

    /** The address of another database of the same server. */
    String url(String other) {
        return server.url(other);
    }

    String url() {
        return Database.withSchema(server.url(name));
    }

    int migrate() {
        return flyway(url(), "latest").migrate().migrationsExecuted;
    }

    private static Flyway flyway(String url, String target) {
        return Flyway.configure()
                .dataSource(url, OWNER.user(), OWNER.password())
                .locations("classpath:db/migration")
                .defaultSchema(Database.NAME)
                .schemas(Database.NAME)
                .placeholders(Map.of("runtime", RUNTIME.user()))
                .target(target)
                .load();
    }

    private static void create(Cluster server, String name, String template) throws SQLException {
        try (var admin = server.superuser().connect(server.url("postgres"))) {
            Sql.run(admin, "drop database if exists " + Sql.name(name) + " with (force)");
            OwnedDatabase.create(admin, name, OWNER, template);
        }
        try (var owner = OWNER.connect(server.url(name))) {
            new Roles(owner, OWNER, RUNTIME).withKnownPassword().prepare();
        }
    }

    private static Cluster cluster() throws SQLException {
        if (cluster == null) {
            var started = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
            clear(started);
            new OwnedDatabase(started.url("postgres"), started.superuser()).prepare(TEMPLATE, OWNER);
            create(started, TEMPLATE, "template1");
            flyway(Database.withSchema(started.url(TEMPLATE)), "latest").migrate();
            cluster = started;
        }
        return cluster;
    }

    private static Cluster container() {
        @SuppressWarnings("resource") // lives as long as the JVM
        var postgres = new PostgreSQLContainer("postgres:18")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        postgres.start();
        return new Cluster(
                postgres.getHost() + ":" + postgres.getFirstMappedPort(),
                new Account(postgres.getUsername(), postgres.getPassword()));
    }

    /** Test runs side by side take one folder each; the next run uses them again. */
    private static Cluster embedded() {
        var quick = Map.of("fsync", "off", "shared_buffers", "64MB", "max_connections", "200");
        for (var slot = 1; ; slot++) {
            try {
                var server = EmbeddedServer.start(
                        Path.of("target/test-database/" + slot).toAbsolutePath(), quick);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return new Cluster(
                        "127.0.0.1:" + server.port(), new Account(EmbeddedServer.SUPERUSER, server.password()));
            } catch (SettingProblem e) {
                if (slot == 5) {
                    throw e;
                }
            }
        }
    }

    private static void clear(Cluster server) throws SQLException {
        try (var admin = server.superuser().connect(server.url("postgres"));
                var query = admin.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = query.executeQuery("select datname from pg_database where not datistemplate"
                    + " and datname not in ('postgres', 'test')")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (var name : names) {
                Sql.run(admin, "drop database " + Sql.name(name) + " with (force)");
            }
        }
    }

    private record Cluster(String address, Account superuser) {
        String url(String database) {
            return "jdbc:postgresql://" + address + "/" + database;
        }
    }
}
