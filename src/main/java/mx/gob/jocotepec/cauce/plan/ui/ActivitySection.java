package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import mx.gob.jocotepec.cauce.plan.Activity;
import mx.gob.jocotepec.cauce.plan.IndicatorFigures;
import mx.gob.jocotepec.cauce.plan.Progress;
import mx.gob.jocotepec.cauce.plan.QuarterState;
import mx.gob.jocotepec.cauce.uikit.Chart;
import mx.gob.jocotepec.cauce.uikit.Panel;
import org.jspecify.annotations.Nullable;

/** One activity of the plan with its indicators; on a phone each indicator is a card. */
class ActivitySection extends Panel {
    private static final String ATTENTION = "ACT1";
    private final Map<String, IndicatorRow> rows = new LinkedHashMap<>();

    ActivitySection(Activity activity, RowFrame frame) {
        super("plan.activity");
        addClassName("p-activity");
        setId("actividad-" + activity.key());
        heading(heading(activity));
        add(facts(activity));
        if (!activity.lines().isEmpty()) add(lines(activity));
        if (activity.indicators().isEmpty()) return;
        if (activity.key().equals(ATTENTION)) add(picture(activity, frame));
        add(table(activity, frame));
    }

    Map<String, IndicatorRow> rows() {
        return rows;
    }

    private String heading(Activity activity) {
        return activity.printedNumber().isBlank()
                ? activity.name()
                : getTranslation("plan.activity.heading", activity.printedNumber(), activity.name());
    }

    private Component facts(Activity activity) {
        var facts = new Div(
                new Span(getTranslation("plan.budget", FigureText.money(activity.budget()))),
                new Span(getTranslation("plan.beneficiaries", beneficiaries(activity))));
        facts.addClassNames("c-row", "c-quiet", "c-small", "p-facts");
        var goal = new Paragraph(activity.goal());
        var all = new Div(facts);
        if (!activity.goal().isBlank()) all.addComponentAsFirst(goal);
        return all;
    }

    private static String beneficiaries(Activity activity) {
        var number = activity.beneficiaries();
        return number == null ? activity.beneficiariesText() : FigureText.number(BigDecimal.valueOf(number));
    }

    private Component lines(Activity activity) {
        var body = new Div();
        body.addClassName("p-lines");
        var list = new UnorderedList();
        String under = null;
        for (var line : activity.lines()) {
            if (!Objects.equals(line.heading(), under)) {
                under = line.heading();
                if (list.getElement().getChildCount() > 0) body.add(list);
                list = new UnorderedList();
                if (under != null) body.add(new H3(under));
            }
            list.add(new ListItem(line.text()));
        }
        body.add(list);
        return new NativeDetails(getTranslation("plan.lines", activity.lines().size()), body);
    }

    private Component table(Activity activity, RowFrame frame) {
        var table = new NativeTable();
        table.addClassName("p-table");
        table.setCaptionText(heading(activity));
        var head = new NativeTableRow();
        head.add(column(getTranslation("plan.indicator"), null));
        frame.quarters().forEach((quarter, state) -> head.add(column(FigureText.quarter(quarter), state)));
        head.add(column(getTranslation("plan.toDate"), null), column(getTranslation("plan.wholeYear"), null));
        table.getHead().add(head);
        for (var figures : activity.indicators()) {
            var row = new IndicatorRow(figures, frame);
            rows.put(figures.indicator().key(), row);
            table.getBody().add(row);
        }
        var wide = new Div(table);
        wide.addClassName("p-scroll");
        return wide;
    }

    private NativeTableHeaderCell column(String text, @Nullable QuarterState state) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        if (state != null) {
            var word = new Span(getTranslation("plan.state." + state));
            word.addClassName("p-state");
            cell.add(word);
        }
        return cell;
    }

    /** Planned and achieved by quarter, of the indicator that is chosen: units differ, so they are never added up. */
    private Component picture(Activity activity, RowFrame frame) {
        var place = new Div();
        var choice = new Select<IndicatorFigures>();
        choice.setLabel(getTranslation("plan.chart.of"));
        choice.setItems(activity.indicators());
        choice.setItemLabelGenerator(figures -> figures.indicator().name());
        choice.addValueChangeListener(change -> {
            place.removeAll();
            place.add(chart(change.getValue(), frame));
        });
        choice.setValue(activity.indicators().getFirst());
        choice.addClassName("p-choice");
        var picture = new Div(choice, place);
        picture.addClassName("p-picture");
        return picture;
    }

    private Chart chart(IndicatorFigures figures, RowFrame frame) {
        return new Chart(new Chart.Data(
                Chart.Kind.BARS,
                getTranslation("plan.chart.title", figures.indicator().name()),
                frame.quarters().keySet().stream().map(FigureText::quarter).toList(),
                List.of(
                        series("plan.target", figures, Progress::planned),
                        series("plan.achieved", figures, Progress::achieved))));
    }

    private Chart.Series series(String key, IndicatorFigures figures, Function<Progress, @Nullable BigDecimal> value) {
        List<@Nullable BigDecimal> values = new java.util.ArrayList<>();
        figures.quarters().forEach(quarter -> values.add(value.apply(quarter.progress())));
        return new Chart.Series(getTranslation(key), values);
    }
}
