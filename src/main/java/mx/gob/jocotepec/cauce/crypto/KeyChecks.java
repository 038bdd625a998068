package mx.gob.jocotepec.cauce.crypto;

import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.installation.InstallationCheck;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.State;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the keys outlive a theft of the folder, and the loss of it. */
@Configuration(proxyBeanMethods = false)
class KeyChecks {
    @Bean
    InstallationCheck passphraseFromOutside(CauceSettings settings) {
        return InstallationCheck.of(
                Topic.PASSPHRASE, () -> State.of(settings.keyPassphrase().isPresent()));
    }

    @Bean
    InstallationCheck sharesOfTheRecoveryKey(KeyRing ring) {
        return InstallationCheck.of(Topic.SHARES, () -> State.of(Escrow.of(ring).isPresent()));
    }
}
