package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.i18n.I18NProvider;

/** A figure with decimals. What is typed and is no figure stays, marked; it never counts as nothing. */
public final class DecimalInput extends BigDecimalField {
    public DecimalInput() {
        setI18n(new BigDecimalFieldI18n().setBadInputErrorMessage(I18NProvider.translate("uikit.number.bad")));
    }

    /** Something is typed that is no figure: neither a value nor nothing. */
    public boolean isUnread() {
        return isEmpty() && !getElement().getProperty("value", "").isEmpty();
    }

    /** Also from something not understood to nothing and back, where no value changes. */
    public void onTyped(Runnable typed) {
        addValueChangeListener(change -> {
            if (change.isFromClient()) typed.run();
        });
        addValidationStatusChangeListener(status -> typed.run());
    }
}
