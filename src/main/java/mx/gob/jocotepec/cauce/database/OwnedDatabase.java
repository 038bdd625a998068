package mx.gob.jocotepec.cauce.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Creates, as superuser, the role that owns everything, and databases that belong to it. */
record OwnedDatabase(String adminUrl, Account superuser) {
    void prepare(String name, Account owner) throws SQLException {
        try (var connection = superuser.connect(adminUrl)) {
            owner(connection, owner);
            if (!Sql.exists(connection, "select from pg_database where datname = ?", name)) {
                create(connection, name, owner, "template1");
            }
        }
    }

    static void create(Connection connection, String name, Account owner, String template) throws SQLException {
        var quoted = Sql.name(name);
        Sql.run(
                connection,
                "create database " + quoted + " owner " + Sql.name(owner.user()) + " template " + Sql.name(template));
        Sql.run(connection, "revoke all on database " + quoted + " from public");
    }

    private static void owner(Connection connection, Account owner) throws SQLException {
        var exists = Sql.exists(connection, "select from pg_roles where rolname = ?", owner.user());
        Sql.run(
                connection,
                (exists ? "alter" : "create") + " role " + Sql.name(owner.user())
                        + " login createrole nosuperuser nobypassrls nocreatedb noreplication password "
                        + Sql.literal(owner.verifier()));
    }
}
