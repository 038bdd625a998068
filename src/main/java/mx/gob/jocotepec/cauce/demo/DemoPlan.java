package mx.gob.jocotepec.cauce.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import mx.gob.jocotepec.cauce.plan.Indicator;
import mx.gob.jocotepec.cauce.plan.NewProgress;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.shared.Quarter;
import org.springframework.stereotype.Component;

/** Invents targets and progress for 2024 and the current year, and closes a quarter. May be repeated: what is there stays. */
@Component
class DemoPlan {
    static final String REMARK = "Metas y avances de demostración, inventados.";
    private static final int SOURCE = 2024;

    /** Targets of a quarter for each hundred cases of the demonstration. */
    private static final Map<String, Double> BY_CASES = Map.of(
            "cases_registered", 13.5,
            "women_attended", 11.0,
            "attentions_psychology", 13.0,
            "attentions_legal", 4.0,
            "attentions_social_work", 4.0,
            "attentions_medical", 2.5,
            "referrals_sent", 12.0,
            "referrals_answered", 10.0,
            "referrals_answered_on_time", 8.5);

    private static final Map<String, Integer> FIXED = Map.of(
            "agreements_signed", 1,
            "agreements_in_force", 2,
            "agreements_civil", 1,
            "workshop_attendees", 80,
            "information_requests_answered", 6,
            "information_requests_on_time", 6,
            "documents_delivered", 15,
            "areas_in_use", 8);

    private final Plans plans;
    private final DemoSignIn signIn;
    private final Clock clock;

    DemoPlan(Plans plans, DemoSignIn signIn, Clock clock) {
        this.plans = plans;
        this.signIn = signIn;
        this.clock = clock;
    }

    void fill(int cases) {
        signIn.as("direccion", () -> {
            var now = clock.instant();
            int year = Quarter.of(now).year();
            plans.copyYear(SOURCE, year);
            var years = new LinkedHashSet<Integer>();
            years.add(SOURCE);
            years.add(year);
            years.forEach(of -> fill(of, cases, now));
            plans.closeQuarter(new Quarter(SOURCE, 1));
            plans.closeQuarter(new Quarter(year, 1));
            return true;
        });
    }

    private void fill(int year, int cases, Instant now) {
        var plan = plans.planOf(year).orElseThrow();
        for (var activity : plan.activities()) {
            for (var figures : activity.indicators()) {
                for (var quarter : Quarter.ofYear(year)) fill(figures.indicator(), quarter, cases, now);
            }
        }
    }

    private void fill(Indicator indicator, Quarter quarter, int cases, Instant now) {
        var dice = Dice.of("plan " + indicator.key(), quarter.year() * 4L + quarter.number());
        var perHundred = BY_CASES.get(indicator.key());
        int planned = perHundred == null
                ? FIXED.getOrDefault(indicator.key(), dice.between(2, 6))
                : Math.max(1, (int) Math.round(perHundred * cases / 100));
        plans.setTarget(quarter, indicator.key(), BigDecimal.valueOf(planned), 0);
        if (indicator.kind() == Indicator.Kind.AUTOMATIC || now.isBefore(quarter.start())) return;
        if (!plans.entries(quarter, indicator.key()).isEmpty()) return;
        int done = (int) Math.round(planned * (0.65 + dice.share() * 0.55));
        if (done == 0) return;
        plans.recordProgress(new NewProgress(
                quarter, indicator.key(), BigDecimal.valueOf(done), "Dato de demostración, sin evidencia."));
    }
}
