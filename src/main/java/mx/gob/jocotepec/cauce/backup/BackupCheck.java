package mx.gob.jocotepec.cauce.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.installation.InstallationCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether last night's backup lies where it should. One that is being made now, or is tried again, has some hours. */
@Component
class BackupCheck implements InstallationCheck {
    private static final Duration IN_HAND = Duration.ofHours(6);

    private final boolean ours;
    private final @Nullable BackupPlan plan;
    private final Clock clock;

    @Autowired
    BackupCheck(CauceSettings settings, Environment environment, Clock clock) {
        this(settings.embedded(), BackupPlan.from(environment, settings), clock);
    }

    BackupCheck(boolean ours, @Nullable BackupPlan plan, Clock clock) {
        this.ours = ours;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.BACKUP;
    }

    @Override
    public State look() {
        if (!ours) return State.ELSEWHERE;
        if (plan == null) return State.MISSING;
        try {
            var due = plan.due(clock.instant().minus(IN_HAND));
            return State.of(plan.made().stream().anyMatch(made -> !made.isBefore(due)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
