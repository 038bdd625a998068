package mx.gob.jocotepec.cauce.report.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.gob.jocotepec.cauce.report.WorkFigures.ReferralCell;
import mx.gob.jocotepec.cauce.report.WorkStatistics;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Chart;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Referrals of the last months by whom they went to, each in the state it is in now; for the Dirección. */
@Component
class ReferralsCard implements StartCard {
    private static final List<String> STATES =
            List.of("SENT", "ACCEPTED", "IN_ATTENTION", "ANSWERED", "REJECTED", "CANCELLED");

    private final WorkStatistics statistics;
    private final Areas areas;
    private final Clock clock;

    ReferralsCard(WorkStatistics statistics, Areas areas, Clock clock) {
        this.statistics = statistics;
        this.areas = areas;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return Permission.FOLLOW_UP.name();
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> build() {
        var referrals = statistics
                .upTo(YearMonth.now(clock.withZone(Office.ZONE)), CasesCard.MONTHS)
                .referrals();
        var panel = new Panel("report.referrals");
        panel.add(
                referrals.isEmpty()
                        ? new EmptyState(AppIcon.CHART, "report.none", "report.none.text")
                        : chart(referrals));
        return Optional.of(panel);
    }

    private Chart chart(Map<ReferralCell, Long> referrals) {
        var receivers = new LinkedHashMap<@Nullable AreaId, String>();
        areas.all().forEach(area -> receivers.put(area.id(), shortName(area.name())));
        receivers.put(null, I18NProvider.translate("report.referrals.outside"));
        receivers.keySet().removeIf(area -> STATES.stream().noneMatch(state -> has(referrals, area, state)));
        var series = new ArrayList<Chart.Series>();
        for (var state : STATES) {
            if (receivers.keySet().stream().noneMatch(area -> has(referrals, area, state))) continue;
            var values = receivers.keySet().stream()
                    .map(area -> referrals.getOrDefault(new ReferralCell(area, state), 0L))
                    .toList();
            series.add(new Chart.Series(I18NProvider.translate("report.referrals." + state), values));
        }
        return new Chart(new Chart.Data(
                Chart.Kind.STACKED_BARS,
                I18NProvider.translate("report.referrals.title"),
                List.copyOf(receivers.values()),
                series));
    }

    private static boolean has(Map<ReferralCell, Long> referrals, @Nullable AreaId area, String state) {
        return referrals.containsKey(new ReferralCell(area, state));
    }

    /** "Psicología (Dirección de Igualdad)" is "Psicología" under a bar. */
    private static String shortName(String name) {
        int parenthesis = name.indexOf(" (");
        return parenthesis < 0 ? name : name.substring(0, parenthesis);
    }
}
