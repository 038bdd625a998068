package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.casefile.Drafts;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.uikit.Dates;

/** Keeps what is being typed and says when. One draft for each form and subject; it outlives the session. */
final class DraftLine extends Span {
    private final Drafts drafts;
    private final String kind;
    private final UUID subject;
    private final Supplier<Answers> typed;
    private boolean paused;

    DraftLine(Drafts drafts, String kind, UUID subject, Supplier<Answers> typed) {
        this.drafts = drafts;
        this.kind = kind;
        this.subject = subject;
        this.typed = typed;
        addClassNames("c-quiet", "c-small");
        getElement().setAttribute("role", "status");
    }

    /** Fills the form with what was left; nothing is kept while it is filled. */
    void restore(java.util.function.Consumer<Answers> fill) {
        drafts.find(kind, subject).ifPresent(draft -> {
            paused = true;
            fill.accept(draft.answers());
            paused = false;
            setText(getTranslation("attention.draft.found", Dates.dateTime(draft.updatedAt())));
        });
    }

    void keep() {
        if (paused) return;
        setText(getTranslation("attention.draft.kept", Dates.time(drafts.save(kind, subject, typed.get()))));
    }

    void discard() {
        paused = true;
        drafts.discard(kind, subject);
    }
}
