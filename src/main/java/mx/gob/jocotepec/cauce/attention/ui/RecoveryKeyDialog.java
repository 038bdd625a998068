package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.i18n.I18NProvider;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.Actions;

/** A recovery key, shown once: to print or to write down. It closes only when she says that she has it. */
final class RecoveryKeyDialog extends Dialog {
    RecoveryKeyDialog(Sensitive key) {
        setHeaderTitle(I18NProvider.translate("attention.keys.shown.title"));
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setWidth("min(34rem, 96vw)");
        var signs = new Pre(key.reveal());
        signs.addClassName("attention-key");
        add(new Paragraph(getTranslation("attention.keys.shown.text")), signs);
        getFooter()
                .add(
                        Actions.plain(
                                "attention.keys.shown.print",
                                () -> UI.getCurrent().getPage().executeJs("window.print()")),
                        Actions.primary("attention.keys.shown.done", this::close));
    }
}
