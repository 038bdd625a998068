package mx.gob.jocotepec.cauce.rights.ui;

import java.util.List;
import mx.gob.jocotepec.cauce.rights.RightsAgenda;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RightsNavigation {
    private static final String PATH = "derechos";

    @Bean
    NavigationEntry rightsEntry() {
        return NavigationEntry.of(PATH, "rights.title", AppIcon.SHIELD, 700, Permission.RIGHTS_READ);
    }

    @Bean
    StartCard rightsDeadlines(RightsAgenda agenda) {
        return new Deadlines(agenda);
    }

    private record Deadlines(RightsAgenda agenda) implements StartCard {
        @Override
        public int order() {
            return 700;
        }

        @Override
        public String permission() {
            return Permission.RIGHTS_READ.name();
        }

        @Override
        public List<Waiting> waiting() {
            var waiting = agenda.waiting();
            return List.of(
                    new Waiting(Tone.SERIOUS, AppIcon.CLOCK, "rights.waiting.late", waiting.late(), PATH),
                    new Waiting(Tone.CAUTION, AppIcon.CLOCK, "rights.waiting.soon", waiting.soon(), PATH),
                    new Waiting(Tone.SERIOUS, AppIcon.SHIELD, "rights.waiting.breaches", waiting.breaches(), PATH),
                    new Waiting(
                            Tone.CAUTION,
                            AppIcon.LOCK,
                            "rights.waiting.toErase",
                            Authorities.has(Permission.ERASE_CONFIRM) ? waiting.toErase() : 0,
                            PATH));
        }
    }
}
