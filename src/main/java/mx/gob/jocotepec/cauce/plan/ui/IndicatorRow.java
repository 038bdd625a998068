package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import mx.gob.jocotepec.cauce.plan.FigureLimits;
import mx.gob.jocotepec.cauce.plan.Indicator;
import mx.gob.jocotepec.cauce.plan.IndicatorFigures;
import mx.gob.jocotepec.cauce.plan.Progress;
import mx.gob.jocotepec.cauce.plan.QuarterState;
import mx.gob.jocotepec.cauce.plan.TrafficLight;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.uikit.DecimalInput;
import org.jspecify.annotations.Nullable;

/** An indicator with its quarters. Each figure is a button that leads to its evidence. */
class IndicatorRow extends NativeTableRow {
    /** @param version of the target as it was shown */
    record TargetChange(
            String indicator, Quarter quarter, @Nullable BigDecimal planned, int version) {}

    private final RowFrame frame;
    private final Map<Quarter, NativeButton> figures = new LinkedHashMap<>();
    private final NativeButton toDate;
    private final NativeButton year;
    private IndicatorFigures shown;

    IndicatorRow(IndicatorFigures shown, RowFrame frame) {
        this.shown = shown;
        this.frame = frame;
        toDate = figure(null);
        year = figure(null);
        add(name(shown.indicator()));
        frame.quarters().keySet().forEach(quarter -> {
            var button = figure(quarter);
            figures.put(quarter, button);
            var cell = cell(FigureText.quarter(quarter), button);
            if (frame.setsTargets() && frame.quarters().get(quarter) != QuarterState.CLOSED) {
                cell.addComponentAsFirst(target(quarter));
            }
            add(cell);
        });
        add(cell(getTranslation("plan.toDate"), toDate), cell(getTranslation("plan.wholeYear"), year));
        show(shown);
    }

    /** Puts new figures into the cells that stand. */
    final void show(IndicatorFigures now) {
        shown = now;
        figures.forEach((quarter, button) -> {
            var of = now.of(quarter);
            fill(button, FigureText.quarter(quarter), of.progress(), of.light());
        });
        fill(toDate, getTranslation("plan.toDate"), now.toDate(), now.toDateLight());
        fill(year, getTranslation("plan.wholeYear"), now.year(), now.yearLight());
    }

    private void fill(NativeButton button, String column, Progress progress, TrafficLight light) {
        button.removeAll();
        button.add(FigureText.cell(progress, light));
        button.getElement()
                .setAttribute(
                        "aria-label",
                        shown.indicator().name() + ", " + column + ": " + FigureText.spoken(progress, light));
    }

    private NativeButton figure(@Nullable Quarter quarter) {
        var button = new NativeButton("", click -> frame.open().accept(shown, quarter));
        button.addClassName("p-figure");
        return button;
    }

    private NativeTableHeaderCell name(Indicator indicator) {
        var name = new NativeButton(indicator.name(), click -> frame.open().accept(shown, null));
        name.addClassNames("c-link", "p-name");
        var unit = new Span(getTranslation("plan.unit." + indicator.kind(), indicator.unit()));
        unit.addClassNames("c-quiet", "p-unit");
        var cell = new NativeTableHeaderCell(new Div(name, unit));
        cell.getElement().setAttribute("scope", "row");
        return cell;
    }

    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-column", column);
        return cell;
    }

    private Component target(Quarter quarter) {
        var field = new DecimalInput();
        field.addThemeVariants(TextFieldVariant.SMALL, TextFieldVariant.ALIGN_RIGHT);
        field.addClassName("p-target");
        field.setLocale(getLocale());
        field.setAutoselect(true);
        field.setAriaLabel(getTranslation(
                "plan.target.of", FigureText.quarter(quarter), shown.indicator().name()));
        field.setValue(plain(shown.of(quarter).progress().planned()));
        field.onTyped(() -> typed(field, quarter));
        return field;
    }

    /** Refused where it is no target: what is stored stays. */
    private void typed(DecimalInput field, Quarter quarter) {
        var planned = field.getValue();
        var problem = field.isUnread() ? "uikit.number.bad" : problem(planned);
        field.setInvalid(problem != null);
        if (problem != null) {
            field.setErrorMessage(getTranslation(problem));
            return;
        }
        if (same(planned, shown.of(quarter).progress().planned())) return;
        frame.target()
                .accept(new TargetChange(
                        shown.indicator().key(),
                        quarter,
                        planned,
                        shown.of(quarter).targetVersion()));
        field.setValue(plain(shown.of(quarter).progress().planned()));
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) return one == null && other == null;
        return one.compareTo(other) == 0;
    }

    /** 5.00 is 5. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) return null;
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable String problem(@Nullable BigDecimal planned) {
        return planned == null
                ? null
                : FigureLimits.ofTarget(planned).map(FigureText::problem).orElse(null);
    }
}
