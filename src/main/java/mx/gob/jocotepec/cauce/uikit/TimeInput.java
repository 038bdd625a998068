package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.util.Locale;

/** An hour of the day, written with 24 hours; what is typed is understood or refused, never misread. */
@JavaScript("context://modules/time.js")
public final class TimeInput extends TimePicker {
    private static final Locale TWENTY_FOUR_HOURS = Locale.of("es", "ES");

    public TimeInput(String labelKey) {
        super(I18NProvider.translate(labelKey));
        setLocale(TWENTY_FOUR_HOURS);
        setStep(Duration.ofMinutes(15));
        setPlaceholder(I18NProvider.translate("uikit.time.placeholder"));
        setI18n(new TimePickerI18n().setBadInputErrorMessage(I18NProvider.translate("uikit.time.bad")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("window.cauceTime.readStrictly(this)");
    }

    /** Something is typed that is no hour: it must not count as none. */
    public boolean isUnread() {
        return isInputUnparsable();
    }

    /** @return what to say where an hour is needed and none was understood */
    public String missing(String messageKey) {
        return I18NProvider.translate(isUnread() ? "uikit.time.bad" : messageKey);
    }
}
