package mx.gob.jocotepec.cauce.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Done;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Reason;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Refused;
import mx.gob.jocotepec.cauce.shared.Quarter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** UC-009: the plan of a year, its targets, its progress and the closing of its quarters. */
@SpringJUnitConfig(PlansTests.Application.class)
@WithMockUser(authorities = {"PLAN_VIEW", "PLAN_EDIT", "PLAN_CLOSE"})
class PlansTests {
    private static final Quarter T1 = new Quarter(2026, 1);
    private static final Quarter T2 = new Quarter(2026, 2);
    private static final Quarter T4 = new Quarter(2026, 4);
    private static final Instant IN_T1 = Instant.parse("2026-02-10T18:00:00Z");
    private static final Instant IN_T2 = Instant.parse("2026-05-10T18:00:00Z");
    private static final Instant AFTER = Instant.parse("2027-01-10T18:00:00Z");

    private static final TestDatabase DATABASE = TestDatabase.fresh("plan_tests");
    private static final AuditTrail TRAIL = mock(AuditTrail.class);
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(IN_T1);
    private static final Map<Quarter, Long> CASES = new HashMap<>();

    @Autowired
    private Plans plans;

    @BeforeEach
    void startWithTheYear2026() throws SQLException {
        emptyButFor2024();
        NOW.set(IN_T1);
        CASES.clear();
        reset(TRAIL);
        assertThat(plans.copyYear(2024, 2026)).isEqualTo(new Done());
    }

    @Test
    void thePlanOf2024IsThereWordForWord() {
        var plan = plans.planOf(2024).orElseThrow();

        assertThat(plan.activities())
                .extracting(Activity::key)
                .containsExactly("PROG", "ACT1", "ACT2", "ACT3", "ACT4", "ACT5A", "ACT5B");
        assertThat(plan.activities())
                .extracting(activity -> activity.budget().intValueExact())
                .containsExactly(700_000, 30_000, 5_000, 0, 15_000, 30_000, 57_000);
        assertThat(plan.activities())
                .extracting(activity -> activity.lines().size())
                .containsExactly(17, 4, 8, 3, 9, 3, 4);
        assertThat(plan.activity("PROG").orElseThrow().lines())
                .extracting(Activity.Line::heading)
                .doesNotContainNull()
                .satisfies(headings -> assertThat(headings.stream().distinct()).hasSize(5));
        assertThat(plan.activity("ACT2").orElseThrow().beneficiaries()).isEqualTo(7_500);
        assertThat(plan.activity("ACT3").orElseThrow().beneficiaries()).isNull();
        assertThat(plan.activity("ACT5A").orElseThrow().printedNumber())
                .isEqualTo(plan.activity("ACT5B").orElseThrow().printedNumber());
        assertThat(plan.context()).hasSize(4);
        assertThat(figures(plan)).allSatisfy(figure -> {
            assertThat(figure.year().planned()).isNull();
            assertThat(figure.yearLight()).isEqualTo(TrafficLight.NONE);
        });
    }

    @Test
    void onlyWhatTheSystemCountsIsAutomatic() {
        var automatic = figures(plans.planOf(2024).orElseThrow()).stream()
                .map(IndicatorFigures::indicator)
                .filter(indicator -> indicator.kind() == Indicator.Kind.AUTOMATIC)
                .map(Indicator::counterKey);

        assertThat(automatic)
                .containsExactlyInAnyOrder(
                        "cases_registered",
                        "women_attended",
                        "attentions_psychology",
                        "attentions_legal",
                        "attentions_social_work",
                        "attentions_medical",
                        "referrals_sent",
                        "referrals_answered",
                        "referrals_answered_on_time",
                        "agreements_signed",
                        "agreements_in_force",
                        "agreements_civil",
                        "areas_in_use");
    }

    @Test
    void aCopiedYearHasTheTextsAndNoFigures() {
        var plan = plans.planOf(2026).orElseThrow();

        assertThat(plans.years()).containsExactly(2026, 2024);
        assertThat(plan.texts()).isEqualTo(plans.planOf(2024).orElseThrow().texts());
        assertThat(plan.activities()).hasSize(7);
        assertThat(plan.activities().getFirst().period().from()).hasToString("2026-01-01");
        assertThat(plans.copyYear(2024, 2026)).isEqualTo(new Refused(Reason.YEAR_EXISTS));
        assertThat(plans.copyYear(1999, 2027)).isEqualTo(new Refused(Reason.NO_SUCH_PLAN));
        assertThat(plans.planOf(2027)).isEmpty();
    }

    @Test
    void whatIsOverAndOpenIsToldOfEveryYear() {
        NOW.set(Instant.parse("2027-05-10T18:00:00Z"));
        plans.copyYear(2024, 2027);
        plans.closeQuarter(T1);

        assertThat(plans.quartersToClose())
                .filteredOn(quarter -> quarter.year() > 2024)
                .containsExactly(T2, new Quarter(2026, 3), T4, new Quarter(2027, 1));
    }

    @Test
    void targetsAndProgressHaveTheSameLimits() {
        for (var wrong : new String[] {"1000000000", "0.001"}) {
            var value = new BigDecimal(wrong);
            assertThatIllegalArgumentException().isThrownBy(() -> plans.setTarget(T1, "workshops_held", value, 0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new NewProgress(T1, "workshops_held", value.negate(), "Por revisión"));
            assertThat(FigureLimits.ofTarget(value)).isPresent().isEqualTo(FigureLimits.ofChange(value.negate()));
        }
        assertThat(FigureLimits.ofTarget(new BigDecimal("-1"))).contains(FigureLimits.Problem.NEGATIVE);
        assertThat(FigureLimits.ofChange(new BigDecimal("999999999.99"))).isEmpty();
    }

    @Test
    void countsAgainstTheTarget() {
        CASES.put(T1, 41L);
        setTarget(T1, "cases_registered", 50);

        var quarter = figure("cases_registered").of(T1);

        assertThat(quarter.progress().shownPercent()).contains(new BigDecimal("82.0"));
        assertThat(quarter.light()).isEqualTo(TrafficLight.AMBER);
        assertThat(quarter.state()).isEqualTo(QuarterState.OPEN);
        assertThat(figure("cases_registered").of(T2).light()).isEqualTo(TrafficLight.NONE);
        assertThat(figure("cases_registered").of(T2).progress().achieved()).isNull();
    }

    @Test
    void theYearSumsItsQuarters() {
        NOW.set(IN_T2);
        CASES.put(T1, 10L);
        CASES.put(T2, 0L);
        setTarget(T1, "cases_registered", 10);
        setTarget(T2, "cases_registered", 30);

        assertThat(figure("cases_registered").year().shownPercent()).contains(new BigDecimal("25.0"));
    }

    @Test
    void aWomanAttendedInTwoQuartersIsOneInTheYear() {
        NOW.set(IN_T2);

        var women = figure("women_attended");

        assertThat(women.of(T1).progress().achieved()).isEqualByComparingTo("6");
        assertThat(women.of(T2).progress().achieved()).isEqualByComparingTo("6");
        assertThat(women.year().achieved()).isEqualByComparingTo("9");
    }

    @Test
    void aStateIsNotSummed() {
        NOW.set(IN_T2);
        setTarget(T1, "agreements_in_force", 4);
        setTarget(T2, "agreements_in_force", 5);

        assertThat(figure("agreements_in_force").year().achieved()).isEqualByComparingTo("3");
        assertThat(figure("agreements_in_force").year().planned()).isEqualByComparingTo("5");
    }

    @Test
    void whatNobodyCountsIsUnknown() {
        assertThat(figure("referrals_sent").of(T1).progress().achieved()).isNull();
    }

    @Test
    void progressByHandNeedsAQuarterThatHasBegunAndAnIndicatorNobodyCounts() {
        assertThat(plans.recordProgress(progress(T1, "workshops_held", "2"))).isEqualTo(new Done());
        assertThat(plans.recordProgress(progress(T1, "workshops_held", "1"))).isEqualTo(new Done());
        assertThat(plans.recordProgress(progress(T2, "workshops_held", "1")))
                .isEqualTo(new Refused(Reason.QUARTER_NOT_BEGUN));
        assertThat(plans.recordProgress(progress(T1, "cases_registered", "1")))
                .isEqualTo(new Refused(Reason.COUNTED_BY_THE_SYSTEM));
        assertThat(plans.recordProgress(progress(T1, "no_such_thing", "1")))
                .isEqualTo(new Refused(Reason.NO_SUCH_INDICATOR));
        assertThat(plans.recordProgress(progress(new Quarter(2031, 1), "workshops_held", "1")))
                .isEqualTo(new Refused(Reason.NO_SUCH_PLAN));

        assertThat(figure("workshops_held").of(T1).progress().achieved()).isEqualByComparingTo("3");
        assertThat(plans.entries(T1, "workshops_held"))
                .extracting(entry -> entry.value().intValueExact())
                .containsExactly(2, 1);
    }

    @Test
    void aCorrectionIsAnEntryOfItsOwnAndCannotGoBelowZero() {
        plans.recordProgress(progress(T1, "workshops_held", "3"));

        assertThat(plans.correct(progress(T1, "workshops_held", "-4"))).isEqualTo(new Refused(Reason.BELOW_ZERO));
        assertThat(plans.correct(progress(T1, "workshops_held", "-1"))).isEqualTo(new Done());

        assertThat(figure("workshops_held").of(T1).progress().achieved()).isEqualByComparingTo("2");
        assertThat(plans.entries(T1, "workshops_held")).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plans.recordProgress(progress(T1, "workshops_held", "-1")));
    }

    @Test
    void theSecondOfTwoWhoSetATargetIsTold() {
        assertThat(plans.setTarget(T1, "workshops_held", BigDecimal.TEN, 0)).isEqualTo(new Done());
        assertThat(plans.setTarget(T1, "workshops_held", BigDecimal.ONE, 0))
                .isEqualTo(new Refused(Reason.CHANGED_MEANWHILE));

        int seen = figure("workshops_held").of(T1).targetVersion();
        assertThat(plans.setTarget(T1, "workshops_held", null, seen)).isEqualTo(new Done());
        assertThat(figure("workshops_held").of(T1).progress().planned()).isNull();
    }

    @Test
    void closesOnlyWhatIsOverAndOnlyOnce() {
        assertThat(plans.closeQuarter(T1)).isEqualTo(new Refused(Reason.QUARTER_NOT_ENDED));
        NOW.set(T1.end().minusMillis(1));
        assertThat(plans.closeQuarter(T1)).isEqualTo(new Refused(Reason.QUARTER_NOT_ENDED));
        NOW.set(T1.end());
        assertThat(plans.closeQuarter(T1)).isEqualTo(new Done());
        assertThat(plans.closeQuarter(T1)).isEqualTo(new Refused(Reason.QUARTER_CLOSED));
        assertThat(plans.closeQuarter(new Quarter(2031, 1))).isEqualTo(new Refused(Reason.NO_SUCH_PLAN));
    }

    @Test
    void aClosedQuarterStaysAsItWasAndCorrectionsStandBesideIt() {
        CASES.put(T1, 40L);
        setTarget(T1, "cases_registered", 50);
        NOW.set(IN_T2);
        plans.closeQuarter(T1);
        CASES.put(T1, 45L);

        assertThat(figure("cases_registered").of(T1).progress().shownPercent()).contains(new BigDecimal("80.0"));
        assertThat(plans.setTarget(T1, "cases_registered", BigDecimal.ONE, 1))
                .isEqualTo(new Refused(Reason.QUARTER_CLOSED));
        assertThat(plans.recordProgress(progress(T1, "workshops_held", "1")))
                .isEqualTo(new Refused(Reason.QUARTER_CLOSED));
        assertThat(plans.correct(progress(T1, "cases_registered", "-41"))).isEqualTo(new Refused(Reason.BELOW_ZERO));
        assertThat(plans.correct(progress(T1, "cases_registered", "5"))).isEqualTo(new Done());

        var corrected = figure("cases_registered").of(T1);
        assertThat(corrected.state()).isEqualTo(QuarterState.CLOSED);
        assertThat(corrected.progress().achieved()).isEqualByComparingTo("45");
        assertThat(corrected.correctedBy()).isEqualByComparingTo("5");
        assertThat(figure("cases_registered").year().achieved()).isEqualByComparingTo("45");
    }

    @Test
    void theYearOfDistinctWomenIsFrozenWithTheFourthQuarter() {
        NOW.set(AFTER);
        plans.closeQuarter(T4);
        yearOfWomen = 99;

        assertThat(figure("women_attended").year().achieved()).isEqualByComparingTo("9");
    }

    @Test
    void theDatabaseItselfKeepsWhatIsClosed() throws SQLException {
        plans.recordProgress(progress(T1, "workshops_held", "1"));
        NOW.set(IN_T2);
        plans.closeQuarter(T1);

        for (var change : List.of(
                "update plan_snapshot set achieved = 1000",
                "delete from plan_snapshot",
                "truncate plan_snapshot",
                "delete from plan_closing",
                "update plan_progress set value = 1000",
                "insert into plan_snapshot (year, quarter, indicator, activity, name, unit)"
                        + " values (2026, 1, 'later', 'ACT1', 'x', 'x')",
                "insert into plan_target (year, indicator, quarter, planned, updated_at)"
                        + " values (2026, 'workshops_held', 1, 5, now())",
                "insert into plan_progress (id, year, indicator, quarter, kind, value, evidence, after_closing, at)"
                        + " values (gen_random_uuid(), 2026, 'workshops_held', 1, 'ENTRY', 5, 'late', false, now())")) {
            try (var owner = DATABASE.asOwner();
                    var runtime = DATABASE.acting().getConnection()) {
                assertThatThrownBy(() -> execute(owner, change)).as(change).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> execute(runtime, change)).as(change).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    @WithMockUser(authorities = "PLAN_EDIT")
    void recordsEveryChangeAndNoRefusal() {
        reset(TRAIL);

        plans.setTarget(T1, "no_such_thing", BigDecimal.ONE, 0);
        verifyNoInteractions(TRAIL);

        plans.setTarget(T1, "workshops_held", BigDecimal.ONE, 0);
        verify(TRAIL).record(any());
    }

    @Test
    @WithMockUser(authorities = "PLAN_EDIT")
    void eachRightIsAskedForByItself() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> plans.planOf(2026));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> plans.years());
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> plans.closeQuarter(T1));
    }

    @Test
    @WithMockUser(authorities = {"PLAN_VIEW", "PLAN_EDIT"})
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plans.setTarget(T1, "workshops_held", new BigDecimal("-1"), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plans.setTarget(T1, "workshops_held", new BigDecimal("1.001"), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> progress(T1, "workshops_held", "0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewProgress(T1, "workshops_held", BigDecimal.ONE, "  "));
    }

    private static long yearOfWomen = 9;

    private void setTarget(Quarter quarter, String indicator, int planned) {
        assertThat(plans.setTarget(quarter, indicator, BigDecimal.valueOf(planned), 0))
                .isEqualTo(new Done());
    }

    private IndicatorFigures figure(String key) {
        return figures(plans.planOf(2026).orElseThrow()).stream()
                .filter(figures -> figures.indicator().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<IndicatorFigures> figures(AnnualPlan plan) {
        return plan.activities().stream()
                .flatMap(activity -> activity.indicators().stream())
                .toList();
    }

    private static NewProgress progress(Quarter quarter, String indicator, String value) {
        return new NewProgress(quarter, indicator, new BigDecimal(value), "Lista de asistencia");
    }

    private static void emptyButFor2024() throws SQLException {
        yearOfWomen = 9;
        try (var superuser = DATABASE.asSuperuser()) {
            execute(superuser, "set session_replication_role = replica"); // past the triggers that keep what is closed
            for (var table : List.of(
                    "plan_snapshot",
                    "plan_closing",
                    "plan_progress",
                    "plan_target",
                    "plan_indicator",
                    "plan_line",
                    "plan_activity",
                    "plan_context",
                    "plan_year")) {
                execute(superuser, "delete from cauce." + table + " where year <> 2024");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Configuration
    @EnableMethodSecurity
    @EnableTransactionManagement
    @Import({Plans.class, PlanReader.class, PlanTables.class})
    static class Application {
        @Bean
        DataSource dataSource() {
            return DATABASE.acting();
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        AuditTrail trail() {
            return TRAIL;
        }

        @Bean
        PlanSettings planSettings() {
            return new PlanSettings(BigDecimal.valueOf(70), BigDecimal.valueOf(90), BigDecimal.valueOf(110));
        }

        @Bean
        Clock clock() {
            return new Clock() {
                @Override
                public java.time.ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.@Nullable ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return NOW.get();
                }
            };
        }

        @Bean
        IndicatorCounter counter() {
            return new IndicatorCounter() {
                @Override
                public Map<String, Map<Quarter, Long>> countByQuarter(int year) {
                    return Map.of(
                            "cases_registered", CASES,
                            "women_attended", Map.of(T1, 6L, T2, 6L),
                            "agreements_in_force", Map.of(T1, 2L, T2, 3L));
                }

                @Override
                public Map<String, Long> countYear(int year) {
                    return Map.of("women_attended", yearOfWomen);
                }
            };
        }
    }
}
