package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import mx.gob.jocotepec.cauce.attention.AttentionEntry;
import mx.gob.jocotepec.cauce.attention.ReservedAnswer;
import mx.gob.jocotepec.cauce.attention.ReservedNote;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** A reserved note and what it said before, or why it does not open and who can help. */
@StyleSheet("context://styles/attention.css")
final class ReservedDialog extends Dialog {
    private final AttentionDesk desk;
    private final AttentionEntry entry;

    private ReservedDialog(AttentionDesk desk, AttentionEntry entry) {
        this.desk = desk;
        this.entry = entry;
        setHeaderTitle(I18NProvider.translate("attention.reserved.title", desk.discipline(entry.discipline())));
        addClassName("attention-dialog");
        getFooter().add(Actions.plain("uikit.close", this::close));
    }

    /** Asks who sits there, when that was not said a moment ago. */
    static void open(AttentionDesk desk, AttentionEntry entry) {
        desk.prove().then(() -> show(desk, entry));
    }

    private static void show(AttentionDesk desk, AttentionEntry entry) {
        var dialog = new ReservedDialog(desk, entry);
        switch (desk.attentions().reserved(entry.id())) {
            case ReservedAnswer.Opened(var notes) -> {
                notes.forEach(note -> dialog.add(dialog.note(note)));
                dialog.offerAccess();
                dialog.open();
            }
            case ReservedAnswer.ProveFirst() -> desk.prove().always(() -> show(desk, entry));
            case ReservedAnswer.Locked() -> {
                dialog.add(
                        dialog.words("attention.reserved.locked"),
                        new Anchor("cuenta", I18NProvider.translate("attention.reserved.locked.link")));
                dialog.open();
            }
            case ReservedAnswer.NotGiven(var holders) -> {
                dialog.add(
                        holders.isEmpty()
                                ? dialog.words("attention.reserved.notGiven.nobody")
                                : dialog.words("attention.reserved.notGiven", String.join(", ", holders)));
                dialog.open();
            }
            case ReservedAnswer.Nothing() -> Notices.warn("attention.refused.not_found");
        }
    }

    private void offerAccess() {
        var waiting = desk.keys().waiting(entry.caseId());
        if (waiting.isEmpty()) return;
        var names = String.join(", ", waiting);
        add(words("attention.reserved.waiting", names));
        getFooter()
                .add(Actions.plain(
                        "attention.reserved.give",
                        () -> desk.prove().then(() -> {
                            Notices.done("attention.reserved.given", desk.keys().give(entry.caseId()));
                            close();
                        })));
    }

    private Component note(ReservedNote note) {
        var article = new Article(
                new H3(getTranslation("attention.versions.by", Dates.dateTime(note.updatedAt()), note.author())));
        article.addClassName("attention-version");
        var text = new Paragraph(
                note.text().isBlank()
                        ? getTranslation("attention.reserved.emptied")
                        : note.text().reveal());
        text.addClassName("attention-words");
        article.add(text);
        return article;
    }

    private Paragraph words(String key, Object... parameters) {
        return new Paragraph(getTranslation(key, parameters));
    }
}
