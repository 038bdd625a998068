package mx.gob.jocotepec.cauce.attention.ui;

import mx.gob.jocotepec.cauce.attention.AttentionStatus;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** How the state of an attention looks. */
final class Statuses {
    private Statuses() {}

    static StatusBadge badge(AttentionStatus status, String word) {
        return switch (status) {
            case SCHEDULED -> new StatusBadge(Tone.INFO, AppIcon.CALENDAR, word);
            case ATTENDED -> new StatusBadge(Tone.GOOD, AppIcon.CHECK_CIRCLE, word);
            case NO_SHOW -> new StatusBadge(Tone.CAUTION, AppIcon.CLOSE_CIRCLE, word);
            case CANCELLED -> new StatusBadge(Tone.NEUTRAL, AppIcon.CLOSE, word);
        };
    }
}
