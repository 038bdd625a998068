package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** The draft is older than what is stored. Where both changed the same, what is stored stands here, to be taken over with one click. */
final class StoredSince extends Div {
    StoredSince() {
        var words = new Div(AppIcon.ALERT.create(), new Span(getTranslation("attention.draft.since")));
        words.addClassNames("c-strip", Tone.CAUTION.style());
        addClassNames("c-stack", "attention-since");
        add(words);
    }

    /** @param says what is stored now */
    void both(String label, String says, Runnable takeOver) {
        var row = new Div();
        var words = new Span(says.isEmpty() ? getTranslation("attention.draft.since.nothing") : says);
        words.addClassName("attention-words");
        row.addClassName("c-row");
        row.add(new Span(getTranslation("attention.draft.since.says", label)), words);
        row.add(Actions.plain("attention.draft.since.take", () -> {
            takeOver.run();
            remove(row);
        }));
        add(row);
    }
}
