package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;

/** What stands where nothing is yet: why, and what to do. */
public final class EmptyState extends Div {
    public EmptyState(AppIcon icon, String titleKey, String textKey, Component... actions) {
        addClassName("c-empty");
        var title = new Paragraph(I18NProvider.translate(titleKey));
        title.addClassName("c-empty-title");
        add(icon.create(), title, new Paragraph(I18NProvider.translate(textKey)));
        add(actions);
    }
}
