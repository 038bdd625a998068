package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.plan.Activity;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.plan.Progress;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.FigureTile;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The quarter that runs, in three figures; and quarters that are over and still open. */
class PlanCard implements StartCard {
    private static final String ATTENTION = "ACT1";
    private static final Set<String> CASES = Set.of("cases_registered");
    private static final Set<String> ATTENTIONS =
            Set.of("attentions_psychology", "attentions_legal", "attentions_social_work", "attentions_medical");
    private static final Set<String> REFERRALS = Set.of("referrals_sent");

    private final Plans plans;
    private final Clock clock;

    PlanCard(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return Permission.PLAN_VIEW.name();
    }

    /** A line for each year, so that each number leads to its list; what an earlier year left open is told until it is closed. */
    @Override
    public List<Waiting> waiting() {
        if (!Authorities.has(Permission.PLAN_CLOSE)) return List.of();
        int thisYear = Quarter.of(clock.instant()).year();
        var byYear = plans.quartersToClose().stream()
                .collect(Collectors.groupingBy(Quarter::year, TreeMap::new, Collectors.counting()));
        return byYear.entrySet().stream()
                .map(year -> new Waiting(
                        Tone.INFO,
                        AppIcon.TARGET,
                        year.getKey() == thisYear ? "plan.card.toClose" : "plan.card.toClose.earlier",
                        year.getValue(),
                        path(year.getKey())))
                .toList();
    }

    @Override
    public Optional<Component> build() {
        var quarter = Quarter.of(clock.instant());
        var panel = new Panel("plan.card")
                .heading(I18NProvider.translate(
                        "plan.card", FigureText.quarter(quarter), Integer.toString(quarter.year())))
                .action(new Anchor(path(quarter.year()), I18NProvider.translate("plan.card.all")));
        var activity = plans.planOf(quarter.year()).flatMap(plan -> plan.activity(ATTENTION));
        if (activity.isEmpty()) {
            panel.add(new EmptyState(AppIcon.TARGET, "plan.none", "plan.none.text"));
            return Optional.of(panel);
        }
        var tiles = new Div(
                tile("plan.card.cases", sum(activity.get(), CASES, quarter)),
                tile("plan.card.attentions", sum(activity.get(), ATTENTIONS, quarter)),
                tile("plan.card.referrals", sum(activity.get(), REFERRALS, quarter)));
        tiles.addClassName("c-figures");
        tiles.getStyle().set("grid-template-columns", "repeat(auto-fit, minmax(7.5rem, 1fr))");
        panel.add(tiles);
        return Optional.of(panel);
    }

    private static Progress sum(Activity activity, Set<String> counters, Quarter quarter) {
        return activity.indicators().stream()
                .filter(figures -> figures.indicator().counterKey() != null
                        && counters.contains(figures.indicator().counterKey()))
                .map(figures -> figures.of(quarter).progress())
                .reduce(Progress.NOTHING, Progress::plus);
    }

    private static FigureTile tile(String key, Progress progress) {
        var tile = new FigureTile(I18NProvider.translate(key), FigureText.number(progress.achieved()));
        if (progress.planned() == null) return tile.note(I18NProvider.translate("plan.card.noTarget"));
        return tile.note(I18NProvider.translate(
                        "plan.card.target", FigureText.number(progress.planned()), FigureText.percent(progress)))
                .progress(progress.percent().map(BigDecimal::doubleValue).orElse(0.0));
    }

    private static String path(int year) {
        return PlanView.PATH + "?" + PlanView.at(year).getQueryString();
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        StartCard planCard(Plans plans, Clock clock) {
            return new PlanCard(plans, clock);
        }
    }
}
