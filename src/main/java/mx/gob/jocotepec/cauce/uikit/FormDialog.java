package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;

/**
 * A form in a dialog: what is wrong stands above, the buttons below. It closes only when the work is done or somebody gives it up; what
 * was typed is not thrown away without asking. Ctrl+Enter does what the button does.
 */
public abstract class FormDialog extends Dialog {
    protected final ErrorSummary problems = new ErrorSummary();
    protected final Button action;
    private final Div body = new Div();
    private final Typing typing = Typing.in(this);

    /** @param actionKey the verb on the button */
    protected FormDialog(String titleKey, String actionKey) {
        setHeaderTitle(I18NProvider.translate(titleKey));
        setWidth("min(44rem, 96vw)");
        setModality(com.vaadin.flow.component.ModalityMode.STRICT);
        body.addClassName("c-stack");
        body.add(problems);
        super.add(body);
        action = Actions.primary(actionKey, this::submit);
        // what is typed in the field that has the focus counts too
        action.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
        action.setDisableOnClick(true);
        action.addClickListener(click -> action.setEnabled(true));
        getFooter().add(Actions.quiet("uikit.cancel", () -> typing.giveUp(this::close)), action);
    }

    /** Stores; closes the dialog when that worked, and otherwise shows what is to be mended. */
    protected abstract void submit();

    protected final void content(Component... components) {
        body.add(components);
        typing.watch(components);
    }
}
