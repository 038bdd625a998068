package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mx.gob.jocotepec.cauce.rights.ArcoOutcome;
import mx.gob.jocotepec.cauce.rights.Breach;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Records a breach. */
final class BreachDialog extends FormDialog {
    private final RightsDesk desk;
    private final Runnable recorded;
    private final Select<Breach.Kind> kind = new Select<>();
    private final DateInput noticed;
    private final IntegerField people = new IntegerField(getTranslation("rights.breach.people"));
    private final Checkbox sensitive = new Checkbox(getTranslation("rights.breach.sensitive"), true);
    private final LongTextInput what = new LongTextInput("rights.breach.what", 4_000);
    private final LongTextInput reason = new LongTextInput("rights.breach.reason", 4_000);
    private final LongTextInput measures = new LongTextInput("rights.breach.measures", 4_000);
    private final LongTextInput advice = new LongTextInput("rights.breach.advice", 4_000);

    BreachDialog(RightsDesk desk, Runnable recorded) {
        super("rights.breach.add", "rights.breach.save");
        this.desk = desk;
        this.recorded = recorded;
        noticed = new DateInput("rights.breach.noticedOn", desk.clock());
        noticed.setValue(LocalDate.now(desk.clock().withZone(Office.ZONE)));
        kind.setLabel(getTranslation("rights.breach.kind"));
        kind.setItems(Breach.Kind.values());
        kind.setItemLabelGenerator(value -> getTranslation("rights.breach.kind." + value));
        kind.setValue(Breach.Kind.LOSS);
        people.setMin(0);
        people.setHelperText(getTranslation("rights.breach.people.help"));
        what.setRequiredIndicatorVisible(true);
        content(
                new Paragraph(getTranslation("rights.breach.about")),
                new FormGrid(kind, noticed, people).full(sensitive, what, reason, measures, advice));
    }

    @Override
    protected void submit() {
        problems.clear();
        var day = noticed.getValue();
        if (day == null) {
            problems.show(List.of(new Problem(noticed, noticed.missing("uikit.required"))));
            return;
        }
        var start = day.atStartOfDay(Office.ZONE).toInstant();
        var words = new Breach.Words(word(what), word(reason), word(measures), word(advice));
        switch (desk.breaches().record(kind.getValue(), start, people.getValue(), sensitive.getValue(), words)) {
            case ArcoOutcome.Done(var id, var number) -> {
                Notices.done("rights.breach.done", number);
                close();
                recorded.run();
            }
            case ArcoOutcome.Invalid(var found) -> {
                var fields = Map.<String, Component>of("noticed", noticed, "people", people, "what", what);
                problems.show(found.entrySet().stream()
                        .map(each -> new Problem(
                                fields.get(each.getKey()), getTranslation("rights.problem." + each.getValue())))
                        .toList());
            }
            case ArcoOutcome.Refused() -> problems.show(null, "rights.refused");
        }
    }

    private static Sensitive word(LongTextInput field) {
        return Sensitive.of(field.getValue().strip());
    }
}
