package mx.gob.jocotepec.cauce.oversight.ui;

import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to the pages of the watch over access. */
@Configuration(proxyBeanMethods = false)
class OversightNavigation {
    static final String EMERGENCY = "emergencia";
    static final String REVIEW = "supervision";
    static final String EXPORTS = "exportaciones";
    static final String CONFLICTS = "conflictos";

    @Bean
    NavigationEntry emergencyNavigation() {
        return NavigationEntry.of(
                EMERGENCY, "oversight.emergency.nav", AppIcon.ALERT_OCTAGON, 350, Permission.EMERGENCY_OPEN);
    }

    @Bean
    NavigationEntry reviewNavigation() {
        return NavigationEntry.of(REVIEW, "oversight.review.title", AppIcon.EYE, 450, Permission.ACCESS_REVIEW);
    }

    @Bean
    NavigationEntry conflictsNavigation() {
        return NavigationEntry.of(CONFLICTS, "oversight.conflicts.nav", AppIcon.LOCK, 940, Permission.TRAIL_READ);
    }

    @Bean
    NavigationEntry exportsNavigation() {
        return NavigationEntry.of(EXPORTS, "oversight.export.title", AppIcon.DOWNLOAD, 460, Permission.CASE_READ);
    }
}
