package mx.gob.jocotepec.cauce.database;

import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A short connection as the owner of the tables, for the few tasks that the running application may not do itself:
 * storing the key of the row security context at the start, checking the trail, loading in bulk.
 */
public final class OwnerConnection {
    private final String url;
    private final String user;
    private final String password;

    OwnerConnection(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Commits when the work ends well, and rolls back when it throws. */
    public void run(SqlWork work) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        }
    }
}
