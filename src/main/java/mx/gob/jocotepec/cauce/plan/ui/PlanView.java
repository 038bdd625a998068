package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.jocotepec.cauce.plan.AnnualPlan;
import mx.gob.jocotepec.cauce.plan.IndicatorFigures;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.plan.QuarterState;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Page;

/** The annual plan of a year: what was planned, what was achieved, and where each figure comes from. {@code /poa?anio=2026}. */
@Route(PlanView.PATH)
@RolesAllowed("PLAN_VIEW")
@StyleSheet("context://styles/plan.css")
class PlanView extends Page implements AfterNavigationObserver {
    static final String PATH = "poa";
    private static final String YEAR = "anio";

    private final Plans plans;
    private final Clock clock;
    private final Map<String, IndicatorRow> rows = new HashMap<>();
    private boolean setsTargets;
    private int year;

    PlanView(Plans plans, Clock clock) {
        super("plan.title");
        this.plans = plans;
        this.clock = clock;
        addClassName("p-plan");
        wide();
    }

    /** Where a year stands. */
    static QueryParameters at(int year) {
        return QueryParameters.of(YEAR, Integer.toString(year));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var years = plans.years();
        year = asked(event.getLocation()).orElseGet(() -> usual(years));
        show();
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), Office.ZONE).getYear();
    }

    private int usual(List<Integer> years) {
        return years.isEmpty() || years.contains(thisYear()) ? thisYear() : years.getFirst();
    }

    private static Optional<Integer> asked(Location location) {
        return location.getQueryParameters()
                .getSingleParameter(YEAR)
                .filter(text -> text.matches("2\\d{3}"))
                .map(Integer::valueOf);
    }

    private void show() {
        rows.clear();
        title(getTranslation("plan.title.year", Integer.toString(year)));
        var plan = plans.planOf(year).orElse(null);
        if (plan == null) {
            state();
            actions(actionsOf(null));
            body(new EmptyState(AppIcon.TARGET, "plan.none", "plan.none.text"));
            return;
        }
        state(quarters(plan));
        actions(actionsOf(plan));
        var parts = new ArrayList<Component>();
        parts.add(new ProgrammePanel(plan));
        for (var activity : plan.activities()) {
            var section = new ActivitySection(
                    activity, new RowFrame(plan.quarters(), setsTargets, this::open, this::setTarget));
            rows.putAll(section.rows());
            parts.add(section);
        }
        body(parts.toArray(Component[]::new));
    }

    private static Component[] quarters(AnnualPlan plan) {
        return plan.quarters().entrySet().stream()
                .map(entry -> {
                    var part =
                            new Div(new Span(FigureText.quarter(entry.getKey())), FigureText.state(entry.getValue()));
                    part.addClassName("p-quarter");
                    return part;
                })
                .toArray(Component[]::new);
    }

    private Component[] actionsOf(@org.jspecify.annotations.Nullable AnnualPlan plan) {
        var parts = new ArrayList<Component>();
        parts.add(yearSelect());
        boolean edits = Authorities.has(Permission.PLAN_EDIT);
        if (edits) parts.add(Actions.plain("plan.copy", AppIcon.COPY, this::copy));
        if (plan == null) return parts.toArray(Component[]::new);
        parts.add(Actions.plain("plan.print", AppIcon.PRINT, () -> getElement().executeJs("window.print()")));
        if (edits && plan.quarters().containsValue(QuarterState.CLOSED) && !anyOpen(plan)) edits = false;
        if (edits) parts.add(targetsToggle());
        toClose(plan).ifPresent(quarter -> parts.add(closing(quarter)));
        return parts.toArray(Component[]::new);
    }

    private static boolean anyOpen(AnnualPlan plan) {
        return plan.quarters().values().stream().anyMatch(state -> state != QuarterState.CLOSED);
    }

    /** The first that is over and not closed: quarters close in their order. */
    private static Optional<Quarter> toClose(AnnualPlan plan) {
        if (!Authorities.has(Permission.PLAN_CLOSE)) return Optional.empty();
        return plan.quarters().entrySet().stream()
                .filter(entry -> entry.getValue() == QuarterState.ENDED)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Select<Integer> yearSelect() {
        var years = new ArrayList<>(plans.years());
        if (!years.contains(year)) years.addFirst(year);
        var select = new Select<Integer>();
        select.setId("plan-year");
        select.setAriaLabel(getTranslation("plan.year"));
        select.setItems(years);
        select.setItemLabelGenerator(item -> Integer.toString(item));
        select.setValue(year);
        select.addClassName("p-year");
        select.addValueChangeListener(change -> go(change.getValue()));
        return select;
    }

    private Button targetsToggle() {
        var toggle = Actions.plain(setsTargets ? "plan.targets.done" : "plan.targets", AppIcon.EDIT, () -> {
            setsTargets = !setsTargets;
            show();
        });
        toggle.setId("plan-targets");
        return toggle;
    }

    private Button closing(Quarter quarter) {
        var button = Actions.primary("plan.close", () -> new CloseQuarterDialog(plans, quarter, this::show).open());
        button.setText(getTranslation("plan.close.quarter", FigureText.quarter(quarter)));
        button.setId("plan-close");
        return button;
    }

    private void copy() {
        new CopyYearDialog(plans, year, thisYear(), PlanView::go).open();
    }

    private static void go(int year) {
        UI.getCurrent().navigate(PlanView.class, at(year));
    }

    private void open(IndicatorFigures figures, @org.jspecify.annotations.Nullable Quarter quarter) {
        if (quarter == null) new IndicatorDialog(figures).open();
        else new FigureDialog(plans, figures, quarter, this::refresh).open();
    }

    private void setTarget(IndicatorRow.TargetChange change) {
        PlanAnswers.tell(plans.setTarget(change.quarter(), change.indicator(), change.planned(), change.version()));
        refresh();
    }

    /** New figures in the cells that stand, so that nobody loses her place. */
    private void refresh() {
        plans.planOf(year)
                .ifPresent(plan -> plan.activities().stream()
                        .flatMap(activity -> activity.indicators().stream())
                        .forEach(figures -> {
                            var row = rows.get(figures.indicator().key());
                            if (row != null) row.show(figures);
                        }));
    }
}
