package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import mx.gob.jocotepec.cauce.referral.Board;
import mx.gob.jocotepec.cauce.referral.ReferralStatus;

/** Columns by state, each with its number; one under another on a phone. */
class ReferralBoard extends Div {
    ReferralBoard(Board board, ReferralFilter filter, Desk desk) {
        addClassName("c-board");
        for (var status : ReferralStatus.values()) {
            var column = board.columns().get(status);
            // a column nobody fills takes no room, unless work stands there
            if (column != null && (column.total() > 0 || status.isOpen())) add(column(status, column, filter, desk));
        }
    }

    private Component column(ReferralStatus status, Board.Column column, ReferralFilter filter, Desk desk) {
        var total = new Span(Integer.toString(column.total()));
        total.addClassName("c-board-total");
        var title = new H2(Labels.badge(status), total);
        var section = new Section(title);
        section.addClassName("c-board-column");
        column.lines()
                .forEach(
                        line -> section.add(new ReferralCard(line, ReferralCard.Form.COLUMN, desk.labels, desk.clock)));
        if (column.total() == 0) {
            var none = new Paragraph(getTranslation("referral.board.none"));
            none.addClassNames("c-quiet", "c-small");
            section.add(none);
        }
        if (column.total() > column.lines().size()) {
            var rest = filter.with(ReferralFilter.Look.LIST).with(status);
            section.add(new Anchor(
                    rest.path(),
                    getTranslation(
                            "referral.board.more",
                            column.total() - column.lines().size())));
        }
        return section;
    }
}
