package mx.gob.jocotepec.cauce.installation.ui;

import java.util.List;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.installation.Installation;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InstallationEntries {
    static final String PATH = "instalacion";
    /** By its name: the module that knows the permissions stands above this one. */
    private static final String PERMISSION = "INSTALLATION_READ";

    @Bean
    NavigationEntry installationEntry() {
        return new NavigationEntry.Plain(PATH, "installation.title", AppIcon.SETTINGS, 960, PERMISSION);
    }

    @Bean
    StartCard installationCard(Installation installation, CauceSettings settings) {
        return new MissingCard(installation, settings.demo());
    }

    /** A demonstration lacks all of it and holds nothing that would need it. */
    private record MissingCard(Installation installation, boolean demo) implements StartCard {
        @Override
        public int order() {
            return 910;
        }

        @Override
        public String permission() {
            return PERMISSION;
        }

        @Override
        public List<Waiting> waiting() {
            if (demo) return List.of();
            return List.of(
                    new Waiting(Tone.SERIOUS, AppIcon.SHIELD, "installation.waiting", installation.missing(), PATH));
        }
    }
}
