package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.staff.PasswordRules;

/** A new password: typed once and visible on demand, pasted if one likes, with a calm word on how good it is. */
class PasswordInput extends PasswordField {
    private final PasswordRules rules;
    private final Supplier<String> username;

    PasswordInput(String labelKey, PasswordRules rules, Supplier<String> username) {
        super(I18NProvider.translate(labelKey));
        this.rules = rules;
        this.username = username;
        setAutocomplete(Autocomplete.NEW_PASSWORD);
        setMaxLength(PasswordRules.LONGEST);
        setHelperText(I18NProvider.translate("staff.password.hint"));
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
        setWidthFull();
        setValueChangeMode(ValueChangeMode.LAZY);
        addValueChangeListener(change -> judge());
    }

    /** Shows what is wrong under the field; says whether it will do. */
    boolean accepted() {
        var problem = rules.check(username.get(), getValue());
        setInvalid(problem.isPresent());
        setErrorMessage(problem.map(found -> I18NProvider.translate("staff.password." + found.name()))
                .orElse(""));
        if (problem.isPresent()) setHelperText("");
        return problem.isEmpty();
    }

    /** While it is being typed only good words are said; what is wrong shows once it was tried. */
    private void judge() {
        if (isInvalid()) {
            accepted();
            return;
        }
        var good =
                !getValue().isEmpty() && rules.check(username.get(), getValue()).isEmpty();
        var key = good ? rules.strength(username.get(), getValue()).name() : "hint";
        setHelperText(I18NProvider.translate("staff.password." + key));
    }
}
