package mx.gob.jocotepec.cauce.uikit;

import java.util.Locale;

/** What a colour means. It never stands alone: an icon and a word say the same. */
public enum Tone {
    NEUTRAL,
    INFO,
    GOOD,
    CAUTION,
    SERIOUS,
    CRITICAL;

    /** The class in cauce.css. */
    public String style() {
        return "c-tone-" + name().toLowerCase(Locale.ROOT);
    }
}
