package mx.gob.jocotepec.cauce.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.plan.IndicatorFigures;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Acting.Someone;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.staff.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** UC-009, UC-010: figures over every case for those who see none. */
@SpringBootTest
@Import(Acting.class)
class CountingTests {
    private static final Quarter T3 = new Quarter(2024, 3);
    private static final Quarter T4 = new Quarter(2024, 4);

    @Autowired
    CaseCounts counts;

    @Autowired
    WorkStatistics statistics;

    @Autowired
    Plans plans;

    @Autowired
    CaseFiles cases;

    @Autowired
    Walls walls;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Someone officer;
    Someone planner;
    Someone direction;

    @BeforeEach
    void people() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        planner = acting.someone(Acting.PLANNING, Role.PLANNING);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
    }

    @Test
    void aNewCaseRaisesTheFigureOfItsQuarterByOneAndStaysUnseen() {
        var now = Quarter.of(Instant.now());
        long before = counted("cases_registered", now);

        register("Julia", "Torres", null);

        assertThat(counted("cases_registered", now)).isEqualTo(before + 1);
        assertThat(visibleTo(planner)).isZero();
        assertThat(visibleTo(officer)).isPositive();
    }

    @Test
    void aQuarterEndsAtMidnightOfTheOffice() throws SQLException {
        long third = counted("cases_registered", T3);
        long fourth = counted("cases_registered", T4);

        openedAt(register("Ana", "Límite", null), "2024-09-30T23:59:59-06:00");
        assertThat(counted("cases_registered", T3)).isEqualTo(third + 1);
        assertThat(counted("cases_registered", T4)).isEqualTo(fourth);

        openedAt(register("Eva", "Límite", null), "2024-10-01T00:00:01-06:00");
        assertThat(counted("cases_registered", T3)).isEqualTo(third + 1);
        assertThat(counted("cases_registered", T4)).isEqualTo(fourth + 1);

        openedAt(register("Inés", "Límite", null), "2024-10-01T00:00:00-06:00");
        assertThat(counted("cases_registered", T4)).isEqualTo(fourth + 2);
    }

    @Test
    void twoFilesWithTheSameCurpAreOneWomanAlsoInTheYear() throws SQLException {
        var year = new Quarter(2023, 1);
        openedAt(register("Rosa", "Valle", "SABC560626MDFLRN01"), "2023-02-01T12:00:00-06:00");
        openedAt(register("Rosa", "del Valle", "SABC560626MDFLRN01"), "2023-03-01T12:00:00-06:00");
        openedAt(register("Rosa M.", "Valle", "SABC560626MDFLRN01"), "2023-05-01T12:00:00-06:00");
        openedAt(register("Luz", "Otra", null), "2023-05-02T12:00:00-06:00");

        assertThat(counted("cases_registered", year)).isEqualTo(2);
        assertThat(counted("women_attended", year)).isEqualTo(1);
        assertThat(counted("women_attended", year.next())).isEqualTo(2);
        assertThat(planner.does(() -> counts.countYear(2023))).isEqualTo(Map.of("women_attended", 2L));
    }

    @Test
    void aTotalCountsAlsoThoseFromWhomSomebodyIsKeptAway() {
        var ref = register("Nora", "Cercana", null);
        long before = counted("cases_registered", Quarter.of(Instant.now()));
        var other = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        long seen = visibleTo(other);

        assertThat(direction.does(() -> walls.raise(ref, other.id(), Walls.Reason.RELATIVE)))
                .isNotEqualTo(Walls.Raised.NOT_RAISED);

        assertThat(visibleTo(other)).isEqualTo(seen - 1);
        assertThat(countedBy(other, "cases_registered", Quarter.of(Instant.now())))
                .isEqualTo(before);
    }

    @Test
    void thePicturesOfTheDireccionLeaveOutFromWhomTheAskerIsKeptAway() throws SQLException {
        var month = YearMonth.of(2020, 5);
        openedAt(register("Olga", "Contada", null), "2020-05-02T12:00:00-06:00");
        var hidden = register("Nora", "Apartada", null);
        openedAt(hidden, "2020-05-03T12:00:00-06:00");
        referral(hidden, "2020-05-04T10:00:00-06:00", "2020-05-10T10:00:00-06:00", "2020-06-09T10:00:00-06:00");
        var kept = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        officer.runs(() -> walls.raise(hidden, kept.id(), Walls.Reason.RELATIVE));

        var whole = direction.does(() -> statistics.upTo(month, 2));
        var seen = kept.does(() -> statistics.upTo(month, 2));

        assertThat(whole.casesByMonth()).containsEntry(month, 2L);
        assertThat(whole.referrals()).isNotEmpty();
        assertThat(seen.casesByMonth()).containsEntry(month, 1L);
        assertThat(seen.casesByType()).isEqualTo(Map.of("PHYSICAL", 1L));
        assertThat(seen.casesByRisk()).isEqualTo(Map.of("NONE", 1L));
        assertThat(seen.casesByArea()).isEqualTo(Map.of(Acting.POLICE, 1L));
        assertThat(seen.referrals()).isEmpty();
    }

    @Test
    void howMuchAnAgreementIsUsedIsToldToWhoReadsAgreementsWithoutFromWhomSheIsKeptAway() throws SQLException {
        var agreement = agreement("AREA", "2019-05-01", "2019-05-01", "2020-05-01", null);
        var ref = register("Nora", "Convenida", null);
        referral(ref, "2019-06-04T10:00:00-06:00", "2019-06-10T10:00:00-06:00", "2019-07-09T10:00:00-06:00");
        update(
                "update referral set agreement_id = ? where case_id = ?",
                agreement,
                ref.id().value());
        var kept = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        officer.runs(() -> walls.raise(ref, kept.id(), Walls.Reason.RELATIVE));

        assertThat(carried(officer, agreement)).containsExactly(1L);
        assertThat(carried(kept, agreement)).isEmpty();
        for (var role : Role.values()) {
            var somebody = acting.someone(Acting.HEALTH, role);
            if (role.allows(Permission.AGREEMENT_READ)) {
                assertThat(carried(somebody, agreement)).as(role.name()).containsExactly(1L);
            } else {
                assertThatThrownBy(() -> carried(somebody, agreement))
                        .as(role.name())
                        .rootCause()
                        .hasMessageContaining("this role does not count");
            }
        }
    }

    private List<Long> carried(Someone who, UUID agreement) {
        return java.util.Objects.requireNonNull(who.does(
                () -> transaction.execute(status -> jdbc.sql("select carried from agreement_use(array[?]::uuid[])")
                        .param(agreement)
                        .query(Long.class)
                        .list())));
    }

    @Test
    void countsOnlyAttentionsSheCameToAndAnswersOnTime() throws SQLException {
        var ref = register("Delia", "Sesiones", null);
        openedAt(ref, "2022-02-01T12:00:00-06:00");
        attention(ref, "PSYCHOLOGY", "ATTENDED", "2022-02-02T10:00:00-06:00");
        attention(ref, "PSYCHOLOGY", "NO_SHOW", "2022-02-09T10:00:00-06:00");
        attention(ref, "LEGAL", "ATTENDED", "2022-04-02T10:00:00-06:00");
        referral(ref, "2022-03-01T10:00:00-06:00", "2022-03-10T10:00:00-06:00", "2022-04-09T10:00:00-06:00");
        referral(ref, "2022-03-01T10:00:00-06:00", "2022-04-20T10:00:00-06:00", "2022-04-09T10:00:00-06:00");
        var first = new Quarter(2022, 1);
        var second = new Quarter(2022, 2);

        assertThat(counted("attentions_psychology", first)).isEqualTo(1);
        assertThat(counted("attentions_legal", first)).isZero();
        assertThat(counted("attentions_legal", second)).isEqualTo(1);
        assertThat(counted("women_attended", second)).isEqualTo(1);
        assertThat(counted("referrals_sent", first)).isEqualTo(2);
        assertThat(counted("referrals_answered", first)).isEqualTo(1);
        assertThat(counted("referrals_answered", second)).isEqualTo(1);
        assertThat(counted("referrals_answered_on_time", first)).isEqualTo(1);
        assertThat(counted("referrals_answered_on_time", second)).isZero();
        assertThat(counted("areas_in_use", first)).isEqualTo(1);

        var figures = direction.does(() -> statistics.upTo(YearMonth.of(2022, 4), 3));
        assertThat(figures.casesByMonth())
                .isEqualTo(Map.of(YearMonth.of(2022, 2), 1L, YearMonth.of(2022, 3), 0L, YearMonth.of(2022, 4), 0L));
        assertThat(figures.casesByType()).containsEntry("PHYSICAL", 1L);
        assertThat(figures.casesByArea()).isEqualTo(Map.of(Acting.POLICE, 1L));
        assertThat(figures.referrals())
                .isEqualTo(Map.of(new WorkFigures.ReferralCell(Acting.PSYCHOLOGY, "ANSWERED"), 2L));
    }

    @Test
    void countsAgreementsByTheirDays() throws SQLException {
        agreement("CIVIL", "2021-03-31", "2021-04-01", "2021-12-31", null);
        agreement("AREA", "2021-05-01", "2021-05-01", "2022-05-01", "2021-11-15");

        assertThat(counted("agreements_signed", new Quarter(2021, 1))).isEqualTo(1);
        assertThat(counted("agreements_civil", new Quarter(2021, 1))).isEqualTo(1);
        assertThat(counted("agreements_signed", new Quarter(2021, 2))).isEqualTo(1);
        assertThat(counted("agreements_civil", new Quarter(2021, 2))).isZero();
        assertThat(counted("agreements_in_force", new Quarter(2021, 1))).isZero();
        assertThat(counted("agreements_in_force", new Quarter(2021, 3))).isEqualTo(2);
        assertThat(counted("agreements_in_force", new Quarter(2021, 4))).isEqualTo(1);
    }

    @Test
    void transparencyGetsThePlanWithItsCounts() {
        var transparency = acting.someone(Acting.area(18), Role.TRANSPARENCY);

        var figures = transparency.does(() -> plans.planOf(2024)).orElseThrow().activities().stream()
                .flatMap(activity -> activity.indicators().stream())
                .filter(figure -> "cases_registered".equals(figure.indicator().counterKey()))
                .map(IndicatorFigures::year);

        assertThat(figures)
                .singleElement()
                .satisfies(year -> assertThat(year.achieved()).isNotNull());
        assertThat(visibleTo(transparency)).isZero();
        assertThatThrownBy(() -> transparency.does(() -> statistics.upTo(YearMonth.of(2024, 4), 3)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void thePoliceDoNotCount() {
        assertThatThrownBy(() -> officer.does(() -> plans.planOf(2024))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> officer.does(() -> counts.countByQuarter(2024)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("this role does not count");
        assertThatThrownBy(() -> planner.does(() -> transaction.execute(status -> jdbc.sql(
                                "select n from case_statistics(array['2024-01-01', '2024-07-01']::timestamptz[])")
                        .query(Long.class)
                        .list())))
                .rootCause()
                .hasMessageContaining("this role does not count");
    }

    @Test
    void nothingIsCountedWithoutAContextOrOverASpanThatSinglesOut() throws SQLException {
        try (var bare = TestDatabase.shared().asRuntime();
                var query = bare.createStatement()) {
            assertThatThrownBy(() -> query.executeQuery("select women_between('2024-01-01', '2025-01-01')"))
                    .hasMessageContaining("this role does not count");
            assertThatThrownBy(() -> query.execute("set role cauce_counter")).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> planner.does(
                        () -> transaction.execute(status -> jdbc.sql("select women_between('2024-01-01', '2024-01-02')")
                                .query(Long.class)
                                .single())))
                .rootCause()
                .hasMessageContaining("too short");
    }

    private long counted(String counter, Quarter quarter) {
        return countedBy(planner, counter, quarter);
    }

    private long countedBy(Someone who, String counter, Quarter quarter) {
        return who.does(() -> counts.countByQuarter(quarter.year()))
                .getOrDefault(counter, Map.of())
                .getOrDefault(quarter, 0L);
    }

    private long visibleTo(Someone who) {
        return who.does(() -> transaction.execute(status ->
                jdbc.sql("select count(*) from case_file").query(Long.class).single()));
    }

    private CaseRef register(String given, String surname, @Nullable String curp) {
        var identity = curp == null
                ? Map.of("given", given, "surname1", surname)
                : Map.of("given", given, "surname1", surname, "curp", curp);
        var request = new NewCase(
                null,
                Map.of(
                        Compartment.IDENTITY, new Answers(identity),
                        Compartment.FACTS, new Answers(Map.of("types", "PHYSICAL"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON");
        return ((RegisterOutcome.Registered) officer.does(() -> cases.register(request))).ref();
    }

    /** When a case was opened cannot be changed by the application: as the owner of the server. */
    private static void openedAt(CaseRef ref, String when) throws SQLException {
        try (var connection = TestDatabase.shared().asSuperuser();
                var update = connection.prepareStatement(
                        "update cauce.case_file set opened_at = ?::timestamptz where id = ?")) {
            update.setString(1, when);
            update.setObject(2, ref.id().value());
            update.executeUpdate();
        }
    }

    private void attention(CaseRef ref, String discipline, String status, String at) throws SQLException {
        insert(
                "insert into attention (id, case_id, person_id, discipline, area_id, staff_id, kind, mode, walk_in, status, starts_at,"
                        + " recorded_at, recorded_by) select ?, id, person_id, ?, area_id, opened_by, 'THERAPY', 'IN_PERSON', false, ?,"
                        + " ?::timestamptz, now(), opened_by from case_file where id = ?",
                Ids.next(),
                discipline,
                status,
                at,
                ref.id().value());
    }

    private void referral(CaseRef ref, String sent, String answered, String due) throws SQLException {
        insert(
                "insert into referral (id, case_id, person_id, from_area, to_area, service, urgency, risk_at_sending, compartments, consent,"
                        + " status, sent_at, sent_by, accept_due_at, answer_due_at, answered_at) select ?, id, person_id, area_id, ?,"
                        + " 'PSYCHOLOGICAL', 'NORMAL', 'NONE', '{}', 'GIVEN', 'ANSWERED', ?::timestamptz, opened_by, now(), ?::timestamptz,"
                        + " ?::timestamptz from case_file where id = ?",
                Ids.next(),
                Acting.PSYCHOLOGY.value(),
                sent,
                due,
                answered,
                ref.id().value());
    }

    private UUID agreement(String kind, String signed, String from, String until, @Nullable String ended)
            throws SQLException {
        var id = Ids.next();
        insert(
                "insert into agreement (id, number, counterpart_kind, area_id, object, signed_on, valid_from, valid_until, ended_on,"
                        + " created_at, created_by) values (?, ?, ?, ?, 'Objeto de prueba', ?::date, ?::date, ?::date, ?::date, now(), ?)",
                id,
                "P-" + id,
                kind,
                Acting.DIF.value(),
                signed,
                from,
                until,
                ended,
                direction.id().value());
        return id;
    }

    /** As the superuser, since no service of this module writes these. */
    private static void insert(String statement, @Nullable Object... values) throws SQLException {
        update(statement, values);
    }

    private static void update(String statement, @Nullable Object... values) throws SQLException {
        try (var admin = TestDatabase.shared().asSuperuser();
                var insert = admin.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void theOwnerOfTheCountingFunctionsCannotSignIn() throws SQLException {
        try (var admin = TestDatabase.shared().asSuperuser();
                var query = admin.createStatement();
                var row = query.executeQuery("""
                        select r.rolcanlogin or r.rolsuper or r.rolbypassrls as powerful,
                          (select count(*) from information_schema.column_privileges p
                           where p.grantee = 'cauce_counter' and p.column_name in ('sealed', 'wrapped_key', 'folio', 'phone_index')) as secrets
                        from pg_roles r where r.rolname = 'cauce_counter'
                        """)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean("powerful")).isFalse();
            assertThat(row.getInt("secrets")).isZero();
        }
    }
}
