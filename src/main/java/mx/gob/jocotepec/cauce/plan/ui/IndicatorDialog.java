package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import mx.gob.jocotepec.cauce.plan.IndicatorFigures;
import mx.gob.jocotepec.cauce.uikit.Actions;

/** The record (ficha) of an indicator, with how its year is made up. */
class IndicatorDialog extends Dialog {
    private final DescriptionList terms = new DescriptionList();

    IndicatorDialog(IndicatorFigures figures) {
        var indicator = figures.indicator();
        setHeaderTitle(indicator.name());
        setWidth("min(40rem, 94vw)");
        addClassName("p-dialog");
        var year = new Div(FigureText.cell(figures.year(), figures.yearLight()));
        year.addClassNames("c-row", "p-head-figure");
        add(year, new Paragraph(getTranslation(indicator.cumulative() ? "plan.year.sum" : "plan.year.state")));
        if ("women_attended".equals(indicator.counterKey())) add(new Paragraph(getTranslation("plan.year.distinct")));
        terms.addClassName("p-terms");
        term("plan.record.definition", indicator.definition());
        term("plan.record.kind", getTranslation("plan.record.kind." + indicator.kind()));
        term("plan.record.method", indicator.method());
        term("plan.record.variables", indicator.variables());
        term("plan.record.unit", indicator.unit());
        term("plan.record.level", indicator.level());
        term("plan.record.dimension", indicator.dimension());
        term("plan.record.frequency", indicator.frequency());
        term("plan.record.direction", getTranslation("plan.record.direction." + indicator.direction()));
        if (indicator.baselineValue() != null) {
            term(
                    "plan.record.baseline",
                    FigureText.number(indicator.baselineValue())
                            + (indicator.baselineYear() == null ? "" : " (" + indicator.baselineYear() + ")"));
        }
        term("plan.record.evidence", indicator.evidence());
        term("plan.record.assumptions", indicator.assumptions());
        term("plan.record.responsible", indicator.responsible());
        term("plan.record.remarks", indicator.remarks());
        add(terms);
        getFooter().add(Actions.plain("uikit.close", this::close));
    }

    private void term(String key, String text) {
        if (text.isBlank()) return;
        terms.add(new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(text)));
    }
}
