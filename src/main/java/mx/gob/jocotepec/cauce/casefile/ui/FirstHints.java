package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Duties that follow from what is being typed: windows of health care, minors, a public servant as aggressor, danger now. */
final class FirstHints extends Div {
    private static final Duration PROPHYLAXIS = Duration.ofHours(72);

    private final Clock clock;

    FirstHints(Clock clock) {
        this.clock = clock;
        addClassName("c-stack");
    }

    void show(Answers identity, Answers facts, Answers danger, Answers aggressor) {
        removeAll();
        if (facts.list("types").contains("SEXUAL")) add(hint(Tone.SERIOUS, AppIcon.CLOCK, healthWindow(facts)));
        if (identity.known("age").flatMap(FirstHints::number).orElse(18) < 18) {
            add(hint(Tone.SERIOUS, AppIcon.ALERT, getTranslation("casefile.hint.minor")));
        }
        if (isYes(aggressor, "publicServant")) {
            add(hint(Tone.CAUTION, AppIcon.LOCK, getTranslation("casefile.hint.publicServant")));
        }
        if (isYes(danger, "danger")) {
            add(hint(Tone.CRITICAL, AppIcon.ALERT_OCTAGON, getTranslation("casefile.hint.danger")));
        }
    }

    private String healthWindow(Answers facts) {
        try {
            var day = LocalDate.parse(facts.known("on").orElse(""));
            var time = LocalTime.parse(facts.known("time").orElse("00:00"));
            var until = day.atTime(time).atZone(Office.ZONE).toInstant().plus(PROPHYLAXIS);
            long hours = Duration.between(clock.instant(), until).toHours();
            if (hours > 0) return getTranslation("casefile.hint.window", hours);
            return getTranslation("casefile.hint.windowOver");
        } catch (DateTimeParseException unknown) {
            return getTranslation("casefile.hint.windowUnknown");
        }
    }

    private static boolean isYes(Answers answers, String key) {
        return answers.known(key).filter("YES"::equals).isPresent();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Component hint(Tone tone, AppIcon icon, String text) {
        var strip = new Div(icon.create(), new Span(text));
        strip.addClassNames("c-strip", tone.style());
        return strip;
    }
}
