package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import mx.gob.jocotepec.cauce.uikit.FormDialog;

/** Password and, when she has one, a code of her second factor. */
class ProveDialog extends FormDialog {
    private final FreshFactor fresh;
    private final Runnable step;
    private final PasswordField password = new PasswordField(getTranslation("staff.prove.password"));
    private final TextField code = new CodeInput();

    ProveDialog(FreshFactor fresh, Runnable step) {
        super("staff.prove.title", "staff.prove.submit");
        this.fresh = fresh;
        this.step = step;
        setWidth("min(26rem, 96vw)");
        var text = new Paragraph(getTranslation("staff.prove.text"));
        text.addClassName("c-quiet");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setRequiredIndicatorVisible(true);
        password.setManualValidation(true);
        password.setWidthFull();
        code.setVisible(fresh.asksForCode());
        password.addKeyPressListener(Key.ENTER, press -> submit());
        code.addKeyPressListener(Key.ENTER, press -> submit());
        content(text, password, code);
        password.focus();
    }

    @Override
    protected void submit() {
        password.setInvalid(false);
        if (password.isEmpty()) {
            problems.show(password, "staff.account.present.missing");
            return;
        }
        switch (fresh.prove(password.getValue(), code.getValue())) {
            case FRESH -> {
                close();
                step.run();
            }
            case WRONG -> problems.show(password, code.isVisible() ? "staff.prove.wrong.both" : "staff.prove.wrong");
            case WAIT -> problems.show(password, "staff.account.wait");
        }
    }
}
