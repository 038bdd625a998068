package mx.gob.jocotepec.cauce.audit;

import mx.gob.jocotepec.cauce.installation.InstallationCheck;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.State;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the heads of the trail are written, and whether they leave this machine. */
@Configuration(proxyBeanMethods = false)
class TrailChecks {
    @Bean
    InstallationCheck anchorsAreWritten(AnchorKeeper anchors) {
        return InstallationCheck.of(
                Topic.ANCHORS, () -> State.of(!anchors.state().anchorsFail()));
    }

    @Bean
    InstallationCheck headsAreMailed(AnchorKeeper anchors, HeadsMail mail) {
        return InstallationCheck.of(
                Topic.MAIL, () -> State.of(mail.isSet() && !anchors.state().mailFails()));
    }
}
