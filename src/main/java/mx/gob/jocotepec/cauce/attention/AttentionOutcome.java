package mx.gob.jocotepec.cauce.attention;

import java.util.Locale;
import java.util.Set;
import mx.gob.jocotepec.cauce.shared.AttentionId;

/** What became of a wish to change attentions. */
public sealed interface AttentionOutcome {
    /** @param warnings worth a look; it was stored all the same */
    record Saved(AttentionId id, Set<Warning> warnings) implements AttentionOutcome {
        public Saved {
            warnings = Set.copyOf(warnings);
        }
    }

    /** Nothing was stored. */
    record Refused(Reason reason) implements AttentionOutcome {}

    enum Warning {
        /** Outside the office's hours. */
        OUT_OF_HOURS,
        /** A weekend or a holiday. */
        NOT_A_WORKING_DAY,
        /** Who attends has another appointment within half an hour. */
        OVERLAPS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Reason {
        /** There is none, or none within reach: one answer for both. */
        NOT_FOUND,
        CASE_CLOSED,
        /** Nobody has been attended tomorrow. */
        IN_THE_FUTURE,
        /** An appointment lies ahead. */
        IN_THE_PAST,
        NEXT_IN_THE_PAST,
        NOTE_MISSING,
        REASON_MISSING,
        /** The actor does not attend as this. */
        OTHER_DISCIPLINE,
        /** Its area keeps it. */
        OTHER_AREA,
        /** The reserved note is somebody else's. */
        OTHER_AUTHOR,
        /** Her key to reserved notes is not open: it takes her password. */
        NOTE_CLOSED,
        /** Recorded or cancelled already. */
        SETTLED,
        CHANGED_MEANWHILE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
