package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import mx.gob.jocotepec.cauce.attention.AttentionMode;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome;
import mx.gob.jocotepec.cauce.attention.Colleague;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.attention.NewAppointment;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;
import mx.gob.jocotepec.cauce.uikit.TimeInput;
import org.jspecify.annotations.Nullable;

/** Makes an appointment, for a case at hand or by its folio, or gives one another time. */
@StyleSheet("context://styles/attention.css")
final class AppointmentDialog extends FormDialog {
    private final AttentionDesk desk;
    private final @Nullable CaseRef known;
    private final @Nullable Function<Instant, AttentionOutcome> move;
    private final Runnable changed;
    private final TextInput folio = new TextInput("attention.folio", 20);
    private final ComboBox<String> kind = new ComboBox<>(getTranslation("attention.kind"));
    private final ComboBox<Discipline> discipline = new ComboBox<>(getTranslation("attention.discipline"));
    private final ComboBox<Colleague> staff = new ComboBox<>(getTranslation("attention.staff"));
    private final RadioButtonGroup<AttentionMode> mode = new RadioButtonGroup<>(getTranslation("attention.mode"));
    private final DateInput date;
    private final TimeInput time = new TimeInput("attention.time");

    /** @param known null: asked for by folio; @param move null: a new one */
    private AppointmentDialog(
            AttentionDesk desk,
            String title,
            String actionKey,
            @Nullable CaseRef known,
            @Nullable Function<Instant, AttentionOutcome> move,
            Runnable changed) {
        super("attention.appointment.new", actionKey);
        this.desk = desk;
        this.known = known;
        this.move = move;
        this.changed = changed;
        this.date = new DateInput("attention.date", desk.clock());
        addClassName("attention-dialog");
        setHeaderTitle(title);
        date.setMin(desk.today());
    }

    /** @param ref null: asked for by folio; @param me who is signed in, offered as the one who attends */
    static AppointmentDialog of(AttentionDesk desk, @Nullable CaseRef ref, StaffId me, Runnable changed) {
        var dialog = new AppointmentDialog(
                desk,
                ref == null
                        ? I18NProvider.translate("attention.appointment.new")
                        : I18NProvider.translate("attention.appointment.title", ref.folio()),
                "attention.appointment.save",
                ref,
                null,
                changed);
        dialog.prepare(ref == null, me);
        if (ref == null) dialog.folio.focus();
        else dialog.date.focus();
        return dialog;
    }

    /** Another time for an appointment. */
    static AppointmentDialog move(
            AttentionDesk desk,
            String folio,
            Instant startsAt,
            Function<Instant, AttentionOutcome> move,
            Runnable changed) {
        var title = I18NProvider.translate("attention.move.title", folio);
        var dialog = new AppointmentDialog(desk, title, "attention.move.save", null, move, changed);
        var day = AttentionDesk.date(startsAt);
        dialog.date.setValue(day.isBefore(desk.today()) ? desk.today() : day);
        dialog.time.setValue(AttentionDesk.time(startsAt));
        dialog.content(new FormGrid(dialog.date, dialog.time));
        return dialog;
    }

    private void prepare(boolean byFolio, StaffId me) {
        var mine = desk.attentions().disciplines();
        var colleagues = desk.agenda().colleagues();
        folio.setVisible(byFolio);
        folio.setPlaceholder(getTranslation("attention.folio.placeholder"));
        kind.setItems(desk.kinds());
        kind.setItemLabelGenerator(desk::kind);
        kind.setValue("FOLLOW_UP");
        discipline.setItems(Discipline.values());
        discipline.setItemLabelGenerator(desk::discipline);
        discipline.setValue(mine.isEmpty() ? null : mine.getFirst());
        staff.setItems(colleagues);
        staff.setItemLabelGenerator(Colleague::name);
        staff.setVisible(colleagues.size() > 1);
        colleagues.stream().filter(one -> one.id().equals(me)).findFirst().ifPresent(staff::setValue);
        staff.addValueChangeListener(change -> {
            boolean own = change.getValue() == null || change.getValue().id().equals(me);
            discipline.setVisible(!own || mine.size() > 1);
        });
        discipline.setVisible(mine.size() > 1);
        mode.addClassName("attention-inline");
        mode.setItems(AttentionMode.values());
        mode.setItemLabelGenerator(desk::mode);
        mode.setValue(AttentionMode.IN_PERSON);
        var grid = new FormGrid().full(folio);
        grid.add(date, time, kind, staff, discipline);
        content(grid.full(mode));
    }

    private Optional<AttentionOutcome> store(Instant at) {
        return move == null ? schedule(at) : Optional.of(move.apply(at));
    }

    private Optional<AttentionOutcome> schedule(Instant at) {
        var found = Optional.ofNullable(known)
                .or(() -> Folio.parse(folio.getValue(), desk.today().getYear())
                        .flatMap(desk.cases()::findByFolio)
                        .map(head -> head.ref()));
        if (found.isEmpty()) {
            problems.show(folio, "attention.refused.not_found");
            return Optional.empty();
        }
        var who = staff.getValue();
        return Optional.of(desk.appointments()
                .schedule(new NewAppointment(
                        found.get().id(),
                        at,
                        discipline.getValue(),
                        kind.getValue(),
                        mode.getValue(),
                        who == null ? null : who.id())));
    }

    @Override
    protected void submit() {
        var wrong = new ArrayList<ErrorSummary.Problem>();
        if (folio.isAttached() && folio.isVisible() && folio.getValue().isBlank()) {
            wrong.add(problem(folio, "attention.folio.missing"));
        }
        if (date.isEmpty()) wrong.add(new ErrorSummary.Problem(date, date.missing("attention.date.missing")));
        if (time.isEmpty()) wrong.add(new ErrorSummary.Problem(time, time.missing("attention.time.missing")));
        if (kind.isAttached() && kind.isEmpty()) wrong.add(problem(kind, "attention.kind.missing"));
        if (discipline.isAttached() && discipline.isEmpty()) {
            wrong.add(problem(discipline, "attention.refused.other_discipline"));
        }
        problems.show(wrong);
        if (!wrong.isEmpty()) return;
        store(AttentionDesk.instant(date.getValue(), time.getValue())).ifPresent(this::answer);
    }

    private void answer(AttentionOutcome outcome) {
        switch (outcome) {
            case AttentionOutcome.Saved(var id, var warnings) -> {
                close();
                Notices.done("attention.appointment.saved");
                warnings.forEach(warning -> Notices.info("attention.warning." + warning.key()));
                changed.run();
            }
            case AttentionOutcome.Refused(var why) ->
                problems.show(
                        why == AttentionOutcome.Reason.IN_THE_PAST ? date : null, "attention.refused." + why.key());
        }
    }

    private ErrorSummary.Problem problem(Component field, String key) {
        return new ErrorSummary.Problem(field, getTranslation(key));
    }
}
