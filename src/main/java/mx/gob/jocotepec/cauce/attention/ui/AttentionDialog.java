package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.attention.AttentionMode;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TimeInput;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an attention. Everything but the text has a likely value already and the focus starts in the text, so that most are
 * typed, and stored with Ctrl+Enter, without leaving it. What is typed is kept as a draft.
 */
@StyleSheet("context://styles/attention.css")
abstract class AttentionDialog extends Dialog {
    static final int LONGEST = 8_000;

    final AttentionDesk desk;
    final ComboBox<Discipline> discipline = new ComboBox<>(getTranslation("attention.discipline"));
    final ComboBox<String> kind = new ComboBox<>(getTranslation("attention.kind"));
    final RadioButtonGroup<AttentionMode> mode = new RadioButtonGroup<>(getTranslation("attention.mode"));
    final RadioButtonGroup<Boolean> attended = new RadioButtonGroup<>(getTranslation("attention.attended"));
    final DateInput date;
    final TimeInput time = new TimeInput("attention.time");
    final IntegerField minutes = new IntegerField(getTranslation("attention.minutes"));
    final LongTextInput note = new LongTextInput("attention.note", LONGEST);
    final ReservedField reserved;
    final LongTextInput reason = new LongTextInput("attention.reason", 1_000);
    final NextAppointment next;

    private final ErrorSummary errors = new ErrorSummary();
    private final Div since = new Div();
    private final DraftLine draft;
    private final Runnable changed;
    private final List<Discipline> mine;

    /**
     * @param form key of the draft
     * @param subject what the draft is about
     * @param changed run after it was stored
     */
    AttentionDialog(AttentionDesk desk, String titleKey, String folio, String form, UUID subject, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        this.date = new DateInput("attention.date", desk.clock());
        this.next = new NextAppointment(desk, date, time, this::keepDraft);
        this.reserved = new ReservedField(desk, subject, this::draftNoteOpened, this::keepDraft);
        this.draft = new DraftLine(desk.drafts(), form, subject, this::typed);
        this.mine = desk.attentions().disciplines();
        addClassName("attention-dialog");
        setHeaderTitle(getTranslation(titleKey, folio));
        setCloseOnOutsideClick(false);
        setDraggable(true);
        since.setVisible(false);
        prepare();
        add(errors, since, form());
        footer();
    }

    abstract AttentionOutcome store();

    abstract CaseId caseId();

    /** Where a reason for refusal is mended; null: nowhere on this form. */
    @Nullable
    Component fieldFor(AttentionOutcome.Reason why) {
        return switch (why) {
            case IN_THE_FUTURE, IN_THE_PAST -> date;
            case NOTE_MISSING -> note;
            case NEXT_IN_THE_PAST -> next.date;
            case REASON_MISSING -> reason;
            case OTHER_AUTHOR, NOTE_CLOSED -> reserved.mend();
            case OTHER_DISCIPLINE -> discipline;
            case NOT_FOUND, CASE_CLOSED, OTHER_AREA, SETTLED, CHANGED_MEANWHILE -> null;
        };
    }

    /** To be called last by the constructor of a form, with its own values in place. */
    final void ready() {
        draft.restore(this::fill);
        fields().forEach(field -> field.addValueChangeListener(change -> {
            if (change.isFromClient()) draft.keep();
        }));
        adapt();
        sayWhoOpens();
        discipline.addValueChangeListener(change -> sayWhoOpens());
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) note.focus();
        });
    }

    final void withoutNext() {
        next.setVisible(false);
    }

    final void withReason() {
        reason.setVisible(true);
        reason.setRequiredIndicatorVisible(true);
    }

    final Instant startsAt() {
        return AttentionDesk.instant(date.getValue(), time.getValue());
    }

    final Sensitive noteText() {
        return Sensitive.of(note.getValue());
    }

    final Sensitive reservedText() {
        return Sensitive.of(reserved.isVisible() ? reserved.text.getValue() : "");
    }

    final void keepDraft() {
        draft.keep();
    }

    /** What of a draft goes into the fields. */
    Answers takeUp(Answers kept) {
        return kept;
    }

    /** What a draft holds of what is typed. */
    Answers toKeep(Answers typed) {
        return typed;
    }

    /** Above the form. */
    final void tell(Component words) {
        since.add(words);
        since.setVisible(true);
    }

    /** The reserved note of the draft stands in its field. */
    void draftNoteOpened() {}

    private void prepare() {
        discipline.setItems(mine);
        discipline.setItemLabelGenerator(desk::discipline);
        discipline.setAllowCustomValue(false);
        discipline.setVisible(mine.size() > 1);
        if (!mine.isEmpty()) discipline.setValue(mine.getFirst());
        discipline.addValueChangeListener(change -> adapt());
        kind.setItems(desk.kinds());
        kind.setItemLabelGenerator(desk::kind);
        if (!mine.isEmpty()) kind.setValue(usual(mine.getFirst()));
        mode.addClassName("attention-inline");
        attended.addClassName("attention-inline");
        mode.setItems(AttentionMode.values());
        mode.setItemLabelGenerator(desk::mode);
        mode.setValue(AttentionMode.IN_PERSON);
        attended.setItems(true, false);
        attended.setItemLabelGenerator(yes -> getTranslation(yes ? "attention.attended.yes" : "attention.attended.no"));
        attended.setValue(true);
        attended.addValueChangeListener(change -> adapt());
        var now = desk.clock().instant();
        date.setValue(AttentionDesk.date(now));
        date.setMax(AttentionDesk.date(now));
        time.setValue(AttentionDesk.time(now));
        minutes.setMin(1);
        minutes.setMax(600);
        minutes.setStepButtonsVisible(false);
        minutes.setSuffixComponent(new Span(getTranslation("attention.minutes.unit")));
        note.setMinRows(5);
        reason.setMinRows(2);
        reason.setVisible(false);
    }

    private Component form() {
        var when = new FormGrid(date, time, minutes).three();
        var grid = new FormGrid(kind, discipline).full(when, mode, attended, note, reserved);
        return new Div(grid.full(reason, next));
    }

    private void footer() {
        var save = Actions.primary("attention.save", this::save);
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        save.setDisableOnClick(true);
        save.addClickListener(click -> save.setEnabled(true));
        save.setTooltipText(getTranslation("attention.save.keys"));
        var discard = Actions.quiet("attention.draft.discard", () -> {
            draft.discard();
            close();
        });
        draft.addClassName("attention-draft");
        getFooter().add(draft, discard, Actions.plain("attention.later", this::close), save);
    }

    /** What is asked depends on who attends and on whether she came. */
    private void adapt() {
        var as = Optional.ofNullable(discipline.getValue());
        boolean came = Boolean.TRUE.equals(attended.getValue());
        minutes.setVisible(came);
        note.setRequiredIndicatorVisible(came);
        note.setLabel(getTranslation(came ? "attention.note" : "attention.note.noShow"));
        reserved.offer(
                as.filter(Discipline::keepsReservedNotes).isPresent() && reservable(),
                as.map(value -> getTranslation("attention.reserved", desk.discipline(value)))
                        .orElse(""));
    }

    private void sayWhoOpens() {
        var as = discipline.getValue();
        if (as != null && as.keepsReservedNotes() && reservable()) reserved.sayWhoOpens(caseId(), as);
    }

    /** Whether a reserved note may be written here at all. */
    boolean reservable() {
        return true;
    }

    private List<ErrorSummary.Problem> problems() {
        var problems = new ArrayList<ErrorSummary.Problem>();
        required(problems, kind, "attention.kind.missing");
        if (date.isEmpty()) problems.add(new ErrorSummary.Problem(date, date.missing("attention.date.missing")));
        else if (date.getValue().isAfter(desk.today())) {
            problems.add(problem(date, "attention.refused.in_the_future"));
        }
        if (time.isEmpty()) problems.add(new ErrorSummary.Problem(time, time.missing("attention.time.missing")));
        if (minutes.isVisible() && minutes.isInvalid()) problems.add(problem(minutes, "attention.minutes.bad"));
        if (note.isRequiredIndicatorVisible() && note.getValue().isBlank()) {
            problems.add(problem(note, "attention.refused.note_missing"));
        }
        if (reason.isVisible() && reason.getValue().isBlank()) {
            problems.add(problem(reason, "attention.refused.reason_missing"));
        }
        if (reserved.isClosed()) problems.add(problem(reserved.mend(), "attention.reserved.draft.first"));
        else if (!reserved.text.isEmpty() && !mayReserve()) {
            problems.add(problem(reserved.text, "attention.reserved.otherDiscipline"));
        }
        problems.addAll(next.problems());
        return problems;
    }

    private boolean mayReserve() {
        return discipline.getValue() != null && discipline.getValue().keepsReservedNotes();
    }

    private ErrorSummary.Problem problem(Component field, String messageKey) {
        return new ErrorSummary.Problem(field, getTranslation(messageKey));
    }

    private void save() {
        if (!isOpened()) return; // the second click of two
        var problems = problems();
        errors.show(problems);
        if (!problems.isEmpty()) return;
        switch (store()) {
            case AttentionOutcome.Saved(var id, var warnings) -> {
                draft.discard();
                close();
                Notices.done("attention.saved");
                warnings.forEach(warning -> Notices.info("attention.warning." + warning.key()));
                changed.run();
            }
            case AttentionOutcome.Refused(var why)
            when why == AttentionOutcome.Reason.NOTE_CLOSED -> desk.prove().always(this::save);
            case AttentionOutcome.Refused(var why) -> errors.show(fieldFor(why), "attention.refused." + why.key());
        }
    }

    private void required(List<ErrorSummary.Problem> problems, HasValue<?, ?> field, String messageKey) {
        if (field.isEmpty()) problems.add(problem((Component) field, messageKey));
    }

    private Stream<HasValue<?, ?>> fields() {
        return Stream.of(
                discipline,
                kind,
                mode,
                attended,
                date,
                time,
                minutes,
                note,
                reserved.text,
                reason,
                next.date,
                next.time,
                next.make);
    }

    private Answers typed() {
        return toKeep(facts().with(Map.of("reserved", reserved.draft())));
    }

    /** What stands in the form, without the reserved note. */
    final Answers facts() {
        var values = new HashMap<String, String>();
        values.put("discipline", text(discipline.getValue()));
        values.put("kind", text(kind.getValue()));
        values.put("mode", text(mode.getValue()));
        values.put("attended", text(attended.getValue()));
        values.put("date", text(date.getValue()));
        values.put("time", text(time.getValue()));
        values.put("minutes", text(minutes.getValue()));
        values.put("note", note.getValue());
        values.put("reason", reason.getValue());
        values.put("nextDate", text(next.date.getValue()));
        values.put("nextTime", text(next.time.getValue()));
        values.put("makeNext", text(next.make.getValue()));
        return new Answers(Map.copyOf(values));
    }

    /** A field without an entry had been emptied, or what stood there was not understood: the usual value would be a guess. */
    private void fill(Answers draft) {
        var kept = takeUp(draft);
        kept.get("discipline").map(Discipline::valueOf).filter(mine::contains).ifPresent(discipline::setValue);
        kept.get("kind").filter(desk.kinds()::contains).ifPresent(kind::setValue);
        kept.get("mode").map(AttentionMode::valueOf).ifPresent(mode::setValue);
        kept.get("attended").map(Boolean::valueOf).ifPresent(attended::setValue);
        try {
            date.setValue(kept.get("date").map(LocalDate::parse).orElse(null));
            time.setValue(kept.get("time").map(LocalTime::parse).orElse(null));
            next.date.setValue(kept.get("nextDate").map(LocalDate::parse).orElse(null));
            next.time.setValue(kept.get("nextTime").map(LocalTime::parse).orElse(null));
            minutes.setValue(kept.get("minutes").map(Integer::valueOf).orElse(null));
        } catch (DateTimeParseException | NumberFormatException e) {
            // a draft of an older form: the texts are what matters
        }
        note.setValue(kept.get("note").orElse(""));
        kept.get("reserved").ifPresent(reserved::takeUp);
        reason.setValue(kept.get("reason").orElse(""));
        kept.get("makeNext").map(Boolean::valueOf).ifPresent(next.make::setValue);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static String usual(Discipline discipline) {
        return switch (discipline) {
            case PSYCHOLOGY -> "THERAPY";
            case LEGAL -> "LEGAL_ADVICE";
            case SOCIAL_WORK -> "SOCIAL_STUDY";
            case MEDICAL -> "MEDICAL_EXAMINATION";
            case FIRST_CONTACT -> "FIRST_CONTACT";
            case DIRECTION -> "FOLLOW_UP";
        };
    }
}
