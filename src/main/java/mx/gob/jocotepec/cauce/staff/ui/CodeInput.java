package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;

/** Six digits of an authenticator, or a recovery code. Phones offer digits first and fill in what they received. */
class CodeInput extends TextField {
    CodeInput() {
        super(I18NProvider.translate("staff.code"));
        getElement().setProperty("autocomplete", "one-time-code");
        setHelperText(I18NProvider.translate("staff.code.hint"));
        setMaxLength(24);
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
        setWidthFull();
        getElement().setAttribute("autocapitalize", "off");
    }

    /** For who has no authenticator. */
    CodeInput recoveryOnly() {
        setLabel(I18NProvider.translate("staff.code.recovery"));
        setHelperText(I18NProvider.translate("staff.code.recovery.hint"));
        return this;
    }
}
