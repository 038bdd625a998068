package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.RiskAssessments;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.TimeLeft;

/** The assessments of risk, each as it was made. */
final class RiskPanel extends Div {
    RiskPanel(CaseHead head, RiskAssessments risks, Clock clock, Runnable changed) {
        addClassName("c-stack");
        var all = risks.of(head.ref());
        if (!head.compartments().contains(Compartment.FACTS)) {
            add(CaseView.quiet(getTranslation("casefile.risk.notShared")));
        } else if (all.isEmpty()) {
            add(new EmptyState(AppIcon.SHIELD, "casefile.risk.none", "casefile.risk.none.text"));
        }
        boolean first = true;
        for (var one : all) {
            add(line(one, first, clock));
            first = false;
        }
        if (head.isOpen() && !head.emergency()) {
            add(Actions.plain(
                    "casefile.risk.assess",
                    () -> new RiskDialog(head, risks, () -> {
                                changed.run();
                                removeAll();
                                add(new RiskPanel(head, risks, clock, changed));
                            })
                            .open()));
        }
    }

    private Component line(RiskAssessments.Assessment one, boolean latest, Clock clock) {
        var line = new Div(
                StatusBadge.risk(one.level()),
                new Span(Dates.dateTime(one.at())),
                new Span(one.byName()),
                CaseView.quiet(getTranslation("casefile.risk.sum", one.score(), one.answered())));
        line.addClassName("c-row");
        if (latest) line.add(new TimeLeft(one.nextDue(), clock));
        return line;
    }
}
