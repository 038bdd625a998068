package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import mx.gob.jocotepec.cauce.staff.OwnFactor;
import mx.gob.jocotepec.cauce.staff.PasskeyAddress;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import org.jspecify.annotations.Nullable;

/** A name for the new passkey; the rest is asked by the browser. */
class PasskeyDialog extends Dialog {
    private static final int LONGEST_NAME = 60;

    private final OwnFactor factor;
    private final Consumer<List<String>> added;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextField name = new TextField(getTranslation("staff.passkey.name"));

    /** @param added takes her recovery codes, none where she has some */
    PasskeyDialog(OwnFactor factor, PasskeyAddress address, Consumer<List<String>> added) {
        this.factor = factor;
        this.added = added;
        setHeaderTitle(getTranslation("staff.passkey.add"));
        setWidth("min(30rem, 96vw)");
        setCloseOnOutsideClick(false);
        addClassName("c-form-dialog");
        var text = new Paragraph(getTranslation("staff.passkey.make.text"));
        text.addClassName("c-quiet");
        name.setHelperText(getTranslation("staff.passkey.name.hint"));
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setWidthFull();
        var make = new PasskeyButton("staff.passkey.make", address.origin(), true, this::asked, this::answered);
        var body = new Div(errors, text, name, make.word());
        body.addClassName("c-stack");
        add(body);
        getFooter().add(Actions.quiet("uikit.cancel", this::close), make.primary());
        name.focus();
    }

    private @Nullable String asked() {
        errors.clear();
        name.setInvalid(false);
        if (name.getValue().isBlank()) {
            errors.show(name, "staff.passkey.name.missing");
            return null;
        }
        return factor.passkeyCreation();
    }

    private void answered(String answer) {
        factor.addPasskey(name.getValue(), answer)
                .ifPresentOrElse(
                        codes -> {
                            close();
                            added.accept(codes);
                        },
                        () -> errors.show(null, "staff.passkey.refused"));
    }
}
