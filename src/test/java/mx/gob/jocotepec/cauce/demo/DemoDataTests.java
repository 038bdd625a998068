package mx.gob.jocotepec.cauce.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLine;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.casefile.RiskAssessments;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.plan.QuarterState;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demonstration's cases are like those that people register. */
@SpringBootTest(properties = {"CAUCE_DEMO=true", "CAUCE_DEMO_CASES=80"})
@DirtiesContext
class DemoDataTests {
    private static TestDatabase database;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    RiskAssessments risks;

    @Autowired
    Plans plans;

    @Autowired
    DemoSignIn signIn;

    @Autowired
    DemoData demo;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        database = TestDatabase.fresh("demo");
        database.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @Test
    void everyRowOpensForWhoeverMayOpenIt() throws SQLException {
        var all = signIn.as("direccion", () -> lists.page(CaseQuery.ALL, 0, 200));
        var ofPolice = signIn.as("policia", () -> lists.page(CaseQuery.ALL, 0, 200));

        assertThat(all).hasSize(80).extracting(CaseLine::initials).allMatch(initials -> initials.length() >= 5);
        assertThat(ofPolice).hasSizeBetween(10, 79);
        signIn.as("direccion", () -> opens(all, Compartment.LEGAL));
        signIn.as("policia", () -> opens(ofPolice, Compartment.AGGRESSOR));
        assertThat(
                        number(
                                "select count(*) from case_file c where not exists (select from case_grant g where g.case_id = c.id)"))
                .isZero();
    }

    private boolean opens(List<CaseLine> lines, Compartment last) {
        for (var line : lines) {
            var head = cases.findByFolio(Folio.parse(line.ref().folio()).orElseThrow());
            assertThat(head).isPresent();
            assertThat(head.get().compartments()).contains(Compartment.IDENTITY, Compartment.FACTS);
            for (var compartment :
                    List.of(Compartment.IDENTITY, Compartment.CONTACT, Compartment.SOCIAL, Compartment.FACTS, last)) {
                var part = cases.read(line.ref(), compartment);
                assertThat(part).as(compartment.name()).isPresent();
                assertThat(part.get().answers().isEmpty()).isFalse();
            }
            for (var risk : risks.of(line.ref())) {
                assertThat(risks.read(line.ref(), risk.id()).isEmpty()).isFalse();
            }
        }
        return true;
    }

    @Test
    void whatIsCountedIsWhatTheAnswersSay() {
        signIn.as("direccion", () -> {
            for (var line : lists.page(CaseQuery.ALL, 0, 20)) {
                CaseHead head = cases.head(line.ref().id()).orElseThrow();
                var facts =
                        cases.read(line.ref(), Compartment.FACTS).orElseThrow().answers();
                assertThat(head.violenceTypes()).isEqualTo(facts.list("types"));
                assertThat(head.factsOn()).hasToString(facts.get("on").orElseThrow());
                assertThat(head.locality()).isEqualTo(facts.get("locality").orElseThrow());
            }
            return true;
        });
    }

    @Test
    void findsAnInventedWomanByAMisspeltName() {
        var person = rows(80).person(40);
        var name = person.identity().get("given").orElseThrow() + " "
                + person.identity().get("surname1").orElseThrow();

        var found =
                signIn.as("direccion", () -> lists.search(name.replace("z", "s").replace("v", "b"), 0, 50));
        var byPhone = signIn.as("direccion", () -> lists.search(person.phone(), 0, 50));

        assertThat(found).extracting(line -> line.ref().person().value()).contains(person.id());
        assertThat(byPhone).extracting(line -> line.ref().person().value()).contains(person.id());
    }

    @Test
    void theTrailsChainsHold() throws Exception {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select chain, seq, hash, cauce.trail_text(e.*), at, action from cauce.trail_entry e order by chain, seq""")) {
            var heads = new HashMap<Integer, byte[]>();
            var last = new HashMap<Integer, Instant>();
            int entries = 0;
            while (rows.next()) {
                var sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update(heads.getOrDefault(rows.getInt(1), new byte[32]));
                var hash = sha256.digest(rows.getString(4).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                assertThat(rows.getBytes(3)).isEqualTo(hash);
                heads.put(rows.getInt(1), hash);
                if (!rows.getString(6).equals("TRAIL_ANCHORED")) { // told at the start, before what is invented
                    var at = rows.getTimestamp(5).toInstant();
                    assertThat(at).isAfterOrEqualTo(last.getOrDefault(rows.getInt(1), Instant.EPOCH));
                    last.put(rows.getInt(1), at);
                }
                entries++;
            }
            assertThat(entries).isGreaterThan(300);
            try (var stored = statement.executeQuery("select chain, hash from cauce.trail_head where seq > 0")) {
                while (stored.next()) assertThat(stored.getBytes(2)).isEqualTo(heads.get(stored.getInt(1)));
            }
        }
    }

    @Test
    void theTablesAreAsTheMigrationsMadeThem() throws SQLException {
        var shape = """
                select string_agg(what, E'\\n' order by what) from (
                  select 'rls ' || oid::regclass || relrowsecurity || relforcerowsecurity as what from pg_class
                    where relnamespace = 'cauce'::regnamespace and relkind = 'r' and relname <> 'demo_filling'
                  union all select 'key ' || conrelid::regclass || conname || convalidated || pg_get_constraintdef(oid) from pg_constraint
                    where connamespace = 'cauce'::regnamespace and conrelid::regclass::text not like '%demo_filling'
                  union all select 'index ' || pg_get_indexdef(indexrelid) || indisvalid from pg_index join pg_class c on c.oid = indexrelid
                    where c.relnamespace = 'cauce'::regnamespace and c.relname not like 'demo_filling%'
                  union all select 'trigger ' || pg_get_triggerdef(t.oid) || tgenabled::text from pg_trigger t where not tgisinternal) x""";
        String after;
        String before;
        try (var connection = database.asSuperuser()) {
            after = text(connection, shape);
        }
        try (var connection = TestDatabase.fresh("demo_plain").asSuperuser()) {
            before = text(connection, shape);
        }

        assertThat(after).isEqualTo(before).contains("rls case_filetruetrue");
    }

    @Test
    void aReferralThatAnAgreementBacksNamesIt() throws SQLException {
        var backed = """
                select count(*) from referral r join agreement a on a.institution_id = r.to_institution and r.service = any (a.services)
                  and (r.sent_at at time zone 'America/Mexico_City')::date between a.valid_from and a.valid_until""";

        assertThat(number(backed)).isPositive().isEqualTo(number(backed + " and a.id = r.agreement_id"));
        assertThat(number("select count(*) from referral where agreement_id is not null"))
                .isEqualTo(number(backed));
    }

    @Test
    void countsArePlausible() throws SQLException {
        assertThat(number("select count(*) from referral where status = 'SENT'"))
                .isPositive();
        assertThat(number("select count(distinct status) from referral")).isEqualTo(6);
        assertThat(
                        number(
                                "select count(*) from referral where status in ('SENT','ACCEPTED','IN_ATTENTION') and answer_due_at < now()"))
                .isPositive();
        assertThat(number("select count(*) from attention where status = 'SCHEDULED' and starts_at > now()"))
                .isPositive();
        assertThat(number("select count(*) from attention_reserved")).isPositive();
        assertThat(number("select count(distinct discipline) from attention")).isGreaterThanOrEqualTo(4);
        assertThat(number("select count(distinct case_id) from risk_assessment"))
                .isBetween(60L, 80L);
        assertThat(number("select count(distinct risk_level) from case_file")).isGreaterThanOrEqualTo(4);
        assertThat(number("select count(*) from case_file where opened_at > now() or last_activity_at > now()"))
                .isZero();
        assertThat(number("select count(*) from trail_entry where at > now()")).isZero();
        assertThat(number("select count(*) from staff_account where password_hash is not null"))
                .isGreaterThanOrEqualTo(11);
    }

    @Test
    void thePlanOfTheYearHasTargetsAndAClosedQuarter() {
        var year = java.time.Year.now(mx.gob.jocotepec.cauce.shared.Office.ZONE).getValue();

        var plan = signIn.as("planeacion", () -> plans.planOf(year)).orElseThrow();

        assertThat(plan.quarters()).containsValue(QuarterState.OPEN);
        assertThat(plan.activities().stream().flatMap(activity -> activity.indicators().stream()))
                .allSatisfy(figures -> assertThat(figures.indicator().remarks()).contains(DemoPlan.REMARK));
    }

    @Test
    void theSameDayInventsTheSameCases() {
        var one = rows(50);
        var other = rows(50);

        assertThat(IntStream.range(0, 50).mapToObj(one::person).toList())
                .isEqualTo(IntStream.range(0, 50).mapToObj(other::person).toList());
        var calendar = new Calendar(Instant.parse("2026-11-20T18:00:00Z"), 2000);
        var opened = IntStream.range(0, 2000).mapToObj(calendar::opened).toList();
        assertThat(opened).isSorted();
        assertThat(opened).allMatch(at -> at.isBefore(Instant.parse("2026-11-20T18:00:00Z")));
    }

    @Test
    void inventedCurpsAndTelephonesAreWellFormed() {
        var people = IntStream.range(0, 500)
                .mapToObj(n -> InventedPerson.number(n, java.time.LocalDate.of(2026, 5, 5)))
                .toList();
        var curps = new ArrayList<String>();
        people.forEach(person -> {
            if (person.curp() != null) curps.add(person.curp());
        });

        assertThat(curps).hasSizeGreaterThan(200).allMatch(curp -> Curp.parse(curp) instanceof Curp.Valid);
        assertThat(people).allMatch(person -> PhoneNumber.parse(person.phone()).isPresent());
    }

    @Test
    void aSecondStartChangesNothing() throws SQLException {
        long before = number("select count(*) from case_file");

        demo.fill();

        assertThat(number("select count(*) from case_file")).isEqualTo(before);
        assertThat(number("select count(*) from plan_progress where kind = 'ENTRY'"))
                .isEqualTo(number("select count(distinct (year, indicator, quarter)) from plan_progress"));
    }

    private static CaseRows rows(int cases) {
        return new CaseRows(null, null, new Calendar(Instant.now(), cases), new int[cases]);
    }

    private static long number(String query) throws SQLException {
        try (var connection = database.asSuperuser()) {
            return Long.parseLong(text(connection, query));
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = cauce");
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
