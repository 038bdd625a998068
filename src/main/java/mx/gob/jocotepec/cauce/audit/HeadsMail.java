package mx.gob.jocotepec.cauce.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;

/** Mails signed heads of the trail to a place that whoever rewrites the trail does not reach. Numbers and hashes, nothing else. */
@Component
class HeadsMail {
    private static final Logger LOG = LoggerFactory.getLogger(HeadsMail.class);

    private final MailSettings settings;

    HeadsMail(Environment environment) {
        settings = MailSettings.from(environment);
    }

    boolean isSet() {
        return settings.isSet();
    }

    /** @return whether the server took it; if not, that is told and stops nothing */
    boolean send(String lines) {
        try {
            var message = new SimpleMailMessage();
            message.setFrom(settings.from());
            message.setTo(settings.to());
            message.setSubject("Cauce");
            message.setText(lines);
            settings.sender().send(message);
            return true;
        } catch (MailException e) {
            LOG.warn(
                    "the heads of the trail could not be mailed: {}",
                    e.getClass().getSimpleName());
            return false;
        }
    }
}
