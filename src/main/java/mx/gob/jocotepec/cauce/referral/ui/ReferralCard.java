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
        ROW,
        /** On the page of the case itself. */
        OF_CASE
    }

    private final Div side = new Div();

    ReferralCard(ReferralLine line, Form form, Labels labels, java.time.Clock clock) {
        addClassNames("c-referral", form == Form.COLUMN ? "c-referral-card" : "c-referral-row");
        var link = new Anchor(
                ReferralNavigation.to(line.id()), form == Form.OF_CASE ? labels.service(line.service()) : folio(line));
        link.addClassName("c-referral-folio");
        var head = new Div(link);
        head.addClassName("c-row");
        if (form != Form.OF_CASE) head.add(quiet(line.initials()));
        if (form != Form.COLUMN) head.add(Labels.badge(line.status()));
        if (form == Form.ROW || (form == Form.COLUMN && line.risk().isGrave())) head.add(StatusBadge.risk(line.risk()));
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
        var way = quiet(
                form == Form.COLUMN
                        ? getTranslation("referral.way.to", line.toName())
                        : getTranslation("referral.way", line.fromName(), line.toName()));
        var asked = form == Form.OF_CASE ? new Div(way) : new Div(new Span(labels.service(line.service())), way);
        asked.addClassName("c-referral-asked");
        return asked;
    }

    private String folio(ReferralLine line) {
        var ref = line.caseRef();
        return ref == null ? getTranslation("referral.outOfReach") : ref.folio();
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("c-quiet");
        return span;
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
