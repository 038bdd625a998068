package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.function.Consumer;
import mx.gob.jocotepec.cauce.plan.FigureLimits;
import mx.gob.jocotepec.cauce.plan.Indicator;
import mx.gob.jocotepec.cauce.plan.NewProgress;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.plan.ProgressEntry.Kind;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.DecimalInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import org.jspecify.annotations.Nullable;

/** Adds to a figure, or corrects it with a reason. In a closed quarter there are corrections only. */
class ProgressForm extends Div {
    private final Plans plans;
    private final Quarter quarter;
    private final Indicator indicator;
    private final Consumer<String> done;
    private final ErrorSummary errors = new ErrorSummary();
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final DecimalInput value = new DecimalInput();
    private final LongTextInput evidence = new LongTextInput("plan.form.evidence", FigureLimits.LONGEST_EVIDENCE);

    /** @param done takes the key of the indicator */
    ProgressForm(Plans plans, Quarter quarter, Indicator indicator, boolean closed, Consumer<String> done) {
        this.plans = plans;
        this.quarter = quarter;
        this.indicator = indicator;
        this.done = done;
        addClassNames("c-stack", "p-form");
        kind.setLabel(getTranslation("plan.form.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(item -> getTranslation("plan.form.kind." + item));
        kind.addValueChangeListener(change -> words());
        value.setLocale(getLocale());
        value.setWidth("12rem");
        value.setRequiredIndicatorVisible(true);
        evidence.setRequiredIndicatorVisible(true);
        value.setId("progress-value");
        evidence.setId("progress-evidence");
        kind.setValue(closed ? Kind.CORRECTION : Kind.ENTRY);
        kind.setVisible(!closed);
        add(new H3(getTranslation(closed ? "plan.form.correct" : "plan.form.title")));
        if (closed) add(new Paragraph(getTranslation("plan.form.closed")));
        var save = Actions.primary("plan.form.save", this::save);
        save.setId("progress-save");
        add(errors, kind, value, evidence, new Div(save));
        words();
    }

    private void words() {
        boolean corrects = kind.getValue() == Kind.CORRECTION;
        value.setLabel(getTranslation("plan.form.value", indicator.unit().toLowerCase(getLocale())));
        value.setHelperText(getTranslation(corrects ? "plan.form.value.correct" : "plan.form.value.add"));
        evidence.setLabel(getTranslation(corrects ? "plan.form.reason" : "plan.form.evidence"));
        if (!corrects) evidence.setPlaceholder(indicator.evidence());
    }

    private void save() {
        value.setInvalid(false);
        evidence.setInvalid(false);
        var problems = new ArrayList<Problem>();
        var amount = value.getValue();
        var wrong = problem(amount);
        if (wrong != null) problems.add(new Problem(value, getTranslation(wrong)));
        var words = evidence.getValue().strip();
        if (words.length() < FigureLimits.SHORTEST_EVIDENCE)
            problems.add(new Problem(evidence, getTranslation("plan.form.evidence.missing")));
        errors.show(problems);
        if (amount == null || !problems.isEmpty()) return;
        var progress = new NewProgress(quarter, indicator.key(), amount, words);
        var outcome = kind.getValue() == Kind.CORRECTION ? plans.correct(progress) : plans.recordProgress(progress);
        if (PlanAnswers.tell(outcome)) {
            Notices.done("plan.form.saved");
            done.accept(indicator.key());
        }
    }

    private @Nullable String problem(@Nullable BigDecimal amount) {
        if (value.isUnread()) return "uikit.number.bad";
        if (amount == null || amount.signum() == 0) return "plan.form.value.missing";
        if (amount.signum() < 0 && kind.getValue() == Kind.ENTRY) return "plan.form.value.negative";
        return FigureLimits.ofChange(amount).map(FigureText::problem).orElse(null);
    }
}
