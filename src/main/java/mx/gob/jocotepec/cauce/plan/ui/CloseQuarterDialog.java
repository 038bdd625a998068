package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import mx.gob.jocotepec.cauce.plan.AnnualPlan;
import mx.gob.jocotepec.cauce.plan.Indicator;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Says what closing means and what is still missing, before it cannot be undone. */
class CloseQuarterDialog extends Dialog {
    CloseQuarterDialog(Plans plans, Quarter quarter, Runnable closed) {
        var name = FigureText.quarter(quarter);
        setHeaderTitle(getTranslation("plan.close.title", name, Integer.toString(quarter.year())));
        setWidth("min(34rem, 94vw)");
        addClassName("p-dialog");
        var meaning = new UnorderedList(
                new ListItem(getTranslation("plan.close.frozen")),
                new ListItem(getTranslation("plan.close.corrections")),
                new ListItem(getTranslation("plan.close.targets")),
                new ListItem(getTranslation("plan.close.forGood")));
        add(new Paragraph(getTranslation("plan.close.text")), meaning);
        plans.planOf(quarter.year()).ifPresent(plan -> {
            long without = missing(plan, quarter);
            if (without == 0) return;
            var strip = new Div(AppIcon.ALERT.create(), new Span(getTranslation("plan.close.missing", without)));
            strip.addClassNames("c-strip", "c-tone-caution");
            add(strip);
        });
        var confirm = Actions.primary("plan.close.confirm", () -> {
            close();
            if (PlanAnswers.tell(plans.closeQuarter(quarter))) Notices.done("plan.close.done", name);
            closed.run();
        });
        confirm.setText(getTranslation("plan.close.quarter", name));
        confirm.setId("plan-close-confirm");
        getFooter().add(Actions.plain("uikit.cancel", this::close), confirm);
    }

    /** Indicators by hand for which something was planned and nothing reported. */
    private static long missing(AnnualPlan plan, Quarter quarter) {
        return plan.activities().stream()
                .flatMap(activity -> activity.indicators().stream())
                .filter(figures -> figures.indicator().kind() == Indicator.Kind.MANUAL)
                .map(figures -> figures.of(quarter).progress())
                .filter(progress ->
                        progress.planned() != null && progress.planned().signum() > 0)
                .filter(progress ->
                        progress.achieved() == null || progress.achieved().signum() == 0)
                .count();
    }
}
