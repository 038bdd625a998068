package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import mx.gob.jocotepec.cauce.staff.PasskeyAddress;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import org.jspecify.annotations.Nullable;

/** A passkey where she has one; otherwise, or where her password opens something, the password and a code or the passkey. */
class ProveDialog extends FormDialog {
    private final FreshFactor fresh;
    private final boolean byPassword;
    private final Runnable step;
    private final PasswordField password = new PasswordField(getTranslation("staff.prove.password"));
    private final TextField code = new CodeInput();

    /** @param byPassword what follows opens by her password only */
    ProveDialog(FreshFactor fresh, PasskeyAddress address, boolean byPassword, Runnable step) {
        super("staff.prove.title", "staff.prove.submit");
        this.fresh = fresh;
        this.byPassword = byPassword;
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
        if (!fresh.hasPasskey()) {
            content(text, password, code);
            password.focus();
            return;
        }
        var passkey = new PasskeyButton("staff.prove.passkey", address.origin(), false, this::asked, this::answered);
        if (byPassword) {
            content(text, password, passkey.wide(), or("staff.prove.or"), code);
            password.focus();
        } else content(text, passkey.wide(), or("staff.prove.or.password"), password, code);
    }

    private Paragraph or(String key) {
        var or = new Paragraph(getTranslation(key));
        or.addClassName("c-quiet");
        return or;
    }

    private @Nullable String asked() {
        return byPassword && passwordMissing() ? null : fresh.passkeyRequest();
    }

    private void answered(String answer) {
        if (byPassword) done(fresh.proveByPasskey(password.getValue(), answer), password, "staff.prove.wrong.passkey");
        else done(fresh.proveByPasskey(answer), null, "staff.step.passkey.wrong");
    }

    private boolean passwordMissing() {
        password.setInvalid(false);
        if (password.isEmpty()) problems.show(password, "staff.account.present.missing");
        return password.isEmpty();
    }

    @Override
    protected void submit() {
        if (passwordMissing()) return;
        done(
                fresh.prove(password.getValue(), code.getValue()),
                password,
                code.isVisible() ? "staff.prove.wrong.both" : "staff.prove.wrong");
    }

    private void done(FreshFactor.Answer answer, @Nullable Component field, String wrongKey) {
        switch (answer) {
            case FRESH -> {
                close();
                step.run();
            }
            case WRONG -> problems.show(field, wrongKey);
            case WAIT -> problems.show(field, "staff.account.wait");
        }
    }
}
