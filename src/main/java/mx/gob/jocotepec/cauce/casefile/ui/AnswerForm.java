package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.jocotepec.cauce.casefile.Sections;
import mx.gob.jocotepec.cauce.casefile.Sections.Section;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.FormGrid;

/** The fields of one section, or of a part of it, in a grid. */
final class AnswerForm extends Div {
    private final Section section;
    private final Map<String, AnswerField> fields = new LinkedHashMap<>();
    private Answers untouched = Answers.NONE;

    /** @param keys the fields to ask for; none means all */
    AnswerForm(Section section, Catalogs catalogs, Clock clock, String... keys) {
        this.section = section;
        var wanted = List.of(keys);
        for (var field : section.fields()) {
            if (!wanted.isEmpty() && !wanted.contains(field.key())) continue;
            fields.put(field.key(), AnswerField.of(section.key(), field, catalogs, clock));
        }
        var grid = new FormGrid();
        for (var key : wanted.isEmpty() ? List.copyOf(fields.keySet()) : wanted) {
            var component = field(key).component();
            if (isWide(key)) grid.full(component);
            else grid.add(component);
        }
        add(grid);
    }

    AnswerField field(String key) {
        return java.util.Objects.requireNonNull(fields.get(key), key);
    }

    Section section() {
        return section;
    }

    /** What is typed, over what was there of fields not shown. */
    Answers answers() {
        var typed = new LinkedHashMap<String, String>();
        fields.forEach((key, field) -> typed.put(key, field.value()));
        return untouched.with(typed);
    }

    void answers(Answers answers) {
        untouched = answers;
        fields.forEach((key, field) -> field.value(answers.get(key).orElse("")));
    }

    void onChange(Runnable change) {
        fields.values().forEach(field -> field.onChange(change));
    }

    /** @param problems {@code section.field} to message key, as the service gives them */
    List<ErrorSummary.Problem> problems(Map<String, String> problems) {
        var list = new ArrayList<ErrorSummary.Problem>();
        fields.forEach((key, field) -> {
            var problem = problems.get(section.key() + "." + key);
            if (problem != null) list.add(new ErrorSummary.Problem(field.component(), getTranslation(problem)));
        });
        return list;
    }

    /** What is typed and cannot be kept as it is. */
    List<ErrorSummary.Problem> unread() {
        var list = new ArrayList<ErrorSummary.Problem>();
        fields.values()
                .forEach(field -> field.unread()
                        .ifPresent(problem ->
                                list.add(new ErrorSummary.Problem(field.component(), getTranslation(problem)))));
        return list;
    }

    private boolean isWide(String key) {
        return section.fields().stream()
                .filter(field -> field.key().equals(key))
                .map(Sections.Field::type)
                .anyMatch(type -> type == Sections.Type.NARRATIVE || type == Sections.Type.MANY);
    }

    Component first() {
        return fields.values().iterator().next().component();
    }
}
