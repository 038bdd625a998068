package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Fields in two columns, one on narrow screens. */
public final class FormGrid extends Div {
    public FormGrid(Component... fields) {
        super(fields);
        addClassName("c-form");
    }

    /** Fields that take the whole width. */
    public FormGrid full(Component... fields) {
        for (var field : fields) field.addClassName("c-form-full");
        add(fields);
        return this;
    }

    public FormGrid three() {
        addClassName("c-form-three");
        return this;
    }
}
