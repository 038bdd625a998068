package mx.gob.jocotepec.cauce.oversight.ui;

import java.util.List;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.casefile.WallProposals;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.oversight.Exports;
import mx.gob.jocotepec.cauce.oversight.ReadBudgets;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the watch over access waits on the start pages. */
@Configuration(proxyBeanMethods = false)
class OversightCards {
    private record Card(String permission, Supplier<List<Waiting>> what) implements StartCard {
        @Override
        public int order() {
            return 150;
        }

        @Override
        public List<Waiting> waiting() {
            return what.get();
        }
    }

    @Bean
    StartCard reviewsForTheDirection(WallProposals proposals, ReadBudgets budgets, Exports exports) {
        return new Card(
                Permission.ACCESS_REVIEW.name(),
                () -> List.of(
                        waiting(
                                Tone.SERIOUS,
                                AppIcon.LOCK,
                                "oversight.waiting.walls",
                                proposals.count(),
                                OversightNavigation.REVIEW),
                        waiting(
                                Tone.SERIOUS,
                                AppIcon.EYE,
                                "oversight.waiting.reading",
                                budgets.alerts().size(),
                                OversightNavigation.REVIEW),
                        waiting(
                                Tone.CAUTION,
                                AppIcon.DOWNLOAD,
                                "oversight.waiting.exports",
                                exports.toDecide().size(),
                                OversightNavigation.REVIEW)));
    }

    @Bean
    StartCard emergenciesOfTheArea(EmergencyAccess emergency) {
        return new Card(Permission.CASE_READ.name(), () -> {
            var waiting = emergency.waiting();
            return List.of(
                    waiting(
                            Tone.CRITICAL,
                            AppIcon.ALERT_OCTAGON,
                            "oversight.waiting.toClose",
                            waiting.toClose(),
                            OversightNavigation.REVIEW),
                    waiting(
                            Tone.SERIOUS,
                            AppIcon.EYE,
                            "oversight.waiting.toSee",
                            Authorities.has(Permission.EMERGENCY_OPEN) ? waiting.toSee() : 0,
                            OversightNavigation.EMERGENCY));
        });
    }

    @Bean
    StartCard reviewsSeenByAudit(ReadBudgets budgets, WallProposals proposals) {
        return new Card(Permission.TRAIL_READ.name(), () -> {
            var waiting = budgets.waiting();
            return List.of(
                    waiting(
                            Tone.SERIOUS,
                            AppIcon.LOCK,
                            "oversight.waiting.conflicts",
                            proposals.withoutDirection().size(),
                            OversightNavigation.CONFLICTS),
                    waiting(Tone.SERIOUS, AppIcon.EYE, "oversight.waiting.alerts", waiting.alerts(), "bitacora"),
                    waiting(Tone.SERIOUS, AppIcon.CLOCK, "oversight.waiting.late", waiting.late(), "bitacora"),
                    waiting(
                            Tone.INFO,
                            AppIcon.SHIELD,
                            "oversight.waiting.open",
                            waiting.walls() + waiting.emergencies(),
                            "bitacora"));
        });
    }

    private static StartCard.Waiting waiting(Tone tone, AppIcon icon, String textKey, int count, String path) {
        return new StartCard.Waiting(tone, icon, textKey, count, path);
    }
}
