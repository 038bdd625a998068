package mx.gob.jocotepec.cauce.plan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import mx.gob.jocotepec.cauce.plan.FigureLimits;
import mx.gob.jocotepec.cauce.plan.Progress;
import mx.gob.jocotepec.cauce.plan.QuarterState;
import mx.gob.jocotepec.cauce.plan.TrafficLight;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Texts;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.jspecify.annotations.Nullable;

/** How the figures of the plan are written. */
final class FigureText {
    private FigureText() {}

    /** "1,234.5"; a dash for what is not known. */
    static String number(@Nullable BigDecimal value) {
        if (value == null) return "–";
        var format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + number(value);
    }

    static String money(BigDecimal pesos) {
        return NumberFormat.getCurrencyInstance(Texts.SPANISH).format(pesos);
    }

    /** Target and what was achieved: "50 / 48". */
    static String pair(Progress progress) {
        return number(progress.planned()) + " / " + number(progress.achieved());
    }

    /** "96.0 %" or N/A. */
    static String percent(Progress progress) {
        return progress.shownPercent()
                .map(percent -> {
                    var format = NumberFormat.getNumberInstance(locale());
                    format.setMinimumFractionDigits(1);
                    format.setMaximumFractionDigits(1);
                    return format.format(percent) + " %";
                })
                .orElse(I18NProvider.translate("plan.na"));
    }

    /** The key of what to say beside the field. */
    static String problem(FigureLimits.Problem problem) {
        return switch (problem) {
            case NEGATIVE -> "plan.target.negative";
            case TOO_LARGE -> "plan.value.tooLarge";
            case TOO_FINE -> "plan.value.tooFine";
        };
    }

    /** "T3", "Q3" in English. */
    static String quarter(Quarter quarter) {
        return I18NProvider.translate("plan.quarter", quarter.number());
    }

    static Optional<Component> light(TrafficLight light) {
        return switch (light) {
            case GREEN -> Optional.of(badge(Tone.GOOD, AppIcon.CHECK_CIRCLE, light));
            case AMBER -> Optional.of(badge(Tone.CAUTION, AppIcon.DIAMOND, light));
            case RED -> Optional.of(badge(Tone.CRITICAL, AppIcon.TRIANGLE_DOWN, light));
            case BLUE -> Optional.of(badge(Tone.INFO, AppIcon.TRIANGLE_UP, light));
            case NONE -> Optional.empty();
        };
    }

    static Component state(QuarterState state) {
        var word = I18NProvider.translate("plan.state." + state);
        return switch (state) {
            case CLOSED -> new StatusBadge(Tone.GOOD, AppIcon.LOCK, word);
            case OPEN -> new StatusBadge(Tone.INFO, AppIcon.CLOCK, word);
            case ENDED -> new StatusBadge(Tone.CAUTION, AppIcon.ALERT, word);
            case FUTURE -> new StatusBadge(Tone.NEUTRAL, AppIcon.CIRCLE_DASHED, word);
        };
    }

    /** Target, achieved, percentage and light, as a cell shows them. */
    static Component[] cell(Progress progress, TrafficLight light) {
        var pair = new Span(pair(progress));
        pair.addClassName("p-pair");
        var percent = new Span(percent(progress));
        percent.addClassName("p-percent");
        if (progress.exceeded()) {
            percent.add(new Span(" ↑"));
            percent.setTitle(I18NProvider.translate("plan.exceeded"));
        }
        var badge = light(light).orElseGet(Span::new);
        return new Component[] {pair, percent, badge};
    }

    /** The same for those who hear it. */
    static String spoken(Progress progress, TrafficLight light) {
        var words = I18NProvider.translate(
                "plan.spoken", number(progress.planned()), number(progress.achieved()), percent(progress));
        if (progress.exceeded()) words += ", " + I18NProvider.translate("plan.exceeded");
        return light == TrafficLight.NONE ? words : words + ", " + I18NProvider.translate("plan.light." + light);
    }

    private static Component badge(Tone tone, AppIcon icon, TrafficLight light) {
        return new StatusBadge(tone, icon, I18NProvider.translate("plan.light." + light));
    }

    private static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Texts.SPANISH : ui.getLocale();
    }
}
