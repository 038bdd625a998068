package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;

/** A figure with decimals. What is typed and is no figure stays, marked; it never counts as nothing. */
public final class DecimalInput extends BigDecimalField {
    public DecimalInput() {
        setI18n(new BigDecimalFieldI18n().setBadInputErrorMessage(I18NProvider.translate("uikit.number.bad")));
    }

    /** The field itself swallows a comma, and 2,5 becomes 25 before anybody sees it. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("setTimeout(() => { this.allowedCharPattern = '[-+\\\\d.,\\\\s]'; })");
    }

    /** Something is typed that is no figure: neither a value nor nothing. A comma is none: "5,5" would count as 55. */
    public boolean isUnread() {
        var typed = getElement().getProperty("value", "");
        return (isEmpty() && !typed.isEmpty()) || typed.contains(",");
    }

    @Override
    public Validator<BigDecimal> getDefaultValidator() {
        var usual = super.getDefaultValidator();
        return (value, context) -> isUnread()
                ? ValidationResult.error(I18NProvider.translate("uikit.number.bad"))
                : usual.apply(value, context);
    }

    /** Also from something not understood to nothing and back, where no value changes. */
    public void onTyped(Runnable typed) {
        addValueChangeListener(change -> {
            if (change.isFromClient()) typed.run();
        });
        addValidationStatusChangeListener(status -> typed.run());
    }
}
