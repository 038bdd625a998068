package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Set;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.Duties;
import mx.gob.jocotepec.cauce.casefile.Duties.Duty;
import mx.gob.jocotepec.cauce.casefile.RiskAssessments;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.staff.StaffDirectory;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.TimeLeft;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** What is due in this case, each with the one thing to do about it. */
final class DutyStrip extends Div {
    /** Told in an emergency too, which reads only: they ask for nothing to be written. */
    private static final Set<Duties.Kind> WINDOWS =
            Set.of(Duties.Kind.PROPHYLAXIS_WINDOW, Duties.Kind.CONTRACEPTION_WINDOW);

    private final CaseHead head;
    private final CaseFiles cases;
    private final RiskAssessments risks;
    private final Walls walls;
    private final ProveYourself prove;
    private final StaffDirectory staff;
    private final Clock clock;
    private final Runnable changed;

    DutyStrip(
            CaseHead head,
            CaseFiles cases,
            RiskAssessments risks,
            Walls walls,
            ProveYourself prove,
            StaffDirectory staff,
            Clock clock,
            Runnable changed) {
        this.head = head;
        this.cases = cases;
        this.risks = risks;
        this.walls = walls;
        this.prove = prove;
        this.staff = staff;
        this.clock = clock;
        this.changed = changed;
        addClassNames("c-stack", "c-duties");
        Duties.of(head, clock.instant()).stream()
                .filter(duty -> !head.emergency() || WINDOWS.contains(duty.kind()))
                .forEach(duty -> add(line(duty)));
    }

    private Component line(Duty duty) {
        var line = new Div(icon(duty.kind()).create(), new Span(getTranslation("casefile.duty." + duty.kind())));
        line.addClassNames("c-strip", tone(duty.kind()).style());
        var due = duty.due();
        if (due != null && duty.kind() != Duties.Kind.RISK_MISSING) {
            line.add(WINDOWS.contains(duty.kind()) ? TimeLeft.inHours(due, clock) : new TimeLeft(due, clock));
        }
        switch (duty.kind()) {
            case PROSECUTOR_NOTICE, PROSECUTOR_NOTICE_MINOR ->
                line.add(Actions.quiet(
                        "casefile.duty.notified", () -> new NotifiedDialog(head, cases, clock, changed).open()));
            case RISK_MISSING, RISK_DUE ->
                line.add(Actions.quiet("casefile.risk.assess", () -> new RiskDialog(head, risks, changed).open()));
            case CONSENT_PENDING -> line.add(consent("casefile.duty.consent"));
            case NOTICE_PENDING -> line.add(consent("casefile.duty.notice"));
            case WALL_TO_CHECK ->
                line.add(Actions.quiet("casefile.wall.raise", () -> new WallDialog(head, walls, staff, prove).open()));
            case PROPHYLAXIS_WINDOW, CONTRACEPTION_WINDOW -> {}
        }
        return line;
    }

    private Component consent(String textKey) {
        return Actions.quiet(textKey, () -> new ConsentDialog(head, cases, changed).open());
    }

    private static Tone tone(Duties.Kind kind) {
        return switch (kind) {
            case PROPHYLAXIS_WINDOW, CONTRACEPTION_WINDOW, PROSECUTOR_NOTICE_MINOR -> Tone.SERIOUS;
            case PROSECUTOR_NOTICE, RISK_MISSING, RISK_DUE, WALL_TO_CHECK -> Tone.CAUTION;
            case CONSENT_PENDING, NOTICE_PENDING -> Tone.INFO;
        };
    }

    private static AppIcon icon(Duties.Kind kind) {
        return switch (kind) {
            case PROPHYLAXIS_WINDOW, CONTRACEPTION_WINDOW, RISK_DUE -> AppIcon.CLOCK;
            case WALL_TO_CHECK -> AppIcon.LOCK;
            case CONSENT_PENDING, NOTICE_PENDING -> AppIcon.FILE;
            case PROSECUTOR_NOTICE, PROSECUTOR_NOTICE_MINOR, RISK_MISSING -> AppIcon.ALERT;
        };
    }
}
