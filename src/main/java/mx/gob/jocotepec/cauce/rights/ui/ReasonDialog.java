package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;
import mx.gob.jocotepec.cauce.uikit.Actions;

/** Asks why, from a list; the answer stands in the trail. */
final class ReasonDialog extends Dialog {
    /** @param key of title and button; {@code .about} and {@code .why.REASON} follow it */
    <E extends Enum<E>> ReasonDialog(String key, E[] reasons, Consumer<E> then, Component... more) {
        setHeaderTitle(getTranslation(key));
        setWidth("min(34rem, 96vw)");
        var why = new RadioButtonGroup<E>(getTranslation("rights.why.label"));
        why.setItems(reasons);
        why.setItemLabelGenerator(value -> getTranslation(key + ".why." + value));
        why.setValue(reasons[0]);
        var body = new Div(new Paragraph(getTranslation(key + ".about")), why);
        body.add(more);
        body.addClassName("c-stack");
        add(body);
        getFooter().add(Actions.quiet("uikit.cancel", this::close), Actions.primary(key, () -> {
            close();
            then.accept(why.getValue());
        }));
    }
}
