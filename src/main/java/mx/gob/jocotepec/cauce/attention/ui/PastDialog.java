package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.attention.AttentionEntry;
import mx.gob.jocotepec.cauce.attention.AttentionVersion;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Dates;

/** What an attention says and said before. */
@StyleSheet("context://styles/attention.css")
final class PastDialog extends Dialog {
    private PastDialog(String title) {
        setHeaderTitle(title);
        addClassName("attention-dialog");
        getFooter().add(Actions.plain("uikit.close", this::close));
    }

    static PastDialog versions(AttentionDesk desk, AttentionEntry entry) {
        var dialog = new PastDialog(dialogTitle("attention.versions.title"));
        desk.attentions().versions(entry.id()).forEach(version -> dialog.add(dialog.version(desk, version)));
        return dialog;
    }

    private Component version(AttentionDesk desk, AttentionVersion version) {
        var facts = Stream.of(
                        desk.status(version.status()),
                        desk.kind(version.kind()),
                        desk.mode(version.mode()),
                        Dates.dateTime(version.startsAt()),
                        version.minutes() == null ? null : getTranslation("attention.minutes.of", version.minutes()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        var article = article(
                getTranslation("attention.versions.by", Dates.dateTime(version.recordedAt()), version.recordedBy()),
                facts);
        var reason = version.reason();
        if (reason != null) {
            var why = new Paragraph(getTranslation("attention.versions.reason", reason.reveal()));
            why.addClassName("attention-why");
            article.add(why);
        }
        if (!version.note().isBlank()) article.add(words(version.note().reveal()));
        return article;
    }

    private static Article article(String title, String facts) {
        var article = new Article(new H3(title));
        article.addClassName("attention-version");
        if (!facts.isEmpty()) {
            var line = new Span(facts);
            line.addClassNames("c-quiet", "c-small");
            article.add(line);
        }
        return article;
    }

    private static Paragraph words(String text) {
        var words = new Paragraph(text);
        words.addClassName("attention-words");
        return words;
    }

    private static String dialogTitle(String key) {
        return com.vaadin.flow.i18n.I18NProvider.translate(key);
    }
}
