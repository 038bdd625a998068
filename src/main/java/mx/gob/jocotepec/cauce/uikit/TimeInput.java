package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.util.Locale;

/** An hour of the day, written with 24 hours. */
public final class TimeInput extends TimePicker {
    private static final Locale TWENTY_FOUR_HOURS = Locale.of("es", "ES");

    /**
     * The component's own reading takes "25:99" for 2:39 and "9 pm" for 9:00. This one takes 9, 930, 9:30, 9.30, 9 h 30 and 9:30 pm, and
     * nothing else; it comes after the component has got its locale, which brings a reading along.
     */
    private static final String STRICT = """
            setTimeout(() => {
              const parseTime = (text) => {
                const parts = /^\\s*(\\d{1,2})\\s*[:.h]?\\s*(\\d{2})?\\s*(?:([ap])\\.?\\s*m\\.?)?\\s*$/i.exec(text);
                if (!parts) return undefined;
                let hours = Number(parts[1]);
                const minutes = Number(parts[2] ?? 0);
                if (parts[3]) {
                  if (hours < 1 || hours > 12) return undefined;
                  hours = (hours % 12) + (parts[3].toLowerCase() === 'p' ? 12 : 0);
                }
                return hours < 24 && minutes < 60 ? { hours, minutes, seconds: 0, milliseconds: 0 } : undefined;
              };
              this.i18n = { ...this.i18n, parseTime };
            })""";

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
        getElement().executeJs(STRICT);
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
