package mx.gob.jocotepec.cauce.installation;

import java.util.Comparator;
import java.util.List;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.State;
import mx.gob.jocotepec.cauce.installation.InstallationCheck.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** How the installation stands. It says what there is, never a key, a path or an address. */
@Service
public class Installation {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private final List<InstallationCheck> checks;

    Installation(List<InstallationCheck> checks) {
        this.checks = checks.stream()
                .sorted(Comparator.comparing(InstallationCheck::topic))
                .toList();
    }

    /** What was found of one topic. */
    public record Finding(Topic topic, State state) {}

    @PreAuthorize("hasAuthority('INSTALLATION_READ')")
    public List<Finding> findings() {
        return checks.stream()
                .map(check -> new Finding(check.topic(), state(check)))
                .toList();
    }

    /** How many of the needed things are missing. */
    @PreAuthorize("hasAuthority('INSTALLATION_READ')")
    public long missing() {
        return findings().stream()
                .filter(finding -> finding.topic().needed() && finding.state() == State.MISSING)
                .count();
    }

    /** What cannot be looked at is not there. */
    private static State state(InstallationCheck check) {
        try {
            return check.look();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} could not be looked at: {}", check.topic(), e.getClass().getSimpleName());
            return State.MISSING;
        }
    }
}
