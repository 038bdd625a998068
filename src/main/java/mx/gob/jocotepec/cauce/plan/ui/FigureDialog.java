package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import mx.gob.jocotepec.cauce.plan.Indicator;
import mx.gob.jocotepec.cauce.plan.IndicatorFigures;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.plan.ProgressEntry;
import mx.gob.jocotepec.cauce.plan.QuarterState;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Typing;

/** Where a figure comes from: what the system counted, or what was entered, by whom and on what evidence; and the way to add to it. */
class FigureDialog extends Dialog {
    private final Plans plans;
    private final Runnable changed;
    private final Quarter quarter;
    private final Typing typing = Typing.in(this);

    FigureDialog(Plans plans, IndicatorFigures figures, Quarter quarter, Runnable changed) {
        this.plans = plans;
        this.quarter = quarter;
        this.changed = changed;
        setHeaderTitle(getTranslation("plan.figure.title", figures.indicator().name(), FigureText.quarter(quarter)));
        setWidth("min(40rem, 94vw)");
        addClassName("p-dialog");
        getFooter().add(Actions.plain("uikit.close", () -> typing.giveUp(this::close)));
        show(figures);
    }

    private void show(IndicatorFigures figures) {
        removeAll();
        typing.forget();
        var of = figures.of(quarter);
        var row = new Div(FigureText.cell(of.progress(), of.light()));
        row.addComponentAsFirst(FigureText.state(of.state()));
        row.addClassNames("c-row", "p-head-figure");
        add(
                row,
                new Paragraph(getTranslation(
                        "plan.figure.words",
                        FigureText.number(of.progress().planned()),
                        FigureText.number(of.progress().achieved()))));
        if (of.progress().exceeded()) add(new Paragraph(getTranslation("plan.exceeded.text")));
        if (of.correctedBy().signum() != 0) {
            add(new Paragraph(getTranslation("plan.figure.corrected", FigureText.signed(of.correctedBy()))));
        }
        add(new H3(getTranslation("plan.evidence")), source(figures.indicator(), of.state()), entries(figures));
        var indicator = figures.indicator();
        boolean closed = of.state() == QuarterState.CLOSED;
        boolean byHand = indicator.kind() == Indicator.Kind.MANUAL && of.state() != QuarterState.FUTURE;
        if (Authorities.has(Permission.PLAN_EDIT) && (closed || byHand)) {
            var form = new ProgressForm(plans, quarter, indicator, closed, this::refresh);
            typing.watch(form);
            add(form);
        }
    }

    private Component source(Indicator indicator, QuarterState state) {
        var words = new Div();
        words.addClassName("c-stack");
        if (indicator.kind() == Indicator.Kind.AUTOMATIC) {
            words.add(new Paragraph(getTranslation("plan.counted", indicator.definition())));
        } else {
            words.add(new Paragraph(getTranslation("plan.byHand", indicator.definition(), indicator.evidence())));
        }
        var note = new Paragraph(getTranslation("plan.source." + state));
        note.addClassNames("c-quiet", "c-small");
        words.add(note);
        return words;
    }

    private Component entries(IndicatorFigures figures) {
        var entries = plans.entries(quarter, figures.indicator().key());
        if (entries.isEmpty()) {
            return figures.indicator().kind() == Indicator.Kind.AUTOMATIC
                    ? new Div()
                    : new Paragraph(getTranslation("plan.entries.none"));
        }
        var list = new UnorderedList();
        list.addClassName("p-entries");
        entries.forEach(entry -> list.add(item(entry)));
        return list;
    }

    private ListItem item(ProgressEntry entry) {
        var value = new Span(FigureText.signed(entry.value()));
        value.addClassName("p-entry-value");
        var who = entry.authorName() == null ? getTranslation("plan.entry.system") : entry.authorName();
        var meta = new Span(getTranslation(
                entry.afterClosing() ? "plan.entry.AFTER" : "plan.entry." + entry.kind(),
                Dates.dateTime(entry.at()),
                who));
        meta.addClassNames("c-quiet", "c-small");
        var words = new Div(new Span(entry.evidence()), meta);
        words.addClassName("p-entry-words");
        return new ListItem(value, words);
    }

    private void refresh(String indicator) {
        changed.run();
        plans.planOf(quarter.year()).stream()
                .flatMap(plan -> plan.activities().stream())
                .flatMap(activity -> activity.indicators().stream())
                .filter(figures -> figures.indicator().key().equals(indicator))
                .findFirst()
                .ifPresent(this::show);
    }
}
