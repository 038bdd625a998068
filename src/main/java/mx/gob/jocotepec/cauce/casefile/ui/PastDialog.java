package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.function.BiFunction;
import mx.gob.jocotepec.cauce.casefile.Sections;
import mx.gob.jocotepec.cauce.person.PersonPart;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Dates;

/** Earlier versions of a section, newest first. */
final class PastDialog extends Dialog {
    PastDialog(Sections.Section section, List<PersonPart> versions, BiFunction<Sections.Field, String, String> words) {
        setHeaderTitle(getTranslation("casefile.section.past"));
        setWidth("min(40rem, 100%)");
        for (var version : versions) {
            add(new H3(getTranslation("casefile.section.until", Dates.dateTime(version.updatedAt()))));
            var list = new DescriptionList();
            list.addClassName("c-facts");
            for (var field : section.fields()) {
                version.answers()
                        .get(field.key())
                        .ifPresent(value -> list.add(
                                new DescriptionList.Term(
                                        getTranslation("casefile.field." + section.key() + "." + field.key())),
                                new DescriptionList.Description(words.apply(field, value))));
            }
            add(list);
        }
        getFooter().add(Actions.plain("uikit.close", this::close));
    }
}
