package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import mx.gob.jocotepec.cauce.rights.RightsRules.Kind;
import mx.gob.jocotepec.cauce.rights.RightsRules.Rule;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Periods and times to keep, each with its source. */
class RulesPanel extends Div {
    private final RightsDesk desk;

    RulesPanel(RightsDesk desk) {
        this.desk = desk;
        addClassName("c-stack");
        fill();
    }

    private void fill() {
        removeAll();
        var rules = desk.rules().all();
        for (var kind : Kind.values()) {
            var panel = new Panel("rights.rules." + kind);
            panel.add(new Paragraph(getTranslation("rights.rules." + kind + ".about")));
            var rows = Entry.list();
            rules.stream().filter(rule -> rule.kind() == kind).forEach(rule -> rows.add(row(rule)));
            panel.add(rows);
            add(panel);
        }
    }

    private Component row(Rule rule) {
        var amount = rule.amount();
        var title = getTranslation("rights.rule." + rule.key()) + ": "
                + (amount == null
                        ? getTranslation("rights.rule.none")
                        : getTranslation("rights.rule.amount." + rule.kind(), amount));
        var beside = rule.confirmed()
                ? new Component[0]
                : new Component[] {
                    new StatusBadge(Tone.CAUTION, AppIcon.HELP, getTranslation("rights.rule.unconfirmed"))
                };
        var entry = Entry.titled(title, beside).note(rule.source());
        return Authorities.has(Permission.RIGHTS_HANDLE)
                ? entry.actions(
                        Actions.quiet("rights.rule.change", () -> new RuleDialog(desk, rule, this::fill).open()))
                : entry;
    }
}
