package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.plan.AnnualPlan.ContextKind;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Period;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the plan. Each method is one statement, whatever the size of the plan, but {@link #copy}. */
@Component
class PlanTables {
    private final JdbcClient jdbc;

    PlanTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Cell(String indicator, Quarter quarter) {}

    record Target(@Nullable BigDecimal planned, int version) {}

    /** Entries by hand: before the closing they make the figure, after it they correct what is frozen. */
    record Reported(BigDecimal before, BigDecimal after) {
        static final Reported NOTHING = new Reported(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    record Frozen(
            @Nullable BigDecimal planned,
            @Nullable BigDecimal achieved,
            @Nullable BigDecimal achievedYear) {}

    record YearRow(AnnualPlan.Texts texts, @Nullable LocalDate drawnUp) {}

    List<Integer> years() {
        return jdbc.sql("select year from plan_year order by year desc")
                .query((row, number) -> row.getInt("year"))
                .list();
    }

    Optional<YearRow> year(int year) {
        return jdbc.sql("select * from plan_year where year = :year")
                .param("year", year)
                .query((row, number) -> new YearRow(
                        new AnnualPlan.Texts(
                                row.getString("programme"),
                                row.getString("axis"),
                                row.getString("objective"),
                                row.getString("strategy"),
                                row.getString("vision"),
                                row.getString("mission"),
                                row.getString("evaluator"),
                                row.getString("formula")),
                        row.getObject("drawn_up", LocalDate.class)))
                .optional();
    }

    Map<ContextKind, List<String>> context(int year) {
        record Row(ContextKind kind, String text) {}
        return jdbc
                .sql("select kind, text from plan_context where year = :year order by position")
                .param("year", year)
                .query((row, number) -> new Row(ContextKind.valueOf(row.getString("kind")), row.getString("text")))
                .stream()
                .collect(Collectors.groupingBy(Row::kind, Collectors.mapping(Row::text, Collectors.toList())));
    }

    Map<String, List<Activity.Line>> lines(int year) {
        record Row(String activity, Activity.Line line) {}
        return jdbc
                .sql("select activity, heading, text from plan_line where year = :year order by position")
                .param("year", year)
                .query((row, number) -> new Row(
                        row.getString("activity"), new Activity.Line(row.getString("heading"), row.getString("text"))))
                .stream()
                .collect(Collectors.groupingBy(Row::activity, Collectors.mapping(Row::line, Collectors.toList())));
    }

    /** In the order of the plan, still without lines and indicators. */
    List<Activity> activities(int year) {
        return jdbc.sql("select * from plan_activity where year = :year order by position")
                .param("year", year)
                .query((row, number) -> new Activity(
                        row.getString("key"),
                        row.getString("printed_number"),
                        row.getString("name"),
                        row.getString("goal"),
                        row.getBigDecimal("budget"),
                        row.getObject("beneficiaries", Integer.class),
                        row.getString("beneficiaries_text"),
                        row.getString("indirect_text"),
                        new Period(
                                row.getObject("period_from", LocalDate.class),
                                row.getObject("period_until", LocalDate.class)),
                        row.getString("evaluated"),
                        List.of(),
                        List.of()))
                .list();
    }

    List<Indicator> indicators(int year) {
        return jdbc.sql("select * from plan_indicator where year = :year order by activity, position, key")
                .param("year", year)
                .query((row, number) -> indicator(row))
                .list();
    }

    Optional<Indicator> indicator(int year, String key) {
        return jdbc.sql("select * from plan_indicator where year = :year and key = :key")
                .param("year", year)
                .param("key", key)
                .query((row, number) -> indicator(row))
                .optional();
    }

    Map<Cell, Target> targets(int year) {
        var targets = new LinkedHashMap<Cell, Target>();
        jdbc.sql("select indicator, quarter, planned, version from plan_target where year = :year")
                .param("year", year)
                .query(row -> {
                    targets.put(cell(year, row), new Target(row.getBigDecimal("planned"), row.getInt("version")));
                });
        return targets;
    }

    Map<Cell, Reported> reported(int year) {
        var reported = new LinkedHashMap<Cell, Reported>();
        jdbc.sql("""
                        select indicator, quarter,
                               coalesce(sum(value) filter (where not after_closing), 0) as before,
                               coalesce(sum(value) filter (where after_closing), 0) as after
                        from plan_progress where year = :year group by indicator, quarter
                        """).param("year", year).query(row -> {
            reported.put(cell(year, row), new Reported(row.getBigDecimal("before"), row.getBigDecimal("after")));
        });
        return reported;
    }

    Reported reported(Quarter quarter, String indicator) {
        return jdbc.sql("""
                        select coalesce(sum(value) filter (where not after_closing), 0) as before,
                               coalesce(sum(value) filter (where after_closing), 0) as after
                        from plan_progress where year = :year and indicator = :indicator and quarter = :quarter
                        """)
                .param("year", quarter.year())
                .param("indicator", indicator)
                .param("quarter", quarter.number())
                .query((row, number) -> new Reported(row.getBigDecimal("before"), row.getBigDecimal("after")))
                .single();
    }

    Set<Quarter> closed(int year) {
        return Set.copyOf(jdbc.sql("select quarter from plan_closing where year = :year")
                .param("year", year)
                .query((row, number) -> new Quarter(year, row.getInt("quarter")))
                .list());
    }

    /** Of every year, the earliest first. */
    List<Quarter> notClosed() {
        return jdbc.sql("""
                        select y.year, q.quarter from plan_year y cross join generate_series(1, 4) q (quarter)
                        where not exists (select from plan_closing c where c.year = y.year and c.quarter = q.quarter)
                        order by y.year, q.quarter
                        """)
                .query((row, number) -> new Quarter(row.getInt("year"), row.getInt("quarter")))
                .list();
    }

    Map<Cell, Frozen> frozen(int year) {
        var frozen = new LinkedHashMap<Cell, Frozen>();
        jdbc.sql("select indicator, quarter, planned, achieved, achieved_year from plan_snapshot where year = :year")
                .param("year", year)
                .query(row -> {
                    frozen.put(
                            cell(year, row),
                            new Frozen(
                                    row.getBigDecimal("planned"),
                                    row.getBigDecimal("achieved"),
                                    row.getBigDecimal("achieved_year")));
                });
        return frozen;
    }

    Optional<BigDecimal> frozenAchieved(Quarter quarter, String indicator) {
        return Optional.ofNullable(frozen(quarter.year()).get(new Cell(indicator, quarter)))
                .map(Frozen::achieved);
    }

    List<ProgressEntry> entries(Quarter quarter, String indicator) {
        return jdbc.sql("""
                        select p.kind, p.value, p.evidence, p.after_closing, p.at, p.author, s.display_name
                        from plan_progress p left join staff_account s on s.id = p.author
                        where p.year = :year and p.indicator = :indicator and p.quarter = :quarter order by p.at, p.id
                        """)
                .param("year", quarter.year())
                .param("indicator", indicator)
                .param("quarter", quarter.number())
                .query((row, number) -> new ProgressEntry(
                        ProgressEntry.Kind.valueOf(row.getString("kind")),
                        row.getBigDecimal("value"),
                        row.getString("evidence"),
                        row.getBoolean("after_closing"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        author(row.getObject("author", UUID.class)),
                        row.getString("display_name")))
                .list();
    }

    /** Those who report share the year; who closes has it alone, so that nothing slips in beside a snapshot. */
    boolean share(int year) {
        return lock(year, "for share");
    }

    boolean seize(int year) {
        return lock(year, "for update");
    }

    /** False if another version is there. */
    boolean setTarget(Quarter quarter, String indicator, @Nullable BigDecimal planned, int seen, Instant now) {
        var statement = seen == 0 ? """
                insert into plan_target (year, indicator, quarter, planned, updated_at)
                values (:year, :indicator, :quarter, :planned::numeric, :now)
                on conflict (year, indicator, quarter) do nothing
                """ : """
                update plan_target
                set planned = :planned::numeric, updated_at = :now, updated_by = actor_staff(), version = version + 1
                where year = :year and indicator = :indicator and quarter = :quarter and version = :seen
                """;
        return jdbc.sql(statement)
                        .param("year", quarter.year())
                        .param("indicator", indicator)
                        .param("quarter", quarter.number())
                        .param("planned", planned)
                        .param("seen", seen)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void report(NewProgress progress, ProgressEntry.Kind kind, boolean afterClosing, Instant now) {
        jdbc.sql("""
                        insert into plan_progress (id, year, indicator, quarter, kind, value, evidence, after_closing, at)
                        values (:id, :year, :indicator, :quarter, :kind, :value, :evidence, :after, :at)
                        """)
                .param("id", Ids.next())
                .param("year", progress.quarter().year())
                .param("indicator", progress.indicator())
                .param("quarter", progress.quarter().number())
                .param("kind", kind.name())
                .param("value", progress.value())
                .param("evidence", progress.evidence())
                .param("after", afterClosing)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void close(Quarter quarter, Instant now) {
        jdbc.sql("insert into plan_closing (year, quarter, closed_at) values (:year, :quarter, :at)")
                .param("year", quarter.year())
                .param("quarter", quarter.number())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void freeze(Quarter quarter, Indicator indicator, Frozen figure) {
        jdbc.sql("""
                        insert into plan_snapshot
                          (year, quarter, indicator, activity, name, unit, planned, achieved, achieved_year)
                        values (:year, :quarter, :indicator, :activity, :name, :unit, :planned, :achieved, :achievedYear)
                        """)
                .param("year", quarter.year())
                .param("quarter", quarter.number())
                .param("indicator", indicator.key())
                .param("activity", indicator.activity())
                .param("name", indicator.name())
                .param("unit", indicator.unit())
                .param("planned", figure.planned())
                .param("achieved", figure.achieved())
                .param("achievedYear", figure.achievedYear())
                .update();
    }

    /** Texts, activities, lines and indicators; no targets, no progress. False if the new year is there. */
    boolean copy(int from, int to) {
        int copied = jdbc.sql("""
                        insert into plan_year (year, programme, axis, objective, strategy, vision, mission, evaluator, formula)
                        select :to, programme, axis, objective, strategy, vision, mission, evaluator, formula
                        from plan_year where year = :from on conflict (year) do nothing
                        """).param("from", from).param("to", to).update();
        if (copied == 0) return false;
        for (var statement : List.of("""
                insert into plan_context (year, kind, position, text)
                select :to, kind, position, text from plan_context where year = :from
                """, """
                insert into plan_activity (year, key, position, printed_number, name, goal, budget, beneficiaries,
                  beneficiaries_text, indirect_text, period_from, period_until, evaluated)
                select :to, key, position, printed_number, name, goal, budget, beneficiaries, beneficiaries_text, indirect_text,
                  (period_from + make_interval(years => :to - :from))::date,
                  (period_until + make_interval(years => :to - :from))::date, evaluated
                from plan_activity where year = :from
                """, """
                insert into plan_line (year, activity, position, heading, text)
                select :to, activity, position, heading, text from plan_line where year = :from
                """, """
                insert into plan_indicator (year, key, activity, position, name, definition, kind, counter_key, level,
                  classification, dimension, method, variables, unit, frequency, direction, baseline_value, baseline_year,
                  evidence, assumptions, responsible, cumulative, remarks)
                select :to, key, activity, position, name, definition, kind, counter_key, level, classification, dimension,
                  method, variables, unit, frequency, direction, baseline_value, baseline_year, evidence, assumptions,
                  responsible, cumulative, remarks
                from plan_indicator where year = :from
                """)) {
            jdbc.sql(statement).param("from", from).param("to", to).update();
        }
        return true;
    }

    private boolean lock(int year, String how) {
        return jdbc.sql("select year from plan_year where year = :year " + how)
                .param("year", year)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static Cell cell(int year, ResultSet row) throws SQLException {
        return new Cell(row.getString("indicator"), new Quarter(year, row.getInt("quarter")));
    }

    private static @Nullable StaffId author(@Nullable UUID id) {
        return id == null ? null : StaffId.of(id);
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getString("key"),
                row.getString("activity"),
                row.getString("name"),
                row.getString("definition"),
                Indicator.Kind.valueOf(row.getString("kind")),
                row.getString("counter_key"),
                row.getString("level"),
                row.getString("classification"),
                row.getString("dimension"),
                row.getString("method"),
                row.getString("variables"),
                row.getString("unit"),
                row.getString("frequency"),
                Indicator.Direction.valueOf(row.getString("direction")),
                row.getBigDecimal("baseline_value"),
                row.getObject("baseline_year", Integer.class),
                row.getString("evidence"),
                row.getString("assumptions"),
                row.getString("responsible"),
                row.getBoolean("cumulative"),
                row.getString("remarks"));
    }
}
