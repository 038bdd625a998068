package mx.gob.jocotepec.cauce.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTests {
    private final TestDatabase database = TestDatabase.shared();

    @Test
    void runtimeRoleHasNoRightsOfItsOwn() throws SQLException {
        try (var runtime = database.asRuntime()) {
            assertThat(one(runtime, """
                    select concat_ws(',', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication)
                    from pg_roles where rolname = current_user""")).isEqualTo("f,f,f,f,f");
            assertThat(one(runtime, "select count(*) from pg_class where relowner = current_user::regrole"))
                    .isEqualTo("0");
            assertThat(one(runtime, "show search_path")).isEqualTo("cauce");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table cauce.mine (id int)",
                "create table public.mine (id int)",
                "create temporary table mine (id int)",
                "create schema mine",
                "create role mine",
                "set role cauce_owner",
                "set role cauce_counter",
                "set role cauce_guard",
                "alter role cauce_app bypassrls",
                "alter table cauce.flyway_schema_history rename to mine",
                "select * from cauce.flyway_schema_history",
                "copy (select 1) to program 'true'",
                "select pg_read_file('/etc/passwd')"
            })
    void runtimeRoleIsRefused(String statement) throws SQLException {
        try (var runtime = database.asRuntime();
                var open = runtime.createStatement()) {
            assertThatThrownBy(() -> open.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void ownerIsNoSuperuserAndCannotPassRowSecurity() throws SQLException {
        try (var owner = database.asOwner()) {
            assertThat(one(
                            owner,
                            "select concat_ws(',', rolsuper, rolbypassrls) from pg_roles where rolname = current_user"))
                    .isEqualTo("f,f");
        }
    }

    @Test
    void ownerMayHandFunctionsToTheHelperRolesThatNobodySignsInAs() throws SQLException {
        try (var owner = database.asOwner();
                var open = owner.createStatement()) {
            open.execute("set role cauce_counter");
            open.execute("set role cauce_guard");
        }
        try (var owner = database.asOwner()) {
            assertThat(
                            one(
                                    owner,
                                    "select count(*) from pg_roles where rolcanlogin and rolname in ('cauce_counter', 'cauce_guard')"))
                    .isEqualTo("0");
        }
    }

    @Test
    void migratesFromEmptyAndOnlyOnce() throws SQLException {
        var empty = TestDatabase.empty("cauce_from_empty");

        assertThat(empty.migrate()).isPositive();
        assertThat(empty.migrate()).isZero();
    }

    @Test
    void freshDatabaseHasTheTablesWithoutTheRowsOfOthers() throws SQLException {
        try (var mine = TestDatabase.fresh("cauce_mine").asOwner()) {
            Sql.run(mine, "create table seen (id int)");
        }

        try (var other = TestDatabase.fresh("cauce_other").asOwner()) {
            assertThat(one(other, "select count(*) from flyway_schema_history")).isNotEqualTo("0");
            assertThat(one(other, "select to_regclass('seen') is null")).isEqualTo("t");
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var open = connection.createStatement();
                var rows = open.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
