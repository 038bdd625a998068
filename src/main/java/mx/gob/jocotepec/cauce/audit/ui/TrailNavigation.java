package mx.gob.jocotepec.cauce.audit.ui;

import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TrailNavigation {
    @Bean
    NavigationEntry trailEntry() {
        // the permission by its name: the module that knows it stands above this one
        return new NavigationEntry.Plain("bitacora", "audit.title", AppIcon.HISTORY, 950, "TRAIL_READ");
    }
}
