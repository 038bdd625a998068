package mx.gob.jocotepec.cauce.plan.ui;

import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlanEntries {
    @Bean
    NavigationEntry planNavigation() {
        return NavigationEntry.of(PlanView.PATH, "plan.nav", AppIcon.TARGET, 500, Permission.PLAN_VIEW);
    }
}
