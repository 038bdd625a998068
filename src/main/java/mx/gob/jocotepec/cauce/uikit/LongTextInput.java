package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;

/** Several lines with a limit; how many letters are left is said when it gets close. Nothing is sent to a spelling service. */
public final class LongTextInput extends TextArea {
    public LongTextInput(String labelKey, int longest) {
        super(I18NProvider.translate(labelKey));
        setMaxLength(longest);
        setAutocomplete(Autocomplete.OFF);
        setMinRows(3);
        setMaxRows(14);
        setWidthFull();
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(600);
        addValueChangeListener(change -> {
            int left = longest - change.getValue().length();
            setHelperText(left < longest / 10 ? I18NProvider.translate("uikit.lettersLeft", left) : "");
        });
    }
}
