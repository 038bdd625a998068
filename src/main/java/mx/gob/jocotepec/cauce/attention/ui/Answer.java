package mx.gob.jocotepec.cauce.attention.ui;

import mx.gob.jocotepec.cauce.attention.AttentionOutcome;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Tells what became of something done with one click. */
final class Answer {
    private Answer() {}

    static void to(AttentionOutcome outcome, String doneKey, Runnable changed) {
        switch (outcome) {
            case AttentionOutcome.Saved saved -> Notices.done(doneKey);
            case AttentionOutcome.Refused(var why) -> Notices.warn("attention.refused." + why.key());
        }
        changed.run();
    }
}
