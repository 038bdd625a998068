package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be looked at before a form can be kept: one list above it, each entry leads to its field, and the same words stand under
 * the field.
 */
public final class ErrorSummary extends Div {
    /** @param field where it is mended; none for what concerns the whole form */
    public record Problem(@Nullable Component field, String message) {}

    public ErrorSummary() {
        addClassName("c-errors");
        getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** Shows the problems here and under their fields and takes the focus; an empty list hides it. */
    public void show(List<Problem> problems) {
        removeAll();
        setVisible(!problems.isEmpty());
        if (problems.isEmpty()) return;
        var title = new Paragraph(I18NProvider.translate("uikit.errors.title", problems.size()));
        title.addClassName("c-errors-title");
        var list = new UnorderedList();
        for (var problem : problems) {
            list.add(new ListItem(entry(problem)));
            if (problem.field() instanceof HasValidation field) {
                field.setErrorMessage(problem.message());
                field.setInvalid(true);
            }
        }
        add(title, list);
        getElement().executeJs("setTimeout(() => this.focus())");
    }

    public void show(@Nullable Component field, String messageKey, Object... parameters) {
        show(List.of(new Problem(field, I18NProvider.translate(messageKey, parameters))));
    }

    public void clear() {
        show(List.of());
    }

    /** Validates the form and says whether it may be kept. */
    public boolean accepts(Binder<?> binder) {
        var problems = new ArrayList<Problem>();
        var status = binder.validate();
        status.getFieldValidationErrors()
                .forEach(error -> problems.add(new Problem(
                        (Component) error.getField(), error.getMessage().orElse(""))));
        status.getBeanValidationErrors().forEach(error -> problems.add(new Problem(null, error.getErrorMessage())));
        show(problems);
        return problems.isEmpty();
    }

    private static Component entry(Problem problem) {
        var field = problem.field();
        if (field == null) return new Paragraph(problem.message());
        var link = new NativeButton(
                named(field, problem.message()),
                click -> field.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus();"));
        link.addClassName("c-link");
        return link;
    }

    /** Away from its field a message says which one it means. */
    private static String named(Component field, String message) {
        var label = field instanceof HasLabel labelled ? labelled.getLabel() : null;
        return label == null || label.isBlank() ? message : label + ": " + message;
    }
}
