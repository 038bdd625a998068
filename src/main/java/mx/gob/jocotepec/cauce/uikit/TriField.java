package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.i18n.I18NProvider;
import mx.gob.jocotepec.cauce.shared.Tri;

/** Sí, No, Se desconoce. With the focus on it one key answers: S (or Y), N, D (or U). */
public final class TriField extends RadioButtonGroup<Tri> {
    public TriField(String labelKey) {
        addClassName("c-tri");
        addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        setLabel(I18NProvider.translate(labelKey));
        setItems(Tri.values());
        setItemLabelGenerator(value -> I18NProvider.translate("uikit.tri." + value.name()));
        answer("s", Tri.YES);
        answer("y", Tri.YES);
        answer("n", Tri.NO);
        answer("d", Tri.UNKNOWN);
        answer("u", Tri.UNKNOWN);
    }

    private void answer(String key, Tri value) {
        getElement()
                .addEventListener("keydown", event -> {
                    if (isEnabled() && !isReadOnly()) setValue(value);
                })
                .setFilter("event.key.toLowerCase() === '" + key
                        + "' && !event.ctrlKey && !event.altKey && !event.metaKey");
    }
}
