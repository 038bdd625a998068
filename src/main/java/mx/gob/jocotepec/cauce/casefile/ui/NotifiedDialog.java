package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TimeInput;

/** When the prosecutor was told. It asks, because a duty of the law marked done by a slip of the finger would never be done. */
final class NotifiedDialog extends FormDialog {
    private final CaseHead head;
    private final CaseFiles cases;
    private final Clock clock;
    private final Runnable changed;
    private final DateInput day;
    private final TimeInput time = new TimeInput("casefile.notified.time");

    NotifiedDialog(CaseHead head, CaseFiles cases, Clock clock, Runnable changed) {
        super("casefile.notified.title", "casefile.notified.save");
        this.head = head;
        this.cases = cases;
        this.clock = clock;
        this.changed = changed;
        var now = LocalDateTime.ofInstant(clock.instant(), Office.ZONE).truncatedTo(ChronoUnit.MINUTES);
        day = new DateInput("casefile.notified.day", clock).notAfterToday(clock);
        day.setValue(now.toLocalDate());
        time.setValue(now.toLocalTime());
        var grid = new FormGrid();
        grid.add(day);
        grid.add(time);
        content(new Paragraph(getTranslation("casefile.notified.about")), grid);
    }

    @Override
    protected void submit() {
        var missing = new ArrayList<Problem>();
        if (day.isEmpty()) missing.add(new Problem(day, day.missing("uikit.required")));
        if (time.isEmpty()) missing.add(new Problem(time, getTranslation("uikit.required")));
        problems.show(missing);
        if (!missing.isEmpty()) return;
        var at = day.getValue().atTime(time.getValue()).atZone(Office.ZONE).toInstant();
        if (at.isAfter(clock.instant())) {
            problems.show(time, "casefile.notified.future");
            return;
        }
        if (!cases.prosecutorNotified(head.ref(), at)) {
            problems.show(null, "casefile.section.gone");
            return;
        }
        close();
        Notices.done("casefile.notified.saved");
        changed.run();
    }
}
