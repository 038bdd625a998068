package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

/** A state: a word with an icon and a colour, in this order of trust. */
public final class StatusBadge extends Span {
    public StatusBadge(Tone tone, AppIcon icon, String word) {
        addClassNames("c-badge", tone.style());
        add(icon.create(), new Span(word));
    }

    /**
     * A level of risk.
     *
     * @param level EXTREME, HIGH, MEDIUM, LOW or NONE of whichever enumeration; nothing counts as NONE
     */
    public static StatusBadge risk(@Nullable Enum<?> level) {
        return switch (level == null ? "NONE" : level.name()) {
            case "EXTREME" -> risk(Tone.CRITICAL, AppIcon.ALERT_OCTAGON, "uikit.risk.EXTREME");
            case "HIGH" -> risk(Tone.SERIOUS, AppIcon.TRIANGLE_UP, "uikit.risk.HIGH");
            case "MEDIUM" -> risk(Tone.CAUTION, AppIcon.DIAMOND, "uikit.risk.MEDIUM");
            case "LOW" -> risk(Tone.GOOD, AppIcon.TRIANGLE_DOWN, "uikit.risk.LOW");
            default -> risk(Tone.NEUTRAL, AppIcon.CIRCLE_DASHED, "uikit.risk.NONE");
        };
    }

    private static StatusBadge risk(Tone tone, AppIcon icon, String key) {
        return new StatusBadge(tone, icon, I18NProvider.translate(key));
    }
}
