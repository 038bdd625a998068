package mx.gob.jocotepec.cauce.shell;

import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StartEntry {
    @Bean
    NavigationEntry startNavigation() {
        return NavigationEntry.of("inicio", "shell.start.title", AppIcon.HOME, 0, null);
    }
}
