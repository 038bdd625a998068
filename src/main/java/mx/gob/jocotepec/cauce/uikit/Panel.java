package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collection;

/** A part of a page with its heading and, where there is one, an action beside it. */
public class Panel extends Section {
    private final H2 heading = new H2();
    private final Div head = new Div();
    private final Div body = new Div();

    public Panel(String titleKey) {
        addClassName("c-panel");
        head.addClassName("c-panel-head");
        body.addClassName("c-panel-body");
        heading.setText(I18NProvider.translate(titleKey));
        head.add(heading);
        getElement().appendChild(head.getElement(), body.getElement());
    }

    /** Already translated. */
    public Panel heading(String text) {
        heading.setText(text);
        return this;
    }

    public Panel action(Component... actions) {
        var slot = new Div(actions);
        slot.addClassName("c-panel-action");
        head.add(slot);
        return this;
    }

    @Override
    public final void add(Component... components) {
        body.add(components);
    }

    @Override
    public final void add(Collection<Component> components) {
        body.add(components);
    }

    /** Replaces the content. */
    public final void content(Component... components) {
        body.removeAll();
        body.add(components);
    }
}
