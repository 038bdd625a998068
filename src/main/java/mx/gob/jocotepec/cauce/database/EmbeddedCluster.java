package mx.gob.jocotepec.cauce.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The embedded PostgreSQL as files, to be copied while it works: its own way for this, pg_backup_start and pg_backup_stop, asks for a
 * superuser and for every file of the data folder.
 */
public final class EmbeddedCluster {
    /** Gets what is copied, in the order it is; paths are relative to the cluster's folder, with slashes. */
    public interface Target {
        void folder(String path) throws IOException;

        /** @param content exactly {@code size} bytes */
        void file(String path, long size, InputStream content) throws IOException;
    }

    private final Path folder;
    private final String server;
    private final Account superuser;

    /** @param server address that ends with a slash; the name of a database follows */
    EmbeddedCluster(Path folder, String server, Account superuser) {
        this.folder = folder;
        this.server = server;
        this.superuser = superuser;
    }

    /** Begins a copy: the log is kept from here on until it is closed. It costs one checkpoint. */
    public ClusterCopy copy() throws SQLException {
        return new ClusterCopy(folder, superuser.connect(server + "postgres"));
    }

    /** All rows of a table, whoever may see them: for a check after a restore. */
    public long count(String table) throws SQLException {
        try (var connection = superuser.connect(Database.withSchema(server + Database.NAME));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + Sql.name(table))) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
