package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.plan.IndicatorFigures.OfQuarter;
import mx.gob.jocotepec.cauce.plan.PlanTables.Cell;
import mx.gob.jocotepec.cauce.plan.PlanTables.Frozen;
import mx.gob.jocotepec.cauce.plan.PlanTables.Reported;
import mx.gob.jocotepec.cauce.plan.PlanTables.Target;
import mx.gob.jocotepec.cauce.shared.Quarter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a year together: nine statements and two for each counter, whatever the size of the plan. */
@Component
class PlanReader {
    private final PlanTables tables;
    private final ObjectProvider<IndicatorCounter> counters;
    private final PlanSettings settings;
    private final Clock clock;

    PlanReader(PlanTables tables, ObjectProvider<IndicatorCounter> counters, PlanSettings settings, Clock clock) {
        this.tables = tables;
        this.counters = counters;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<AnnualPlan> read(int year) {
        return tables.year(year).map(row -> {
            var figures = figures(year);
            var lines = tables.lines(year);
            var activities = tables.activities(year).stream()
                    .map(activity -> new Activity(
                            activity.key(),
                            activity.printedNumber(),
                            activity.name(),
                            activity.goal(),
                            activity.budget(),
                            activity.beneficiaries(),
                            activity.beneficiariesText(),
                            activity.indirectText(),
                            activity.period(),
                            activity.evaluated(),
                            lines.getOrDefault(activity.key(), List.of()),
                            figures.byActivity().getOrDefault(activity.key(), List.of())))
                    .toList();
            return new AnnualPlan(year, row.texts(), row.drawnUp(), tables.context(year), figures.states(), activities);
        });
    }

    /** What closing a quarter would freeze now. */
    Map<Indicator, Frozen> toFreeze(Quarter quarter) {
        var known = figures(quarter.year());
        var frozen = new LinkedHashMap<Indicator, Frozen>();
        for (var figures :
                known.byActivity().values().stream().flatMap(List::stream).toList()) {
            var progress = figures.of(quarter).progress();
            var key = figures.indicator().counterKey();
            var wholeYear =
                    quarter.number() == 4 && key != null ? known.counts().ofYear(key) : null;
            frozen.put(figures.indicator(), new Frozen(progress.planned(), progress.achieved(), wholeYear));
        }
        return frozen;
    }

    QuarterState state(Quarter quarter, Set<Quarter> closed) {
        var now = clock.instant();
        if (closed.contains(quarter)) return QuarterState.CLOSED;
        if (now.isBefore(quarter.start())) return QuarterState.FUTURE;
        return now.isBefore(quarter.end()) ? QuarterState.OPEN : QuarterState.ENDED;
    }

    Map<Quarter, QuarterState> states(int year) {
        var closed = tables.closed(year);
        var states = new LinkedHashMap<Quarter, QuarterState>();
        for (var quarter : Quarter.ofYear(year)) states.put(quarter, state(quarter, closed));
        return states;
    }

    private record YearFigures(
            Map<Quarter, QuarterState> states, Map<String, List<IndicatorFigures>> byActivity, Counts counts) {}

    private YearFigures figures(int year) {
        var states = states(year);
        var counts = count(year);
        var sheet = new Sheet(tables.targets(year), tables.reported(year), tables.frozen(year), counts, states);
        var byActivity = tables.indicators(year).stream()
                .map(indicator -> figures(indicator, sheet))
                .collect(Collectors.groupingBy(
                        figures -> figures.indicator().activity(), LinkedHashMap::new, Collectors.toList()));
        return new YearFigures(states, byActivity, counts);
    }

    private IndicatorFigures figures(Indicator indicator, Sheet sheet) {
        var quarters = sheet.states().keySet().stream()
                .map(quarter -> sheet.figure(indicator, quarter, settings))
                .toList();
        var year = indicator.cumulative() ? sum(indicator, quarters, sheet) : latest(quarters);
        var toDate = indicator.cumulative() ? new Progress(plannedToDate(quarters), year.achieved()) : year;
        return new IndicatorFigures(
                indicator,
                quarters,
                toDate,
                light(indicator, toDate, settings),
                year,
                light(indicator, year, settings));
    }

    private static @Nullable BigDecimal plannedToDate(List<OfQuarter> quarters) {
        return quarters.stream()
                .filter(quarter -> quarter.state() != QuarterState.FUTURE)
                .map(OfQuarter::progress)
                .reduce(Progress.NOTHING, Progress::plus)
                .planned();
    }

    /** Sums of the quarters, but for what is counted by the year: there the sum would count a woman twice. */
    private static Progress sum(Indicator indicator, List<OfQuarter> quarters, Sheet sheet) {
        var sum = quarters.stream().map(OfQuarter::progress).reduce(Progress.NOTHING, Progress::plus);
        var counted = sheet.ofYear(indicator, quarters.getLast().quarter());
        if (counted == null) return sum;
        var corrections = quarters.stream().map(OfQuarter::correctedBy).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Progress(sum.planned(), counted.add(corrections));
    }

    private static Progress latest(List<OfQuarter> quarters) {
        return quarters.reversed().stream()
                .filter(quarter -> quarter.state() != QuarterState.FUTURE)
                .findFirst()
                .orElse(quarters.getLast())
                .progress();
    }

    /** Where less is better the municipality's scale says nothing, so no light. */
    private static TrafficLight light(Indicator indicator, Progress progress, PlanSettings settings) {
        return indicator.direction() == Indicator.Direction.ASCENDING ? progress.light(settings) : TrafficLight.NONE;
    }

    private Counts count(int year) {
        var byQuarter = new HashMap<String, Map<Quarter, Long>>();
        var ofYear = new HashMap<String, Long>();
        counters.orderedStream().forEach(counter -> {
            byQuarter.putAll(counter.countByQuarter(year));
            ofYear.putAll(counter.countYear(year));
        });
        return new Counts(byQuarter, ofYear);
    }

    private record Counts(Map<String, Map<Quarter, Long>> byQuarter, Map<String, Long> years) {
        @Nullable
        BigDecimal of(@Nullable String key, Quarter quarter) {
            var counted = key == null ? null : byQuarter.get(key);
            return counted == null ? null : BigDecimal.valueOf(counted.getOrDefault(quarter, 0L));
        }

        @Nullable
        BigDecimal ofYear(@Nullable String key) {
            var counted = key == null ? null : years.get(key);
            return counted == null ? null : BigDecimal.valueOf(counted);
        }
    }

    /** Everything a figure is made of. */
    private record Sheet(
            Map<Cell, Target> targets,
            Map<Cell, Reported> reported,
            Map<Cell, Frozen> frozen,
            Counts counts,
            Map<Quarter, QuarterState> states) {

        OfQuarter figure(Indicator indicator, Quarter quarter, PlanSettings settings) {
            var cell = new Cell(indicator.key(), quarter);
            var state = states.getOrDefault(quarter, QuarterState.FUTURE);
            var target = targets.getOrDefault(cell, new Target(null, 0));
            var entries = reported.getOrDefault(cell, Reported.NOTHING);
            var progress = switch (state) {
                case FUTURE -> new Progress(target.planned(), null);
                case OPEN, ENDED -> new Progress(target.planned(), achieved(indicator, quarter, entries));
                case CLOSED -> closed(frozen.get(cell), entries);
            };
            return new OfQuarter(
                    quarter, state, progress, light(indicator, progress, settings), entries.after(), target.version());
        }

        /** The count of the year as it was frozen with its last quarter, or as it is today. */
        @Nullable
        BigDecimal ofYear(Indicator indicator, Quarter last) {
            var kept = frozen.get(new Cell(indicator.key(), last));
            return kept != null ? kept.achievedYear() : counts.ofYear(indicator.counterKey());
        }

        private @Nullable BigDecimal achieved(Indicator indicator, Quarter quarter, Reported entries) {
            return switch (indicator.kind()) {
                case AUTOMATIC -> counts.of(indicator.counterKey(), quarter);
                case MANUAL -> entries.before();
            };
        }

        private static Progress closed(@Nullable Frozen kept, Reported entries) {
            var corrections = entries.after().signum() == 0 ? null : entries.after();
            return kept == null
                    ? new Progress(null, corrections)
                    : new Progress(kept.planned(), kept.achieved()).plus(new Progress(null, corrections));
        }
    }
}
