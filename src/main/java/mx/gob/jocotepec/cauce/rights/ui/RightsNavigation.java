package mx.gob.jocotepec.cauce.rights.ui;

import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RightsNavigation {
    @Bean
    NavigationEntry rightsEntry() {
        return NavigationEntry.of("derechos", "rights.title", AppIcon.SHIELD, 700, Permission.RIGHTS_READ);
    }
}
