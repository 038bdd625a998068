package mx.gob.jocotepec.cauce.agreement.ui;

import java.util.List;
import mx.gob.jocotepec.cauce.agreement.Agreements;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What agreements put into the frame. */
@Configuration(proxyBeanMethods = false)
class AgreementEntries {
    @Bean
    NavigationEntry agreementNavigation() {
        return NavigationEntry.of(
                AgreementNavigation.ALL, "agreement.title", AppIcon.AGREEMENT, 400, Permission.AGREEMENT_READ);
    }

    /** Only for whoever can renew them. */
    @Bean
    StartCard agreementsWaiting(Agreements agreements) {
        return new StartCard() {
            @Override
            public int order() {
                return 400;
            }

            @Override
            public String permission() {
                return Permission.AGREEMENT_EDIT.name();
            }

            @Override
            public List<Waiting> waiting() {
                var expiring = agreements.expiring();
                return expiring.isEmpty()
                        ? List.of()
                        : List.of(new Waiting(
                                Tone.INFO,
                                AppIcon.AGREEMENT,
                                "agreement.waiting.expiring",
                                expiring.size(),
                                expiring.size() == 1
                                        ? AgreementNavigation.to(
                                                expiring.getFirst().id())
                                        : AgreementNavigation.ALL));
            }
        };
    }
}
