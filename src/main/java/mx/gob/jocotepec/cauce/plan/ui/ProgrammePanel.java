package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import mx.gob.jocotepec.cauce.plan.AnnualPlan;
import mx.gob.jocotepec.cauce.plan.AnnualPlan.ContextKind;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Panel;

/** The programme in the plan's own words; what is seldom read opens on demand. */
class ProgrammePanel extends Panel {
    ProgrammePanel(AnnualPlan plan) {
        super("plan.programme");
        addClassName("p-programme");
        var name = new Paragraph(plan.texts().programme());
        name.addClassName("p-programme-name");
        var terms = new DescriptionList();
        terms.addClassName("p-terms");
        term(terms, "plan.axis", plan.texts().axis());
        term(terms, "plan.evaluator", plan.texts().evaluator());
        term(terms, "plan.formula", plan.texts().formula());
        var drawnUp = plan.drawnUp();
        if (drawnUp != null) term(terms, "plan.drawnUp", Dates.date(drawnUp));
        add(name, terms, more(plan));
    }

    private Component more(AnnualPlan plan) {
        var words = new DescriptionList();
        words.addClassNames("p-terms", "p-terms-long");
        term(words, "plan.objective", plan.texts().objective());
        term(words, "plan.strategy", plan.texts().strategy());
        term(words, "plan.mission", plan.texts().mission());
        term(words, "plan.vision", plan.texts().vision());
        var context = new Div();
        context.addClassName("p-context");
        for (var kind : ContextKind.values()) {
            var points = plan.context().getOrDefault(kind, List.of());
            if (points.isEmpty()) continue;
            var list = new UnorderedList();
            points.forEach(point -> list.add(new ListItem(point)));
            context.add(new Div(new H3(getTranslation("plan.context." + kind)), list));
        }
        return new NativeDetails(getTranslation("plan.more"), new Div(words, context));
    }

    private void term(DescriptionList list, String key, String text) {
        if (text.isBlank()) return;
        list.add(new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(text)));
    }
}
