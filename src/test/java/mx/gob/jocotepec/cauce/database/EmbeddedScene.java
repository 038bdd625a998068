package mx.gob.jocotepec.cauce.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** An embedded database below a data folder, for tests of other packages. */
public final class EmbeddedScene implements AutoCloseable {
    private final EmbeddedServer server;

    private EmbeddedScene(EmbeddedServer server) {
        this.server = server;
    }

    public static EmbeddedScene start(Path data) {
        return new EmbeddedScene(EmbeddedServer.start(data));
    }

    public Connection asSuperuser() throws SQLException {
        return connect(server.port(), server.password());
    }

    /** Of the application that runs on the folder. */
    public static Connection superuserOf(Path data) throws IOException, SQLException {
        var lines = java.nio.file.Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return connect(
                Integer.parseInt(lines.get(3).strip()),
                PrivateFiles.password(data.resolve("secrets/database-superuser")));
    }

    public static void delete(Path folder) throws IOException {
        PostgresBinaries.delete(folder);
    }

    private static Connection connect(int port, String password) throws SQLException {
        return new Account(EmbeddedServer.SUPERUSER, password)
                .connect(Database.withSchema("jdbc:postgresql://127.0.0.1:" + port + "/" + Database.NAME));
    }

    @Override
    public void close() {
        server.close();
    }
}
