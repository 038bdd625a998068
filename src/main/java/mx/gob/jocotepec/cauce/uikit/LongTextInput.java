package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

/**
 * Several lines with a limit; how many letters are left is said when it gets close, beside what else helps. Nothing is sent to a
 * spelling service.
 */
public final class LongTextInput extends TextArea {
    private final int longest;
    private String help = "";

    public LongTextInput(String labelKey, int longest) {
        super(I18NProvider.translate(labelKey));
        this.longest = longest;
        setMaxLength(longest);
        setAutocomplete(Autocomplete.OFF);
        setMinRows(3);
        setMaxRows(14);
        setWidthFull();
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(600);
        addValueChangeListener(change -> help());
    }

    @Override
    public void setHelperText(@Nullable String text) {
        help = text == null ? "" : text;
        help();
    }

    private void help() {
        int left = longest - getValue().length();
        var near = left < longest / 10 ? I18NProvider.translate("uikit.lettersLeft", left) : "";
        super.setHelperText(help.isEmpty() || near.isEmpty() ? help + near : help + " · " + near);
    }
}
