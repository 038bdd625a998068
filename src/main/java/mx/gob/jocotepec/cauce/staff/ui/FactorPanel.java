package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import mx.gob.jocotepec.cauce.staff.OwnFactor;
import mx.gob.jocotepec.cauce.staff.OwnPasskey;
import mx.gob.jocotepec.cauce.staff.PasskeyAddress;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.jspecify.annotations.Nullable;

/** One's own second factors on the page of the account: codes of a telephone, passkeys, and the recovery codes of both. */
class FactorPanel extends Panel {
    private final OwnFactor factor;
    private final ProveYourself prove;
    private final PasskeyAddress address;
    private final Runnable loaded;
    private final Div body = new Div();

    FactorPanel(OwnFactor factor, ProveYourself prove, PasskeyAddress address, Runnable loaded) {
        super("staff.factor");
        this.factor = factor;
        this.prove = prove;
        this.address = address;
        this.loaded = loaded;
        body.addClassName("c-stack");
        add(body);
    }

    void load() {
        var state = factor.state();
        body.removeAll();
        if (state.any()) standing(state);
        else body.add(quiet(state.must() ? "staff.factor.must" : "staff.factor.none"));
        authenticator(state);
        passkeys(state);
        loaded.run();
    }

    private void standing(OwnFactor.State state) {
        int left = state.recoveryCodesLeft();
        var on = new StatusBadge(Tone.GOOD, AppIcon.CHECK, getTranslation("staff.factor.on"));
        var codes = new StatusBadge(
                left > 2 ? Tone.NEUTRAL : Tone.CAUTION, AppIcon.LOCK, getTranslation("staff.factor.left", left));
        var badges = new Div(on, codes);
        badges.addClassName("c-badges");
        body.add(
                badges,
                quiet("staff.factor.on.text"),
                actions(Actions.plain("staff.factor.renew", () -> prove.then(this::renew))));
    }

    private void authenticator(OwnFactor.State state) {
        boolean others = !state.passkeys().isEmpty();
        body.add(part(
                "staff.factor.app",
                quiet(state.authenticator() ? "staff.factor.app.on" : "staff.factor.app.none"),
                actions(
                        state.authenticator()
                                ? Actions.quiet("staff.factor.remove", () -> prove.then(() -> askToRemove(others)))
                                : Actions.plain("staff.factor.setUp", () -> prove.then(this::setUp)))));
    }

    private void passkeys(OwnFactor.State state) {
        var list = new UnorderedList();
        list.addClassName("c-requests");
        list.setVisible(!state.passkeys().isEmpty());
        boolean last = !state.authenticator() && state.passkeys().size() == 1;
        state.passkeys().forEach(passkey -> list.add(new ListItem(line(passkey, last))));
        body.add(part(
                "staff.passkeys",
                quiet("staff.passkeys.text"),
                list,
                new PasskeyButton("staff.passkey.add", address.origin(), true, this::begin, answer -> {})));
    }

    private Component part(String titleKey, Component... parts) {
        var part = new Div(new H3(getTranslation(titleKey)));
        part.addClassNames("c-stack", "c-factor");
        part.add(parts);
        return part;
    }

    private Component line(OwnPasskey passkey, boolean last) {
        var name = new Span(passkey.name());
        name.addClassName("c-strong");
        var used = passkey.lastUsed();
        var times = new Span(
                used == null
                        ? getTranslation("staff.passkey.unused", Dates.dateTime(passkey.since()))
                        : getTranslation("staff.session.times", Dates.dateTime(passkey.since()), Dates.dateTime(used)));
        times.addClassNames("c-quiet", "c-small");
        var words = new Div(name, times);
        words.addClassName("c-request-words");
        var line = new Div(
                words, Actions.plain("staff.passkey.remove", () -> prove.then(() -> askToRemove(passkey, last))));
        line.addClassName("c-request");
        return line;
    }

    /** Nothing is asked of the browser yet: who sits there and the name come first. */
    private @Nullable String begin() {
        prove.then(() -> new PasskeyDialog(factor, address, codes -> {
                    load();
                    if (codes.isEmpty()) Notices.done("staff.passkey.added");
                    else show(codes);
                })
                .open());
        return null;
    }

    private void askToRemove(OwnPasskey passkey, boolean last) {
        ask(
                getTranslation("staff.passkey.remove.title", passkey.name()),
                getTranslation(last ? "staff.passkey.remove.last" : "staff.passkey.remove.text"),
                getTranslation("staff.passkey.remove"),
                () -> factor.removePasskey(passkey.id()));
    }

    private static Div actions(Component... actions) {
        var line = new Div(actions);
        line.addClassName("c-actions");
        return line;
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

    private void askToRemove(boolean others) {
        ask(
                getTranslation("staff.factor.remove.title"),
                getTranslation(others ? "staff.factor.remove.text.passkeys" : "staff.factor.remove.text"),
                getTranslation("staff.factor.remove"),
                factor::remove);
    }

    private void ask(String title, String text, String action, Runnable remove) {
        ComponentEventListener<ConfirmDialog.ConfirmEvent> confirmed = confirm -> {
            remove.run();
            load();
            Notices.done("staff.saved");
        };
        var ask = new ConfirmDialog(title, text, action, confirmed);
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
