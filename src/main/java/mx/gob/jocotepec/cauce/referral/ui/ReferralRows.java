package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import mx.gob.jocotepec.cauce.referral.ReferralLine;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.EmptyState;

/** Referrals one under another, read a page at a time; one column on a phone. */
@StyleSheet("context://styles/referral.css")
class ReferralRows extends Div {
    private static final int PAGE = 25;

    private final BiFunction<Integer, Integer, List<ReferralLine>> source;
    private final Function<ReferralLine, Component[]> actions;
    private final Desk desk;
    private final ReferralCard.Form form;
    private final Div rows = new Div();
    private final Div more = new Div();
    private int shown;

    /** @param source of offset and limit */
    ReferralRows(
            Desk desk,
            ReferralCard.Form form,
            BiFunction<Integer, Integer, List<ReferralLine>> source,
            Function<ReferralLine, Component[]> actions,
            EmptyState nothing) {
        this.desk = desk;
        this.form = form;
        this.source = source;
        this.actions = actions;
        rows.addClassName("c-referral-rows");
        rows.getElement().setAttribute("role", "list");
        more.add(Actions.plain("referral.more", this::next));
        add(rows, more);
        next();
        if (shown == 0) {
            removeAll();
            add(nothing);
        }
    }

    private void next() {
        // one more than is shown tells whether there is another page
        var lines = source.apply(shown, PAGE + 1);
        lines.stream().limit(PAGE).forEach(line -> {
            var card = new ReferralCard(line, form, desk.labels, desk.clock).actions(actions.apply(line));
            card.getElement().setAttribute("role", "listitem");
            rows.add(card);
        });
        shown += Math.min(lines.size(), PAGE);
        more.setVisible(lines.size() > PAGE);
    }
}
