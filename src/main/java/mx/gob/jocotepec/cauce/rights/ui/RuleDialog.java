package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import mx.gob.jocotepec.cauce.rights.RightsRules.Kind;
import mx.gob.jocotepec.cauce.rights.RightsRules.Rule;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.TextInput;

/** A period or a time to keep, with its source. */
final class RuleDialog extends FormDialog {
    private final RightsDesk desk;
    private final Rule before;
    private final Runnable saved;
    private final IntegerField amount = new IntegerField();
    private final TextInput source = new TextInput("rights.rule.source", 300);
    private final Checkbox confirmed = new Checkbox(getTranslation("rights.rule.confirmed"));

    RuleDialog(RightsDesk desk, Rule before, Runnable saved) {
        super("rights.rule.change", "uikit.save");
        this.desk = desk;
        this.before = before;
        this.saved = saved;
        amount.setLabel(getTranslation("rights.rule." + before.key()));
        amount.setHelperText(getTranslation("rights.rule.unit." + before.kind()));
        amount.setMin(0);
        amount.setMax(1200);
        amount.setValue(before.amount());
        source.setValue(before.source());
        source.setWidthFull();
        confirmed.setValue(before.confirmed());
        content(amount, source, confirmed);
    }

    @Override
    protected void submit() {
        problems.clear();
        var value = amount.getValue();
        boolean outside = value != null && (value < 0 || value > 1200);
        if (outside || amount.isInvalid() || (value == null && before.kind() == Kind.PERIOD)) {
            problems.show(amount, "rights.problem.number");
        } else if (source.getValue().isBlank()) {
            problems.show(source, "uikit.required");
        } else if (desk.rules()
                .change(new Rule(
                        before.key(),
                        before.kind(),
                        value,
                        source.getValue(),
                        confirmed.getValue(),
                        before.version()))) {
            close();
            saved.run();
        } else {
            problems.show(null, "rights.refused");
        }
    }
}
