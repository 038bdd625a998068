package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
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
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;
import mx.gob.jocotepec.cauce.uikit.TimeInput;
import org.jspecify.annotations.Nullable;

/** Makes an appointment, for a case at hand or by its folio, or gives one another time. */
@StyleSheet("context://styles/attention.css")
final class AppointmentDialog extends Dialog {
    private final AttentionDesk desk;
    private final Runnable changed;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextInput folio = new TextInput("attention.folio", 20);
    private final ComboBox<String> kind = new ComboBox<>(getTranslation("attention.kind"));
    private final ComboBox<Discipline> discipline = new ComboBox<>(getTranslation("attention.discipline"));
    private final ComboBox<Colleague> staff = new ComboBox<>(getTranslation("attention.staff"));
    private final RadioButtonGroup<AttentionMode> mode = new RadioButtonGroup<>(getTranslation("attention.mode"));
    private final DateInput date;
    private final TimeInput time = new TimeInput("attention.time");

    private AppointmentDialog(AttentionDesk desk, String titleKey, String of, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        this.date = new DateInput("attention.date", desk.clock());
        addClassName("attention-dialog");
        setHeaderTitle(getTranslation(titleKey, of));
        setCloseOnOutsideClick(false);
        date.setMin(desk.today());
        add(errors);
    }

    /** @param ref null: asked for by folio; @param me who is signed in, offered as the one who attends */
    static AppointmentDialog of(AttentionDesk desk, @Nullable CaseRef ref, StaffId me, Runnable changed) {
        var dialog = new AppointmentDialog(
                desk,
                ref == null ? "attention.appointment.new" : "attention.appointment.title",
                ref == null ? "" : ref.folio(),
                changed);
        dialog.prepare(ref == null, me);
        dialog.footer("attention.appointment.save", at -> dialog.schedule(ref, at));
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
        var dialog = new AppointmentDialog(desk, "attention.move.title", folio, changed);
        var day = AttentionDesk.date(startsAt);
        dialog.date.setValue(day.isBefore(desk.today()) ? desk.today() : day);
        dialog.time.setValue(AttentionDesk.time(startsAt));
        dialog.add(new FormGrid(dialog.date, dialog.time));
        dialog.footer("attention.move.save", at -> Optional.of(move.apply(at)));
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
        add(grid.full(mode));
    }

    private void footer(String saveKey, Function<Instant, Optional<AttentionOutcome>> store) {
        var save = Actions.primary(saveKey, () -> save(store));
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(Actions.plain("uikit.cancel", this::close), save);
    }

    private Optional<AttentionOutcome> schedule(@Nullable CaseRef known, Instant at) {
        var found = Optional.ofNullable(known)
                .or(() -> Folio.parse(folio.getValue())
                        .flatMap(desk.cases()::findByFolio)
                        .map(head -> head.ref()));
        if (found.isEmpty()) {
            errors.show(folio, "attention.refused.not_found");
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

    private void save(Function<Instant, Optional<AttentionOutcome>> store) {
        var problems = new ArrayList<ErrorSummary.Problem>();
        if (date.isEmpty()) problems.add(problem(date, "attention.date.missing"));
        if (time.isEmpty()) problems.add(problem(time, "attention.time.missing"));
        if (kind.isAttached() && kind.isEmpty()) problems.add(problem(kind, "attention.kind.missing"));
        if (discipline.isAttached() && discipline.isEmpty()) {
            problems.add(problem(discipline, "attention.refused.other_discipline"));
        }
        errors.show(problems);
        if (!problems.isEmpty()) return;
        store.apply(AttentionDesk.instant(date.getValue(), time.getValue())).ifPresent(this::answer);
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
                errors.show(why == AttentionOutcome.Reason.IN_THE_PAST ? date : null, "attention.refused." + why.key());
        }
    }

    private ErrorSummary.Problem problem(Component field, String key) {
        return new ErrorSummary.Problem(field, getTranslation(key));
    }
}
