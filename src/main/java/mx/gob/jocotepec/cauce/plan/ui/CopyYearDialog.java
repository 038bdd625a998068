package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.function.IntConsumer;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Done;
import mx.gob.jocotepec.cauce.plan.PlanOutcome.Refused;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Starts a year from another one: texts, activities and indicators, without targets and progress. */
class CopyYearDialog extends FormDialog {
    private static final int FIRST = 2000;
    private static final int LAST = 2999;

    private final Plans plans;
    private final List<Integer> years;
    private final IntConsumer then;
    private final ComboBox<Integer> from = new ComboBox<>();
    private final IntegerField to = new IntegerField();

    CopyYearDialog(Plans plans, int shown, int thisYear, IntConsumer then) {
        super("plan.copy.title", "plan.copy.confirm");
        this.plans = plans;
        this.then = then;
        years = plans.years();
        setWidth("min(30rem, 94vw)");
        from.setLabel(getTranslation("plan.copy.from"));
        from.setItems(years);
        from.setItemLabelGenerator(item -> Integer.toString(item));
        if (!years.isEmpty()) from.setValue(years.contains(shown) ? shown : years.getFirst());
        to.setLabel(getTranslation("plan.copy.to"));
        to.setStepButtonsVisible(true);
        to.setMin(FIRST);
        to.setMax(LAST);
        to.setId("copy-to");
        to.setValue(proposal(shown, thisYear));
        content(new Paragraph(getTranslation("plan.copy.text")), new FormGrid(from, to));
        to.focus();
        action.setId("copy-confirm");
    }

    private int proposal(int shown, int thisYear) {
        if (!years.contains(shown)) return shown;
        if (!years.contains(thisYear)) return thisYear;
        int year = thisYear;
        while (years.contains(year)) year++;
        return year;
    }

    @Override
    protected void submit() {
        problems.clear();
        var source = from.getValue();
        var year = to.getValue();
        if (source == null) {
            problems.show(from, "uikit.required");
            return;
        }
        if (year == null || year < FIRST || year > LAST) {
            problems.show(to, "plan.copy.year");
            return;
        }
        switch (plans.copyYear(source, year)) {
            case Done() -> {
                close();
                Notices.done("plan.copy.done", Integer.toString(year));
                then.accept(year);
            }
            case Refused(var reason) -> problems.show(to, "plan.refused." + reason);
        }
    }
}
