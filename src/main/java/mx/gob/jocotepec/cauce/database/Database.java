package mx.gob.jocotepec.cauce.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The prepared database: who signs in with what. Closing it stops the embedded server, if there is one. */
final class Database implements AutoCloseable {
    static final String OWNER = "cauce_owner";
    static final String NAME = "cauce";

    private final String url;
    private final Account owner;
    private final Account runtime;
    private final @Nullable EmbeddedServer server;
    private final @Nullable EmbeddedCluster cluster;

    private Database(
            String url,
            Account owner,
            Account runtime,
            @Nullable EmbeddedServer server,
            @Nullable EmbeddedCluster cluster) {
        this.url = url;
        this.owner = owner;
        this.runtime = runtime;
        this.server = server;
        this.cluster = cluster;
    }

    /** Starts or reaches PostgreSQL and puts the roles in place. The tables come later, with the migrations. */
    static Database open(CauceSettings settings) {
        return settings.external().map(given -> external(settings, given)).orElseGet(() -> embedded(settings));
    }

    /**
     * As {@link #open}, but beside an application that already runs on the same folder, for tasks that only look (its
     * server is used then and left alone).
     */
    static Database join(CauceSettings settings) {
        if (settings.external().isPresent()) {
            return open(settings);
        }
        try {
            var port = EmbeddedServer.runningPort(settings.data());
            if (port.isEmpty()) {
                return open(settings);
            }
            var secrets = settings.data().resolve("secrets");
            var server = "jdbc:postgresql://127.0.0.1:" + port.getAsInt() + "/";
            return new Database(
                    withSchema(server + NAME),
                    new Account(OWNER, PrivateFiles.password(secrets.resolve("database-owner"))),
                    new Account(settings.runtimeUser(), PrivateFiles.password(secrets.resolve("database-runtime"))),
                    null,
                    cluster(settings, server, PrivateFiles.password(secrets.resolve("database-superuser"))));
        } catch (IOException e) {
            throw new SettingProblem("CAUCE_DATA: the database below " + settings.data() + " is not ready yet.", e);
        }
    }

    private static Database external(CauceSettings settings, CauceSettings.External given) {
        var url = withSchema(given.url());
        var owner = new Account(given.owner(), given.ownerPassword());
        var runtime = new Account(settings.runtimeUser(), given.runtimePassword());
        if (owner.user().equals(runtime.user())) {
            throw new SettingProblem("CAUCE_DB_USER and CAUCE_DB_OWNER must be two different roles.");
        }
        try (var connection = ExternalServer.connect(url, owner, "CAUCE_DB_OWNER")) {
            ExternalServer.check(connection);
            new Roles(connection, owner, runtime).prepare();
        } catch (SQLException e) {
            throw ExternalServer.problem("CAUCE_DB_OWNER", e);
        }
        ExternalServer.checkRuntime(url, runtime);
        return new Database(url, owner, runtime, null, null);
    }

    private static Database embedded(CauceSettings settings) {
        var server = EmbeddedServer.start(settings.data());
        try {
            var owner =
                    new Account(OWNER, PrivateFiles.password(server.secrets().resolve("database-owner")));
            var runtime = new Account(
                    settings.runtimeUser(),
                    PrivateFiles.password(server.secrets().resolve("database-runtime")));
            new OwnedDatabase(server.url("postgres"), new Account(EmbeddedServer.SUPERUSER, server.password()))
                    .prepare(NAME, owner);
            try (var connection = owner.connect(server.url(NAME))) {
                new Roles(connection, owner, runtime).withKnownPassword().prepare();
            }
            return new Database(
                    withSchema(server.url(NAME)),
                    owner,
                    runtime,
                    server,
                    cluster(settings, server.url(""), server.password()));
        } catch (IOException | SQLException e) {
            server.close();
            throw new SettingProblem(
                    "CAUCE_DATA: the database below " + settings.data() + " cannot be prepared; see logs/postgres.log.",
                    e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static EmbeddedCluster cluster(CauceSettings settings, String server, String password) {
        return new EmbeddedCluster(
                settings.data().resolve("postgres"), server, new Account(EmbeddedServer.SUPERUSER, password));
    }

    static String withSchema(String url) {
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + NAME;
    }

    String url() {
        return url;
    }

    Account owner() {
        return owner;
    }

    Account runtime() {
        return runtime;
    }

    /** Empty for a PostgreSQL that somebody else runs. */
    Optional<EmbeddedCluster> cluster() {
        return Optional.ofNullable(cluster);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
