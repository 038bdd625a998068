package mx.gob.jocotepec.cauce.plan;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Done;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Reason;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Refused;
import mx.gob.jocotepec.cauce.shared.Quarter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The annual plan (POA): what is planned, what is achieved, and the closing of its quarters. */
@Service
public class Plans {
    private final PlanTables tables;
    private final PlanReader reader;
    private final AuditTrail trail;
    private final Clock clock;

    Plans(PlanTables tables, PlanReader reader, AuditTrail trail, Clock clock) {
        this.tables = tables;
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
    }

    /** The years that have a plan, the latest first. */
    @PreAuthorize("hasAuthority('PLAN_VIEW')")
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return tables.years();
    }

    /** Everything a screen or a report shows of a year. */
    @PreAuthorize("hasAuthority('PLAN_VIEW')")
    @Transactional(readOnly = true)
    public Optional<AnnualPlan> planOf(int year) {
        return reader.read(year);
    }

    /** Quarters that are over and not closed, of every year that has a plan, the earliest first. Counts nothing. */
    @PreAuthorize("hasAuthority('PLAN_VIEW')")
    @Transactional(readOnly = true)
    public List<Quarter> quartersToClose() {
        return tables.notClosed().stream()
                .filter(quarter -> reader.state(quarter, Set.of()) == QuarterState.ENDED)
                .toList();
    }

    /** What was entered by hand for a figure, the oldest first. */
    @PreAuthorize("hasAuthority('PLAN_VIEW')")
    @Transactional(readOnly = true)
    public List<ProgressEntry> entries(Quarter quarter, String indicator) {
        return tables.entries(quarter, indicator);
    }

    /**
     * @param planned null: nothing planned
     * @param seenVersion {@link IndicatorFigures.OfQuarter#targetVersion} as it was on the screen
     * @throws IllegalArgumentException for a target below 0, too large or finer than hundredths
     */
    @PreAuthorize("hasAuthority('PLAN_EDIT')")
    @Transactional
    public PlanOutcome setTarget(Quarter quarter, String indicator, @Nullable BigDecimal planned, int seenVersion) {
        if (planned != null && FigureLimits.ofTarget(planned).isPresent()) {
            throw new IllegalArgumentException("target below 0, too large or finer than hundredths");
        }
        if (!tables.share(quarter.year())) return new Refused(Reason.NO_SUCH_PLAN);
        if (tables.indicator(quarter.year(), indicator).isEmpty()) return new Refused(Reason.NO_SUCH_INDICATOR);
        if (tables.closed(quarter.year()).contains(quarter)) return new Refused(Reason.QUARTER_CLOSED);
        if (!tables.setTarget(quarter, indicator, planned, seenVersion, clock.instant())) {
            return new Refused(Reason.CHANGED_MEANWHILE);
        }
        var amount = planned == null ? "none" : planned.toPlainString();
        return done("PLAN_TARGET_SET", "quarter=" + quarter + ",indicator=" + indicator + ",planned=" + amount);
    }

    /**
     * Reports what was achieved, for an indicator that the system does not count, in a quarter that is not closed.
     *
     * @throws IllegalArgumentException for a value below 0: that is a {@link #correct correction}
     */
    @PreAuthorize("hasAuthority('PLAN_EDIT')")
    @Transactional
    public PlanOutcome recordProgress(NewProgress progress) {
        if (progress.value().signum() < 0) throw new IllegalArgumentException("progress below 0");
        return report(progress, ProgressEntry.Kind.ENTRY);
    }

    /** Adds or takes away, with a reason; also in a closed quarter, where the frozen figure stays and this stands beside it. */
    @PreAuthorize("hasAuthority('PLAN_EDIT')")
    @Transactional
    public PlanOutcome correct(NewProgress correction) {
        return report(correction, ProgressEntry.Kind.CORRECTION);
    }

    /** Starts a year from another one: texts, activities and indicators, without targets. */
    @PreAuthorize("hasAuthority('PLAN_EDIT')")
    @Transactional
    public PlanOutcome copyYear(int from, int to) {
        if (!tables.share(from)) return new Refused(Reason.NO_SUCH_PLAN);
        if (!tables.copy(from, new Quarter(to, 1).year())) return new Refused(Reason.YEAR_EXISTS);
        return done("PLAN_YEAR_COPIED", "from=" + from + ",to=" + to);
    }

    /** Freezes the figures of a quarter that is over. There is no way back. */
    @PreAuthorize("hasAuthority('PLAN_CLOSE')")
    @Transactional
    public PlanOutcome closeQuarter(Quarter quarter) {
        if (!tables.seize(quarter.year())) return new Refused(Reason.NO_SUCH_PLAN);
        switch (reader.state(quarter, tables.closed(quarter.year()))) {
            case FUTURE, OPEN -> {
                return new Refused(Reason.QUARTER_NOT_ENDED);
            }
            case CLOSED -> {
                return new Refused(Reason.QUARTER_CLOSED);
            }
            case ENDED -> {
                var figures = reader.toFreeze(quarter);
                tables.close(quarter, clock.instant());
                figures.forEach((indicator, figure) -> tables.freeze(quarter, indicator, figure));
            }
        }
        return done("PLAN_QUARTER_CLOSED", "quarter=" + quarter);
    }

    private PlanOutcome report(NewProgress progress, ProgressEntry.Kind kind) {
        var quarter = progress.quarter();
        // two corrections at once could together fall below 0
        var there = kind == ProgressEntry.Kind.ENTRY ? tables.share(quarter.year()) : tables.seize(quarter.year());
        if (!there) return new Refused(Reason.NO_SUCH_PLAN);
        var indicator = tables.indicator(quarter.year(), progress.indicator()).orElse(null);
        if (indicator == null) return new Refused(Reason.NO_SUCH_INDICATOR);
        var state = reader.state(quarter, tables.closed(quarter.year()));
        if (state == QuarterState.FUTURE) return new Refused(Reason.QUARTER_NOT_BEGUN);
        var closed = state == QuarterState.CLOSED;
        if (closed && kind == ProgressEntry.Kind.ENTRY) return new Refused(Reason.QUARTER_CLOSED);
        if (!closed && indicator.kind() == Indicator.Kind.AUTOMATIC) return new Refused(Reason.COUNTED_BY_THE_SYSTEM);
        if (progress.value().signum() < 0 && wouldFallBelowZero(progress, closed)) {
            return new Refused(Reason.BELOW_ZERO);
        }
        tables.report(progress, kind, closed, clock.instant());
        return done(
                kind == ProgressEntry.Kind.ENTRY ? "PLAN_PROGRESS_RECORDED" : "PLAN_PROGRESS_CORRECTED",
                "quarter=" + quarter + ",indicator=" + indicator.key() + ",value="
                        + progress.value().toPlainString());
    }

    private boolean wouldFallBelowZero(NewProgress correction, boolean closed) {
        var reported = tables.reported(correction.quarter(), correction.indicator());
        var now = closed
                ? tables.frozenAchieved(correction.quarter(), correction.indicator())
                        .orElse(BigDecimal.ZERO)
                        .add(reported.after())
                : reported.before();
        return now.add(correction.value()).signum() < 0;
    }

    private PlanOutcome done(String action, String keys) {
        trail.record(TrailEvent.of(action).with(keys));
        return new Done();
    }
}
