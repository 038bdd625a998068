package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.dom.DebouncePhase;

/**
 * Whether somebody has written or chosen something in a part of the screen that would be lost with it. It knows from the first letter
 * on; the field itself reports only after a pause, and Escape may come before that.
 */
public final class Typing {
    private static final int PAUSE = 600;

    private boolean some;

    public Typing(Component part) {
        part.getElement()
                .addEventListener("input", letter -> some = true)
                .setFilter("event.composedPath()[0].type !== 'file'")
                .debounce(PAUSE, DebouncePhase.LEADING);
    }

    /** A form in a dialog of its own shape: Escape asks before it throws anything away, a click outside does nothing. */
    public static Typing in(Dialog dialog) {
        var typing = new Typing(dialog);
        dialog.addClassName("c-form-dialog");
        dialog.setCloseOnOutsideClick(false);
        dialog.addDialogCloseActionListener(close -> typing.giveUp(dialog::close));
        return typing;
    }

    /** Also what is chosen in these and in what they hold: a choice is no letter. */
    public void watch(Component... components) {
        for (var component : components) watch(component);
    }

    private void watch(Component component) {
        if (component instanceof HasValue<?, ?> field) {
            field.addValueChangeListener(change -> some |= change.isFromClient());
        }
        component.getChildren().forEach(this::watch);
    }

    /** What was written is kept now. */
    public void forget() {
        some = false;
    }

    /** At once when nothing was written; otherwise asks first. */
    public void giveUp(Runnable discard) {
        if (some) DiscardQuestion.ask(discard);
        else discard.run();
    }
}
