package mx.gob.jocotepec.cauce.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that take no parameters (create role, grant …), with their names and texts quoted. */
final class Sql {
    private Sql() {}

    static void run(Connection connection, String statement) throws SQLException {
        try (var open = connection.createStatement()) {
            open.execute(statement);
        }
    }

    static boolean exists(Connection connection, String query, String parameter) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        if (text.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("backslash in a literal");
        }
        return "'" + text.replace("'", "''") + "'";
    }
}
