package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import mx.gob.jocotepec.cauce.staff.OwnFactor;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** One's own second factor on the page of the account. */
class FactorPanel extends Panel {
    private final OwnFactor factor;
    private final ProveYourself prove;
    private final Div body = new Div();

    FactorPanel(OwnFactor factor, ProveYourself prove) {
        super("staff.factor");
        this.factor = factor;
        this.prove = prove;
        body.addClassName("c-stack");
        add(body);
    }

    void load() {
        var state = factor.state();
        body.removeAll();
        if (!state.authenticator()) {
            body.add(
                    quiet(state.must() ? "staff.factor.must" : "staff.factor.none"),
                    Actions.plain("staff.factor.setUp", () -> prove.then(this::setUp)));
            return;
        }
        int left = state.recoveryCodesLeft();
        var on = new StatusBadge(Tone.GOOD, AppIcon.CHECK, getTranslation("staff.factor.on"));
        var codes = new StatusBadge(
                left > 2 ? Tone.NEUTRAL : Tone.CAUTION, AppIcon.LOCK, getTranslation("staff.factor.left", left));
        var badges = new Div(on, codes);
        badges.addClassName("c-badges");
        var actions = new Div(
                Actions.plain("staff.factor.renew", () -> prove.then(this::renew)),
                Actions.quiet("staff.factor.remove", () -> prove.then(this::askToRemove)));
        actions.addClassName("c-actions");
        body.add(badges, quiet("staff.factor.on.text"), actions);
    }

    private void setUp() {
        var dialog = dialog("staff.step.setup.title");
        dialog.add(new AuthenticatorForm(factor.begin(), factor::confirm, codes -> {
            dialog.close();
            show(codes);
        }));
        dialog.open();
    }

    private void renew() {
        show(factor.newRecoveryCodes());
    }

    private void show(List<String> codes) {
        var dialog = dialog("staff.factor.codes");
        dialog.setCloseOnEsc(false);
        dialog.add(new Paragraph(getTranslation("staff.factor.codes.text")), new RecoveryCodes(codes));
        dialog.getFooter().add(Actions.primary("staff.factor.codes.kept", dialog::close));
        dialog.open();
        load();
    }

    private void askToRemove() {
        var ask = new ConfirmDialog(
                getTranslation("staff.factor.remove.title"),
                getTranslation("staff.factor.remove.text"),
                getTranslation("staff.factor.remove"),
                confirmed -> {
                    factor.remove();
                    load();
                    Notices.done("staff.saved");
                });
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("uikit.cancel"));
        ask.open();
    }

    private Dialog dialog(String titleKey) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation(titleKey));
        dialog.setWidth("min(32rem, 96vw)");
        dialog.setCloseOnOutsideClick(false);
        return dialog;
    }

    private Component quiet(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassName("c-quiet");
        return text;
    }
}
