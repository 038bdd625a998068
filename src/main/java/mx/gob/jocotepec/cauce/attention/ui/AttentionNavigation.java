package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.UI;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the agenda. */
@Configuration(proxyBeanMethods = false)
public class AttentionNavigation {
    public static final String AGENDA = "agenda";

    @Bean
    NavigationEntry agendaNavigation() {
        return NavigationEntry.of(AGENDA, "attention.agenda.title", AppIcon.CALENDAR, 300, Permission.ATTENTION_READ);
    }

    public static void agenda() {
        UI.getCurrent().navigate(AGENDA);
    }
}
