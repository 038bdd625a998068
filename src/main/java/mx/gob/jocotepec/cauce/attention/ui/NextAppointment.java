package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.TimeInput;

/** When she is expected again, and whether that goes into the agenda. Without an hour of its own it is that of the session. */
final class NextAppointment extends Div {
    final DateInput date;
    final TimeInput time = new TimeInput("attention.next.time");
    final Checkbox make = new Checkbox(getTranslation("attention.next.make"), true);

    private final AttentionDesk desk;
    private final DateInput sessionDate;
    private final TimeInput sessionTime;
    private final Runnable chosen;

    /** @param chosen run when it was chosen by a button */
    NextAppointment(AttentionDesk desk, DateInput sessionDate, TimeInput sessionTime, Runnable chosen) {
        this.desk = desk;
        this.sessionDate = sessionDate;
        this.sessionTime = sessionTime;
        this.chosen = chosen;
        date = new DateInput("attention.next.date", desk.clock());
        date.setMin(desk.today());
        var quick = new Div(
                inDays("attention.next.week", 7),
                inDays("attention.next.fortnight", 14),
                inDays("attention.next.month", 28));
        quick.addClassName("c-row");
        addClassNames("attention-next", "c-form-full");
        add(new FormGrid(date, time).full(quick, make));
    }

    /** Empty: none is wanted. */
    Optional<Instant> at() {
        if (!isVisible() || date.isEmpty()) return Optional.empty();
        var hour = time.isEmpty() ? sessionTime.getValue() : time.getValue();
        return Optional.of(AttentionDesk.instant(date.getValue(), hour == null ? LocalTime.NOON : hour));
    }

    /** What was typed and not understood must not count as nothing: not as no appointment, nor as the hour of the session. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        if (!isVisible()) return problems;
        if (date.isUnread()) problems.add(problem(date, "uikit.date.bad"));
        if (time.isUnread()) problems.add(problem(time, "uikit.time.bad"));
        if (problems.isEmpty()
                && at().filter(at -> !at.isAfter(desk.clock().instant())).isPresent()) {
            problems.add(problem(date, "attention.refused.next_in_the_past"));
        }
        return problems;
    }

    private Button inDays(String key, int days) {
        var button = Actions.quiet(key, () -> {
            var start = sessionDate.isEmpty() ? desk.today() : sessionDate.getValue();
            date.setValue(start.plusDays(days));
            if (time.isEmpty()) time.setValue(sessionTime.getValue());
            chosen.run();
        });
        button.addThemeNames("small");
        return button;
    }

    private Problem problem(Component field, String messageKey) {
        return new Problem(field, getTranslation(messageKey));
    }
}
