package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;
import mx.gob.jocotepec.cauce.uikit.FormDialog;

/** Asks why, from a list; the answer stands in the trail. */
final class ReasonDialog<E extends Enum<E>> extends FormDialog {
    private final Consumer<E> then;
    private final RadioButtonGroup<E> why = new RadioButtonGroup<>(getTranslation("rights.why.label"));

    /** @param key of title and button; {@code .about} and {@code .why.REASON} follow it */
    ReasonDialog(String key, E[] reasons, Consumer<E> then, Component... more) {
        super(key, key);
        this.then = then;
        setWidth("min(34rem, 96vw)");
        why.setItems(reasons);
        why.setItemLabelGenerator(value -> getTranslation(key + ".why." + value));
        why.setValue(reasons[0]);
        content(new Paragraph(getTranslation(key + ".about")), why);
        content(more);
    }

    @Override
    protected void submit() {
        close();
        then.accept(why.getValue());
    }
}
