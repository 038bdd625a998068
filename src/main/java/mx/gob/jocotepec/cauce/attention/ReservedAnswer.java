package mx.gob.jocotepec.cauce.attention;

import java.util.List;

/** What becomes of the wish to open a reserved note. */
public sealed interface ReservedAnswer {
    /** @param notes the note and what it said before, the newest first */
    record Opened(List<ReservedNote> notes) implements ReservedAnswer {
        public Opened {
            notes = List.copyOf(notes);
        }
    }

    /** There is none, or none within reach: one answer for both. */
    record Nothing() implements ReservedAnswer {}

    /** She must prove who she is, with her password: it opens her key. */
    record ProveFirst() implements ReservedAnswer {}

    /** Her password was set anew and does not open her key: it takes her recovery key. */
    record Locked() implements ReservedAnswer {}

    /** It was written before she could read it. @param holders names of those who can give her access */
    record NotGiven(List<String> holders) implements ReservedAnswer {
        public NotGiven {
            holders = List.copyOf(holders);
        }
    }
}
