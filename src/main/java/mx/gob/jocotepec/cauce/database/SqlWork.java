package mx.gob.jocotepec.cauce.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on one connection, which is in a transaction of its own. */
@FunctionalInterface
public interface SqlWork {
    void on(Connection connection) throws SQLException;
}
