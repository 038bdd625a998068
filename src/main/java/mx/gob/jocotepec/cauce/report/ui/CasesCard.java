package mx.gob.jocotepec.cauce.report.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mx.gob.jocotepec.cauce.report.WorkStatistics;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Chart;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Texts;
import org.springframework.stereotype.Component;

/** Cases by month, for the Dirección. */
@Component
class CasesCard implements StartCard {
    static final int MONTHS = 12;

    private final WorkStatistics statistics;
    private final Clock clock;

    CasesCard(WorkStatistics statistics, Clock clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String permission() {
        return Permission.FOLLOW_UP.name();
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> build() {
        var cases = statistics
                .upTo(YearMonth.now(clock.withZone(Office.ZONE)), MONTHS)
                .casesByMonth();
        var panel = new Panel("report.cases");
        panel.add(
                cases.values().stream().allMatch(count -> count == 0)
                        ? new EmptyState(AppIcon.CHART, "report.none", "report.none.text")
                        : new Chart(new Chart.Data(
                                Chart.Kind.BARS,
                                I18NProvider.translate("report.cases.title"),
                                cases.keySet().stream().map(CasesCard::name).toList(),
                                List.of(new Chart.Series(
                                        I18NProvider.translate("report.cases.series"), List.copyOf(cases.values()))))));
        return Optional.of(panel);
    }

    /** "nov 26". */
    private static String name(YearMonth month) {
        var ui = UI.getCurrent();
        Locale locale = ui == null ? Texts.SPANISH : ui.getLocale();
        var name = month.getMonth().getDisplayName(TextStyle.SHORT, locale).replace(".", "");
        return "%s %02d".formatted(name, month.getYear() % 100);
    }
}
