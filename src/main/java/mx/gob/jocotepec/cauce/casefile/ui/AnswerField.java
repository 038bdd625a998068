package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.casefile.Sections.Field;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.PhoneNumber;
import mx.gob.jocotepec.cauce.shared.Tri;
import mx.gob.jocotepec.cauce.uikit.ChoiceInput;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.TextInput;
import mx.gob.jocotepec.cauce.uikit.TimeInput;
import mx.gob.jocotepec.cauce.uikit.TriField;
import org.jspecify.annotations.Nullable;

/** One field of a section as a component, its value always a text as {@link Answers} keeps it. A lone "?" says that nobody knows. */
final class AnswerField {
    private static final int TYPING_PAUSE_MS = 700;
    private static final int LINE = 200;
    private static final int STORY = 20_000;

    private final String key;
    private final Component component;
    private final java.util.function.Supplier<String> read;
    private final Consumer<String> write;

    private <V, C extends AbstractField<?, V>> AnswerField(
            String key, C component, Function<V, String> read, Function<String, @Nullable V> write) {
        this.key = key;
        this.component = component;
        this.read = () -> {
            var value = component.getValue();
            return value == null ? "" : read.apply(value);
        };
        this.write = text -> {
            var value = text.isEmpty() ? null : write.apply(text);
            if (value == null) component.clear();
            else component.setValue(value);
        };
    }

    static AnswerField of(String section, Field field, Catalogs catalogs, Clock clock) {
        var label = "casefile.field." + section + "." + field.key();
        var key = field.key();
        return switch (field.type()) {
            case TEXT -> line(key, label, "text");
            case NUMBER -> line(key, label, "numeric");
            case CURP -> checked(key, label, "text", AnswerField::curpProblem);
            case PHONE ->
                checked(key, label, "tel", text -> PhoneNumber.parse(text).isEmpty() ? "casefile.problem.phone" : null);
            case NARRATIVE -> {
                var area = new LongTextInput(label, STORY);
                area.setMinRows(3);
                whileTyping(area);
                yield new AnswerField(key, area, text -> text, text -> text);
            }
            case DATE ->
                new AnswerField(
                        key, new DateInput(label, clock).notAfterToday(clock), LocalDate::toString, AnswerField::date);
            case TIME -> new AnswerField(key, new TimeInput(label), LocalTime::toString, AnswerField::time);
            case TRI -> new AnswerField(key, new TriField(label), AnswerField::ofTri, AnswerField::tri);
            case CHOICE -> choice(key, label, field, catalogs, clock);
            case MANY -> many(key, label, field, catalogs, clock);
        };
    }

    String key() {
        return key;
    }

    Component component() {
        return component;
    }

    String value() {
        return read.get();
    }

    void value(String text) {
        write.accept(text);
    }

    /** What is wrong with what is typed, where it cannot be kept as it is: it must not count as nothing. */
    Optional<String> unread() {
        return switch (component) {
            case DateInput date when date.isUnread() -> Optional.of("uikit.date.bad");
            case TimeInput time when time.isUnread() -> Optional.of("uikit.time.bad");
            case ChoiceInput<?> choice when choice.isUnread() -> Optional.of("uikit.choice.bad");
            default -> Optional.empty();
        };
    }

    void onChange(Runnable change) {
        ((HasValue<?, ?>) component).addValueChangeListener(event -> change.run());
    }

    void problem(@Nullable String messageKey) {
        if (component instanceof HasValidation field) {
            field.setInvalid(messageKey != null);
            field.setErrorMessage(messageKey == null ? "" : I18NProvider.translate(messageKey));
        }
    }

    private static AnswerField line(String key, String label, String keyboard) {
        var field = new TextInput(label, LINE).keyboard(keyboard);
        whileTyping(field);
        return new AnswerField(key, field, text -> text, text -> text);
    }

    /** Doubted while typing, beside the field and not in red: a doubt never keeps a case from being registered. */
    private static AnswerField checked(
            String key, String label, String keyboard, Function<String, @Nullable String> check) {
        var field = new TextInput(label, LINE).keyboard(keyboard);
        whileTyping(field);
        field.addValueChangeListener(event -> {
            var text = event.getValue().strip();
            var problem = text.isEmpty() || text.equals(Answers.UNKNOWN) ? null : check.apply(text);
            field.setHelperText(problem == null ? "" : I18NProvider.translate(problem));
            field.setClassName("c-doubt", problem != null);
        });
        return new AnswerField(key, field, text -> text, text -> text);
    }

    private static @Nullable String curpProblem(String text) {
        return switch (Curp.parse(text)) {
            case Curp.Valid valid -> null;
            case Curp.Invalid(var reason) -> "casefile.problem.curp." + reason;
        };
    }

    /** Of a list one; a choice that was retired since stays with the case that has it. */
    private static AnswerField choice(String key, String label, Field field, Catalogs catalogs, Clock clock) {
        var catalog = Objects.requireNonNull(field.catalog());
        var keys = current(catalog, catalogs, clock);
        keys.add(Answers.UNKNOWN);
        var box = new ChoiceInput<String>(label, keys, one -> word(catalogs, catalog, one));
        return new AnswerField(key, box, one -> one, text -> {
            box.offer(text);
            return text;
        });
    }

    private static AnswerField many(String key, String label, Field field, Catalogs catalogs, Clock clock) {
        var catalog = Objects.requireNonNull(field.catalog());
        var keys = current(catalog, catalogs, clock);
        var group = new CheckboxGroup<String>(I18NProvider.translate(label), keys);
        group.setItemLabelGenerator(one -> word(catalogs, catalog, one));
        group.addClassName("c-many");
        return new AnswerField(
                key, group, chosen -> keys.stream().filter(chosen::contains).collect(Collectors.joining(",")), text -> {
                    var chosen = new LinkedHashSet<>(Arrays.asList(text.split(",")));
                    var retired =
                            chosen.stream().filter(one -> !keys.contains(one)).toList();
                    if (!retired.isEmpty()) {
                        keys.addAll(retired);
                        group.setItems(keys);
                    }
                    return chosen;
                });
    }

    private static List<String> current(Catalog catalog, Catalogs catalogs, Clock clock) {
        return catalogs.current(catalog, LocalDate.ofInstant(clock.instant(), Office.ZONE)).stream()
                .map(CatalogEntry::key)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String word(Catalogs catalogs, Catalog catalog, String key) {
        return key.equals(Answers.UNKNOWN)
                ? I18NProvider.translate("uikit.tri.UNKNOWN")
                : CaseWords.name(catalogs, catalog, key);
    }

    private static String ofTri(Tri tri) {
        return tri == Tri.UNKNOWN ? Answers.UNKNOWN : tri.name();
    }

    private static Tri tri(String text) {
        return switch (text) {
            case "YES" -> Tri.YES;
            case "NO" -> Tri.NO;
            default -> Tri.UNKNOWN;
        };
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static void whileTyping(HasValueChangeMode field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MS);
    }
}
