package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

/** One line with a limit. The browser neither remembers nor offers what was typed here: computers are shared. */
public final class TextInput extends TextField {
    public TextInput(String labelKey, int longest) {
        super(I18NProvider.translate(labelKey));
        setMaxLength(longest);
        setAutocomplete(Autocomplete.OFF);
        getElement().setAttribute("spellcheck", "false");
    }

    /** Which keys a telephone shows: a value of HTML's {@code inputmode}. */
    public TextInput keyboard(String inputMode) {
        getElement().executeJs("this.inputElement?.setAttribute('inputmode', $0)", inputMode);
        return this;
    }
}
