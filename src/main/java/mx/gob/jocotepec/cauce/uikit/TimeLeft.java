package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import mx.gob.jocotepec.cauce.shared.Office;

/** The time until something is due, written: "vence en 3 h", "2 días tarde". The moment itself shows on pointing at it. */
public final class TimeLeft extends Span {
    /** How to say it: a text key with one number. */
    record Reading(String key, long amount, Tone tone) {}

    private static final Duration SOON = Duration.ofHours(24);
    /** Up to here in hours: "in 1 day" could mean nearly two. */
    private static final int COUNTED_IN_HOURS = 48;

    public TimeLeft(Instant due, Clock clock) {
        this(read(due, clock.instant()), Dates.dateTime(due));
    }

    /** For what is due at the end of a day. */
    public TimeLeft(LocalDate due, Clock clock) {
        this(read(due, LocalDate.now(clock.withZone(Office.ZONE))), Dates.date(due));
    }

    /** For a window that closes: in hours, however many are left. */
    public static TimeLeft inHours(Instant due, Clock clock) {
        var reading = read(due, clock.instant());
        long hours = Duration.between(clock.instant(), due).toHours();
        return new TimeLeft(
                reading.key().endsWith(".days") ? new Reading("uikit.due.hours", hours, reading.tone()) : reading,
                Dates.dateTime(due));
    }

    private TimeLeft(Reading reading, String moment) {
        addClassNames("c-time-left", reading.tone().style());
        var icon = reading.tone() == Tone.SERIOUS ? AppIcon.ALERT : AppIcon.CLOCK;
        add(icon.create(), new Span(I18NProvider.translate(reading.key(), reading.amount())));
        getElement().setAttribute("title", moment);
    }

    static Reading read(Instant due, Instant now) {
        var left = Duration.between(now, due);
        var late = left.isNegative();
        var amount = left.abs();
        var way = late ? "uikit.late." : "uikit.due.";
        var tone = late ? Tone.SERIOUS : left.compareTo(SOON) <= 0 ? Tone.CAUTION : Tone.NEUTRAL;
        if (amount.toMinutes() < 60) return new Reading(way + "minutes", amount.toMinutes(), tone);
        if (amount.toHours() < COUNTED_IN_HOURS) return new Reading(way + "hours", amount.toHours(), tone);
        return new Reading(way + "days", amount.toDays(), tone);
    }

    static Reading read(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) return new Reading("uikit.late.days", -days, Tone.SERIOUS);
        if (days == 0) return new Reading("uikit.due.today", 0, Tone.CAUTION);
        return new Reading("uikit.due.days", days, days == 1 ? Tone.CAUTION : Tone.NEUTRAL);
    }
}
