package mx.gob.jocotepec.cauce.staff.ui;

import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StaffNavigation {
    @Bean
    NavigationEntry staffEntry() {
        return NavigationEntry.of("personal", "staff.title", AppIcon.USERS, 910, Permission.STAFF_MANAGE);
    }

    @Bean
    NavigationEntry confirmationsEntry() {
        return NavigationEntry.of(
                "confirmaciones", "staff.confirm.title", AppIcon.CHECK_CIRCLE, 915, Permission.STAFF_CONFIRM);
    }

    @Bean
    NavigationEntry areasEntry() {
        return NavigationEntry.of("areas", "staff.areas.title", AppIcon.BUILDING, 920, Permission.STAFF_MANAGE);
    }
}
