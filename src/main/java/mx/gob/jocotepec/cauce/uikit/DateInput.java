package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.shared.Office;
import org.jspecify.annotations.Nullable;

/** A date, written as people do: 22/11/2026, 22-11-26, 221126, 22112026, 2026-11-22, "hoy", "ayer". */
public final class DateInput extends DatePicker {
    private static final Pattern PARTED = Pattern.compile("(\\d{1,2})[\\s/.-]+(\\d{1,2})[\\s/.-]+(\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");

    private boolean happened;

    public DateInput(String labelKey, Clock clock) {
        super(I18NProvider.translate(labelKey));
        setLocale(Texts.SPANISH);
        setI18n(texts());
        setPlaceholder(I18NProvider.translate("uikit.date.placeholder"));
        setFallbackParser(text -> parse(text, LocalDate.now(clock.withZone(Office.ZONE)))
                .map(Result::ok)
                .orElseGet(() -> Result.error(I18NProvider.translate("uikit.date.bad"))));
        // the calendar opens by its button or arrow down only: opened by typing, it would take the next tab from the
        // form
        setAutoOpen(false);
        getElement().setAttribute("autocomplete", "off");
    }

    /** For what has happened: a later date is marked while typing, and stays as it was typed. */
    public DateInput notAfterToday(Clock clock) {
        happened = true;
        setMax(LocalDate.now(clock.withZone(Office.ZONE)));
        return this;
    }

    /** Something stands there that is no date: neither a value nor nothing. */
    public boolean isUnread() {
        return isInputUnparsable();
    }

    /** @return what to say where a date is needed and none was understood */
    public String missing(String messageKey) {
        return I18NProvider.translate(isUnread() ? "uikit.date.bad" : messageKey);
    }

    @Override
    public void setMin(@Nullable LocalDate first) {
        super.setMin(first);
        sayLimits();
    }

    @Override
    public void setMax(@Nullable LocalDate last) {
        super.setMax(last);
        sayLimits();
    }

    private void sayLimits() {
        var first = getMin();
        var last = getMax();
        var texts = texts();
        if (first != null && last != null) {
            var between = I18NProvider.translate("uikit.date.between", Dates.date(first), Dates.date(last));
            texts.setMinErrorMessage(between).setMaxErrorMessage(between);
        } else if (first != null) {
            texts.setMinErrorMessage(I18NProvider.translate("uikit.date.tooEarly", Dates.date(first)));
        } else if (last != null) {
            texts.setMaxErrorMessage(I18NProvider.translate("uikit.date.tooLate", Dates.date(last)));
        }
        if (happened) texts.setMaxErrorMessage(I18NProvider.translate("uikit.date.future"));
        setI18n(texts);
    }

    /** A year of two digits is the latest that is not more than ten years ahead. */
    static Optional<LocalDate> parse(String text, LocalDate today) {
        var written = text.strip().toLowerCase(Locale.ROOT);
        switch (written) {
            case "hoy", "today" -> {
                return Optional.of(today);
            }
            case "ayer", "yesterday" -> {
                return Optional.of(today.minusDays(1));
            }
            default -> {
                // read as numbers below
            }
        }
        for (var shape : List.of(PARTED, COMPACT)) {
            var match = shape.matcher(written);
            if (match.matches()) {
                return date(match.group(1), match.group(2), match.group(3), today);
            }
        }
        var iso = ISO.matcher(written);
        // a day without its year is none: it would make a birth of this year
        return iso.matches() ? date(iso.group(3), iso.group(2), iso.group(1), today) : Optional.empty();
    }

    private static Optional<LocalDate> date(String day, String month, String year, LocalDate today) {
        try {
            int y = Integer.parseInt(year);
            if (year.length() == 2) {
                y += today.getYear() / 100 * 100;
                if (y > today.getYear() + 10) y -= 100;
            }
            return Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static DatePickerI18n texts() {
        return new DatePickerI18n()
                .setMonthNames(words("uikit.date.months"))
                .setWeekdays(words("uikit.date.weekdays"))
                .setWeekdaysShort(words("uikit.date.weekdaysShort"))
                .setDateFormats("dd/MM/yyyy", "d/M/yyyy")
                .setFirstDayOfWeek(1)
                .setToday(I18NProvider.translate("uikit.date.today"))
                .setCancel(I18NProvider.translate("uikit.cancel"))
                .setBadInputErrorMessage(I18NProvider.translate("uikit.date.bad"))
                .setRequiredErrorMessage(I18NProvider.translate("uikit.required"));
    }

    private static List<String> words(String key) {
        return List.of(I18NProvider.translate(key).split(","));
    }
}
