package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import mx.gob.jocotepec.cauce.shared.Office;

/** Dates as people here write them: "22 nov 2026, 14:05", in the office's zone, in the language of the screen. */
public final class Dates {
    private static final String[] SPANISH = {
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"
    };
    private static final String[] ENGLISH = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Dates() {}

    public static String date(LocalDate date) {
        return date(date, locale());
    }

    public static String date(Instant instant) {
        return date(instant.atZone(Office.ZONE).toLocalDate());
    }

    public static String dateTime(Instant instant) {
        return dateTime(instant, locale());
    }

    public static String time(Instant instant) {
        return time(instant.atZone(Office.ZONE).toLocalTime());
    }

    /** "22 nov" in the year of the clock, otherwise with the year: for timelines. */
    public static String shortDate(Instant instant, Clock clock) {
        var date = instant.atZone(Office.ZONE).toLocalDate();
        var sameYear =
                date.getYear() == LocalDate.now(clock.withZone(Office.ZONE)).getYear();
        return sameYear ? date.getDayOfMonth() + " " + month(date, locale()) : date(date);
    }

    /** "hace 5 s", "hace 3 min", "hace 2 h", "hace 6 d". */
    public static String ago(Instant instant, Clock clock) {
        var passed = Duration.between(instant, clock.instant());
        if (passed.toSeconds() < 60)
            return I18NProvider.translate("uikit.ago.seconds", Math.max(0, passed.toSeconds()));
        if (passed.toMinutes() < 60) return I18NProvider.translate("uikit.ago.minutes", passed.toMinutes());
        if (passed.toHours() < 48) return I18NProvider.translate("uikit.ago.hours", passed.toHours());
        return I18NProvider.translate("uikit.ago.days", passed.toDays());
    }

    static String date(LocalDate date, Locale locale) {
        return date.getDayOfMonth() + " " + month(date, locale) + " " + date.getYear();
    }

    static String dateTime(Instant instant, Locale locale) {
        var local = instant.atZone(Office.ZONE);
        return date(local.toLocalDate(), locale) + ", " + time(local.toLocalTime());
    }

    private static String time(LocalTime time) {
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
    }

    private static String month(LocalDate date, Locale locale) {
        return (locale.getLanguage().equals("en") ? ENGLISH : SPANISH)[date.getMonthValue() - 1];
    }

    private static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Texts.SPANISH : ui.getLocale();
    }
}
