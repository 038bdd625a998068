package mx.gob.jocotepec.cauce.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Checks on a PostgreSQL that somebody else runs, each told in one line that names the setting. */
final class ExternalServer {
    private static final int OLDEST = 15;

    private ExternalServer() {}

    static Connection connect(String url, Account account, String setting) {
        try {
            return account.connect(url);
        } catch (SQLException e) {
            throw problem(setting, e);
        }
    }

    static void check(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new SettingProblem(
                    "CAUCE_DB_URL leads to PostgreSQL " + version + "; " + OLDEST + " is the oldest that works.");
        }
    }

    static void checkRuntime(String url, Account runtime) {
        try (var connection = connect(url, runtime, "CAUCE_DB_USER")) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw problem("CAUCE_DB_USER", e);
        }
    }

    /** @param setting who was signing in */
    static SettingProblem problem(String setting, SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        return new SettingProblem(
                switch (state) {
                    case "28P01", "28000" ->
                        setting + ": PostgreSQL refuses this role or its password (" + setting
                                + (setting.equals("CAUCE_DB_USER")
                                        ? ", CAUCE_DB_PASSWORD)."
                                        : ", " + setting + "_PASSWORD).");
                    case "3D000" -> "CAUCE_DB_URL names a database that does not exist: create it first.";
                    case "42501" ->
                        setting + ": this role lacks rights (" + firstLine(e)
                                + "); it must own the database and may need CREATEROLE.";
                    case "08001", "08004", "08006" ->
                        "CAUCE_DB_URL: no PostgreSQL answers there (" + firstLine(e) + ").";
                    default -> "CAUCE_DB_URL: the database cannot be used (" + firstLine(e) + ").";
                },
                e);
    }

    private static String firstLine(SQLException e) {
        var message = e.getMessage() == null ? "no reason given" : e.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
