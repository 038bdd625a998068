package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import mx.gob.jocotepec.cauce.casefile.Sections;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Typing;

/**
 * Somebody else stored meanwhile: for each field that differs one chooses, and nothing of either is lost unseen. What she did not touch
 * is proposed as the other stored it.
 */
final class MergeDialog extends Dialog {
    MergeDialog(
            Sections.Section section,
            SectionDraft begun,
            Answers theirs,
            BiFunction<Sections.Field, String, String> words,
            Consumer<Answers> store) {
        var mine = begun.typed();
        setHeaderTitle(getTranslation("casefile.merge.title"));
        setCloseOnOutsideClick(false);
        setWidth("min(40rem, 100%)");
        var typing = Typing.in(this);
        add(new Paragraph(getTranslation("casefile.merge.text")));
        Map<String, RadioButtonGroup<String>> choices = new LinkedHashMap<>();
        for (var field : section.fields()) {
            var one = mine.get(field.key()).orElse("");
            var other = theirs.get(field.key()).orElse("");
            if (one.equals(other)) continue;
            var choice =
                    new RadioButtonGroup<String>(getTranslation("casefile.field." + section.key() + "." + field.key()));
            choice.setItems("mine", "theirs");
            choice.setItemLabelGenerator(whose ->
                    getTranslation("casefile.merge." + whose, shown(words, field, whose.equals("mine") ? one : other)));
            choice.setValue(begun.isHers(field.key()) ? "mine" : "theirs");
            choices.put(field.key(), choice);
            typing.watch(choice);
            add(choice);
        }
        getFooter()
                .add(
                        Actions.quiet("uikit.cancel", () -> typing.giveUp(this::close)),
                        Actions.primary("uikit.save", () -> {
                            var merged = new HashMap<String, String>();
                            choices.forEach((key, choice) -> merged.put(
                                    key,
                                    (choice.getValue().equals("mine") ? mine : theirs)
                                            .get(key)
                                            .orElse("")));
                            close();
                            store.accept(theirs.with(merged));
                        }));
    }

    private String shown(BiFunction<Sections.Field, String, String> words, Sections.Field field, String value) {
        return value.isEmpty() ? getTranslation("casefile.merge.nothing") : words.apply(field, value);
    }
}
