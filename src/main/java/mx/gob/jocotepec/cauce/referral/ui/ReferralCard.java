package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import mx.gob.jocotepec.cauce.referral.ReferralLine;
import mx.gob.jocotepec.cauce.referral.ReferralStatus;
import mx.gob.jocotepec.cauce.referral.Urgency;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.TimeLeft;

/** One referral in a list: folio and initials, what is asked of whom, how much time is left. The name stays covered. */
class ReferralCard extends Article {
    /** How much of it is said because the place does not say it already. */
    enum Form {
        /** In a column of its state. */
        COLUMN,
        ROW
    }

    private final Div side = new Div();

    ReferralCard(ReferralLine line, Form form, Labels labels, java.time.Clock clock) {
        addClassNames("c-referral", form == Form.ROW ? "c-referral-row" : "c-referral-card");
        var folio = new Anchor(
                ReferralNavigation.to(line.id()),
                line.caseRef() == null
                        ? getTranslation("referral.outOfReach")
                        : line.caseRef().folio());
        folio.addClassName("c-referral-folio");
        var who = new Span(line.initials());
        who.addClassName("c-quiet");
        var head = new Div(folio, who);
        head.addClassName("c-row");
        if (form == Form.ROW) head.add(Labels.badge(line.status()));
        if (line.risk().isGrave() || form == Form.ROW) head.add(StatusBadge.risk(line.risk()));
        if (line.urgency() != Urgency.NORMAL) head.add(Labels.badge(line.urgency()));
        var words = new Div(head, asked(line, form, labels));
        words.addClassName("c-referral-words");
        side.addClassName("c-referral-side");
        side.add(time(line, clock));
        add(words, side);
    }

    ReferralCard actions(Component... actions) {
        side.add(actions);
        return this;
    }

    private Component asked(ReferralLine line, Form form, Labels labels) {
        var service = new Span(labels.service(line.service()));
        var way = new Span(
                form == Form.ROW
                        ? getTranslation("referral.way", line.fromName(), line.toName())
                        : getTranslation("referral.way.to", line.toName()));
        way.addClassName("c-quiet");
        var asked = new Div(service, way);
        asked.addClassName("c-referral-asked");
        return asked;
    }

    private Component time(ReferralLine line, java.time.Clock clock) {
        var due = line.due().orElse(null);
        if (due != null) return new TimeLeft(due, clock);
        var closed = line.closedAt();
        var text = new Span(
                line.status() == ReferralStatus.REJECTED && line.takenUp()
                        ? getTranslation("referral.takenUp")
                        : closed == null ? "" : Dates.date(closed));
        text.addClassNames("c-quiet", "c-small");
        return text;
    }
}
