package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.gob.jocotepec.cauce.shared.SpanishText;

/**
 * A choice made by typing: the beginning of a name is enough where only one fits, with or without accents. What fits none or several
 * stays as it was typed, marked.
 */
public final class ChoiceInput<T> extends ComboBox<T> {
    private final List<T> choices;
    private final ItemLabelGenerator<T> names;
    private boolean unread;

    public ChoiceInput(String labelKey, List<T> choices, ItemLabelGenerator<T> names) {
        super(I18NProvider.translate(labelKey));
        this.choices = new ArrayList<>(choices);
        this.names = names;
        setItems(this::fits, this.choices);
        setItemLabelGenerator(names);
        setClearButtonVisible(true);
        setAllowCustomValue(true);
        addCustomValueSetListener(event -> typed(event.getDetail()));
        addValueChangeListener(event -> mark(false));
        // nothing is no choice that was not understood, and no value changes when it is emptied
        for (var moment : List.of("input", "focusout")) {
            getElement().addEventListener(moment, empty -> mark(false)).setFilter("element.inputElement.value === ''");
        }
    }

    /** Adds a choice that is not there yet. */
    public void offer(T choice) {
        if (choices.contains(choice)) return;
        choices.add(choice);
        getListDataView().refreshAll();
    }

    /** These alone from now on. */
    public void offerOnly(List<T> others) {
        choices.clear();
        choices.addAll(others);
        getListDataView().refreshAll();
    }

    /** Something is typed that is none of the choices: it must not count as nothing. */
    public boolean isUnread() {
        return unread;
    }

    private void typed(String text) {
        var meant = meant(text);
        if (meant.isPresent()) setValue(meant.get());
        else mark(!text.isBlank());
    }

    private Optional<T> meant(String text) {
        var fitting = choices.stream().filter(choice -> fits(choice, text)).toList();
        if (fitting.size() == 1) return Optional.of(fitting.getFirst());
        var beginning = fitting.stream()
                .filter(choice -> SpanishText.fold(names.apply(choice)).startsWith(SpanishText.fold(text)))
                .toList();
        return beginning.size() == 1 ? Optional.of(beginning.getFirst()) : Optional.empty();
    }

    private boolean fits(T choice, String typed) {
        return SpanishText.fold(names.apply(choice)).contains(SpanishText.fold(typed));
    }

    private void mark(boolean wrong) {
        unread = wrong;
        setInvalid(wrong);
        setErrorMessage(wrong ? I18NProvider.translate("uikit.choice.bad") : "");
    }
}
