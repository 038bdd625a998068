package mx.gob.jocotepec.cauce.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The roles besides the owner: the runtime role, which owns nothing and cannot pass row security, and two roles without
 * sign-in that own the functions for counting and for the exclusion look-up. Safe to repeat.
 */
final class Roles {
    private static final String COUNTER = "cauce_counter";
    private static final String GUARD = "cauce_guard";

    private final Connection connection;
    private final Account owner;
    private final Account runtime;
    private boolean setPassword;

    /** @param connection of the owner, who may create roles */
    Roles(Connection connection, Account owner, Account runtime) {
        this.connection = connection;
        this.owner = owner;
        this.runtime = runtime;
    }

    /** The runtime password is ours to set, also when the role exists. */
    Roles withKnownPassword() {
        setPassword = true;
        return this;
    }

    void prepare() throws SQLException {
        helper(COUNTER);
        helper(GUARD);
        runtime();
        var database = Sql.name(connection.getCatalog());
        Sql.run(connection, "grant connect on database " + database + " to " + Sql.name(runtime.user()));
        Sql.run(connection, "alter database " + database + " set search_path = " + Database.NAME);
    }

    private void runtime() throws SQLException {
        var name = Sql.name(runtime.user());
        if (!exists(runtime.user())) {
            Sql.run(
                    connection,
                    "create role " + name + " login nocreatedb nocreaterole password "
                            + Sql.literal(runtime.verifier()));
            Sql.run(connection, "alter role " + name + " set search_path = " + Database.NAME);
        } else if (setPassword) {
            Sql.run(connection, "alter role " + name + " login password " + Sql.literal(runtime.verifier()));
        }
        checkHarmless();
    }

    private void checkHarmless() throws SQLException {
        var powerful = """
                select from pg_roles r where rolname = ?
                and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                  or exists (select from pg_auth_members m where m.member = r.oid))
                """;
        if (Sql.exists(connection, powerful, runtime.user())) {
            throw new SettingProblem("CAUCE_DB_USER: the role " + runtime.user()
                    + " has rights of its own (superuser, bypassrls, createrole, createdb, replication or a"
                    + " membership); it must have none.");
        }
    }

    private void helper(String role) throws SQLException {
        if (!exists(role)) {
            Sql.run(connection, "create role " + role + " nologin");
        }
        var usable = "select where pg_has_role(current_user, ?, 'USAGE')";
        if (!Sql.exists(connection, usable, role) || !canBecome(role)) {
            var options = connection.getMetaData().getDatabaseMajorVersion() < 16 ? "" : " with set true, inherit true";
            Sql.run(connection, "grant " + role + " to " + Sql.name(owner.user()) + options);
        }
    }

    private boolean canBecome(String role) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() < 16
                || Sql.exists(connection, "select where pg_has_role(current_user, ?, 'SET')", role);
    }

    private boolean exists(String role) throws SQLException {
        return Sql.exists(connection, "select from pg_roles where rolname = ?", role);
    }
}
