package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.i18n.I18NProvider;

/** Asks before something written is thrown away. The button that is at hand keeps it; so does Escape, and so does covering the screen. */
final class DiscardQuestion extends ConfirmDialog {
    /** The second Escape may come before this question is on the screen, or after. */
    private static final String GOES_WHEN_COVERED = """
            const gone = () => {
              this.opened = false;
              this.dispatchEvent(new CustomEvent('cauce-covered'));
            };
            if (document.documentElement.classList.contains('c-covered')) gone();
            else window.addEventListener('cauce-covered', gone, { once: true });
            """;

    /** On the page and not in the dialog it asks about, which would keep the keyboard to itself. */
    static void ask(Runnable discard) {
        var ui = UI.getCurrent();
        var question = new DiscardQuestion(discard);
        question.addOpenedChangeListener(change -> {
            // after the answer, which comes behind the closing
            if (!change.isOpened()) ui.beforeClientResponse(ui, answered -> question.removeFromParent());
        });
        ui.add(question);
        question.open();
    }

    private DiscardQuestion(Runnable discard) {
        setHeader(I18NProvider.translate("uikit.discard.title"));
        setText(I18NProvider.translate("uikit.discard.text"));
        setConfirmText(I18NProvider.translate("uikit.discard.no"));
        setRejectable(true);
        setRejectText(I18NProvider.translate("uikit.discard.yes"));
        addRejectListener(reject -> discard.run());
        getElement().executeJs(GOES_WHEN_COVERED);
        getElement().addEventListener("cauce-covered", covered -> close());
    }
}
