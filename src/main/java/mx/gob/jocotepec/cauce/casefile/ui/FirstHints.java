package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import mx.gob.jocotepec.cauce.casefile.Duties;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.TimeLeft;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Duties that follow from what is being typed: windows of health care, minors, a public servant as aggressor, danger now. */
final class FirstHints extends Div {
    private final Clock clock;

    FirstHints(Clock clock) {
        this.clock = clock;
        addClassNames("c-stack", "c-hints");
    }

    void show(Answers identity, Answers facts, Answers danger, Answers aggressor) {
        removeAll();
        if (facts.list("types").contains(Duties.SEXUAL)) showWindows(facts);
        if (Duties.isMinor(identity, facts, clock.instant())) hint(Tone.SERIOUS, AppIcon.ALERT, "casefile.hint.minor");
        if (Duties.agesDiffer(identity, facts, clock.instant())) hint(Tone.CAUTION, AppIcon.HELP, "casefile.hint.age");
        if (isYes(aggressor, "publicServant")) hint(Tone.CAUTION, AppIcon.LOCK, "casefile.hint.publicServant");
        if (isYes(danger, "danger")) hint(Tone.CRITICAL, AppIcon.ALERT_OCTAGON, "casefile.hint.danger");
    }

    private void showWindows(Answers facts) {
        if (facts.known("on").isEmpty()) {
            hint(Tone.SERIOUS, AppIcon.CLOCK, "casefile.hint.windowUnknown");
            return;
        }
        var open = Duties.windows(facts, clock.instant());
        if (open.isEmpty()) hint(Tone.SERIOUS, AppIcon.CLOCK, "casefile.hint.windowOver");
        for (var window : open) {
            var strip = hint(Tone.SERIOUS, AppIcon.CLOCK, "casefile.hint." + window.kind());
            if (window.due() != null) strip.add(TimeLeft.inHours(window.due(), clock));
        }
    }

    private static boolean isYes(Answers answers, String key) {
        return answers.known(key).filter("YES"::equals).isPresent();
    }

    private Div hint(Tone tone, AppIcon icon, String textKey) {
        Component text = new Span(getTranslation(textKey));
        var strip = new Div(icon.create(), text);
        strip.addClassNames("c-strip", tone.style());
        add(strip);
        return strip;
    }
}
