package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody got to run SQL as the runtime role: what the database itself still holds. */
@SpringBootTest
@Import(Acting.class)
class Threat04RuntimeRoleTests {
    @Autowired
    CaseFiles cases;

    @Autowired
    Walls walls;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Acting.Someone officerWithACase() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        officer.runs(() -> cases.register(new NewCase(
                null,
                Map.of(Compartment.IDENTITY, new Answers(Map.of("given", "Amenaza", "surname1", "Cuatro"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON")));
        return officer;
    }

    @Test
    void everyTableOfCasesAndPersonsForcesRowSecurity() throws SQLException {
        try (var owner = TestDatabase.shared().asSuperuser()) {
            var unprotected = strings(owner, """
                    select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                    where c.relnamespace = 'cauce'::regnamespace and c.relkind = 'r' and a.attname in ('case_id', 'person_id')
                      and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname <> 'trail_entry'
                    union select c.relname from pg_class c where c.relnamespace = 'cauce'::regnamespace
                      and c.relname in ('person', 'case_file', 'draft', 'saved_filter') and not (c.relrowsecurity and c.relforcerowsecurity)""");

            assertThat(unprotected).isEmpty();
            assertThat(strings(owner, "select relname from pg_class where relname = 'trail_entry' and relrowsecurity"))
                    .hasSize(1);
        }
    }

    @Test
    void withoutAContextNothingIsVisible() throws SQLException {
        officerWithACase();
        try (var runtime = TestDatabase.shared().asRuntime()) {
            for (var table : protectedTables()) {
                assertThat(strings(runtime, "select count(*) from cauce." + table))
                        .as(table)
                        .containsExactly("0");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STAFF|00000000-0000-7000-8000-000000000001|00000000-0000-7000-8000-000000000001|DIRECTION|1|9999999999|"
                        + "0000000000000000000000000000000000000000000000000000000000000000",
                "SYSTEM||||1|9999999999|ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "nonsense",
                "|"
            })
    void aForgedContextRaisesAnError(String forged) throws SQLException {
        officerWithACase();
        try (var runtime = TestDatabase.shared().asRuntime()) {
            runtime.setAutoCommit(false);
            try (var set = runtime.prepareStatement("select set_config('cauce.context', ?, true)")) {
                set.setString(1, forged);
                set.execute();
            }

            assertThatThrownBy(() -> strings(runtime, "select folio from cauce.case_file"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aGenuineContextIsWorthNothingOnAnotherConnection() throws SQLException {
        var officer = officerWithACase();
        var stolen = officer.does(() -> transaction.execute(
                status -> jdbc.queryForObject("select current_setting('cauce.context')", String.class)));

        try (var runtime = TestDatabase.shared().asRuntime()) {
            runtime.setAutoCommit(false);
            try (var set = runtime.prepareStatement("select set_config('cauce.context', ?, true)")) {
                set.setString(1, stolen);
                set.execute();
            }

            assertThatThrownBy(() -> strings(runtime, "select folio from cauce.case_file"))
                    .hasMessageContaining("not valid here");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from cauce.context_key",
                "update cauce.context_key set id = 1",
                "insert into cauce.trail_entry (chain, seq, at, actor_kind, action, outcome, hash) values (1, 1, now(), 'STAFF', 'X', 'DONE', ''::bytea)",
                "update cauce.trail_entry set detail = ''",
                "delete from cauce.trail_entry",
                "update cauce.trail_head set seq = 0",
                "delete from cauce.case_file",
                "delete from cauce.case_grant",
                "delete from cauce.case_part",
                "delete from cauce.case_exclusion",
                "update cauce.case_grant set compartments = '{LEGAL}'",
                "update cauce.case_grant set until_at = null",
                "update cauce.case_file set person_id = person_id",
                "update cauce.case_file set folio = folio",
                "update cauce.person set created_by = created_by",
                "update cauce.role_compartment set role = role",
                "insert into cauce.role_compartment values ('PLANNING', 'LEGAL')",
                "insert into cauce.staff_name_past (staff_id, name) values (gen_random_uuid(), 'Otro')",
                "update cauce.staff_name_past set name = 'Otro'",
                "delete from cauce.staff_name_past",
                "create table cauce.mine (x int)",
                "alter table cauce.case_file disable row level security",
                "drop policy wall on cauce.case_file",
                "set role cauce_guard",
                "set role cauce_owner",
                "create function cauce.f() returns int language sql as 'select 1'"
            })
    void theRuntimeRoleMayNot(String statement) throws SQLException {
        try (var runtime = TestDatabase.shared().asRuntime();
                var sql = runtime.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isIn("42501");
        }
    }

    /** Each table it may write, also those that row security does not guard, and each way of writing. */
    @Test
    void withoutAContextNothingIsWritten() throws SQLException {
        officerWithACase();
        var written = new TreeSet<String>();
        var statements = statementsOfTheRuntimeRole();
        try (var runtime = TestDatabase.shared().asRuntime();
                var sql = runtime.createStatement()) {
            runtime.setAutoCommit(false);
            for (var statement : statements) {
                try {
                    if (sql.executeUpdate(statement) > 0 || !hasRowSecurity(statement)) written.add(statement);
                } catch (SQLException e) {
                    if (!e.getSQLState().equals("42501")) written.add(statement + " " + e.getMessage());
                }
                runtime.rollback();
            }
        }

        assertThat(statements)
                .hasSizeGreaterThan(80)
                .anyMatch(statement -> statement.startsWith("update cauce.institution"))
                .anyMatch(statement -> statement.startsWith("delete from cauce.sign_in_delay"));
        assertThat(written).isEmpty();
    }

    private static List<String> statementsOfTheRuntimeRole() throws SQLException {
        try (var runtime = TestDatabase.shared().asRuntime()) {
            return strings(runtime, """
                    with writes as (
                      select c.oid, c.relname, (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                          and not a.attisdropped and a.attgenerated = '' and has_column_privilege(c.oid, a.attnum, p) order by a.attnum limit 1)
                        as attname, p as may
                      from pg_class c, unnest(array['insert', 'update']) p where c.relnamespace = 'cauce'::regnamespace and c.relkind in ('r', 'p'))
                    select case may when 'insert' then format('insert into cauce.%I (%I) values (null)', relname, attname)
                      else format('update cauce.%I set %I = %2$I', relname, attname) end
                    from writes where attname is not null
                    union all select format('delete from cauce.%I', relname) from pg_class
                    where relnamespace = 'cauce'::regnamespace and relkind in ('r', 'p') and has_table_privilege(oid, 'delete')""");
        }
    }

    private static boolean hasRowSecurity(String statement) throws SQLException {
        var table = statement.replaceFirst(".*?cauce\\.(\\w+).*", "$1");
        try (var owner = TestDatabase.shared().asSuperuser()) {
            return !strings(
                            owner,
                            "select relname from pg_class where relnamespace = 'cauce'::regnamespace and relrowsecurity and relname = '"
                                    + table + "'")
                    .isEmpty();
        }
    }

    @Test
    void injectedSqlGivesNobodyMoreThanSheHolds() {
        officerWithACase();
        // an area for which no test registers a case
        var thief = acting.someone(Acting.area(15), Role.FIRST_CONTACT);

        assertThatThrownBy(() -> thief.runs(() -> transaction.executeWithoutResult(status -> jdbc.update("""
                        insert into case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at, granted_by)
                        select gen_random_uuid(), id, person_id, actor_area(), 'AREA', '{IDENTITY}', 'REFERRAL', now(), actor_staff()
                        from (select gen_random_uuid() as id, gen_random_uuid() as person_id) guess"""))))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> thief.runs(() -> transaction.executeWithoutResult(
                        status -> jdbc.queryForList("select * from identity_feed('0', gen_random_uuid(), 10)"))))
                .hasRootCauseInstanceOf(SQLException.class);
        Integer seen = thief.does(
                () -> transaction.execute(status -> jdbc.queryForObject("select count(*) from person", Integer.class)));
        assertThat(seen).isZero();
    }

    /** A grant names a case and the person of that case: of two others, one would open the other. */
    @Test
    void aRowOfOnesOwnCaseNamesNobodyElse() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        var mine = registered(officer);
        var hers = registered(acting.someone(Acting.DIF, Role.FIRST_CONTACT));

        assertThatThrownBy(() -> grant(officer, mine, hers)).hasRootCauseInstanceOf(SQLException.class);

        assertThat(officer.does(
                        () -> cases.read(new CaseRef(mine.id(), hers.person(), mine.folio()), Compartment.CONTACT)))
                .isEmpty();
    }

    @Test
    void whoIsKeptAwayGivesHimselfNoGrant() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        var walled = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        var hers = registered(officer);
        var other = registered(walled);
        officer.does(() -> walls.raise(hers, walled.id(), Walls.Reason.CLOSE));

        assertThatThrownBy(() -> grant(walled, hers, other)).hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> grant(walled, hers, hers)).hasRootCauseInstanceOf(SQLException.class);
    }

    private void grant(Acting.Someone by, CaseRef ofCase, CaseRef ofPerson) {
        by.runs(() -> transaction.executeWithoutResult(status ->
                jdbc.update("""
                        insert into case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at, granted_by)
                        values (gen_random_uuid(), ?, ?, actor_area(), 'AREA', '{CONTACT,IDENTITY}', 'REGISTERED', now(), actor_staff())""", ofCase.id().value(), ofPerson.person().value())));
    }

    private CaseRef registered(Acting.Someone by) {
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(
                                Compartment.IDENTITY, new Answers(Map.of("given", "Amenaza", "surname1", "Cuatro")),
                                Compartment.CONTACT, new Answers(Map.of("phone", "3331112222"))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
    }

    private static TreeSet<String> protectedTables() throws SQLException {
        try (var owner = TestDatabase.shared().asSuperuser()) {
            return new TreeSet<>(
                    strings(
                            owner,
                            "select relname from pg_class where relnamespace = 'cauce'::regnamespace and relforcerowsecurity and relkind = 'r'"));
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }
}
