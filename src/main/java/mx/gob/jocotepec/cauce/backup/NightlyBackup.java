package mx.gob.jocotepec.cauce.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.database.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A backup every night where {@code CAUCE_BACKUP_DIR} is set. A night on which the machine was off is made good at the next start. Old
 * ones go once a newer one lies there.
 */
@Component
class NightlyBackup implements SmartLifecycle {
    static final String FOLDER = "CAUCE_BACKUP_DIR";

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final int MINUTES = 10;
    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);

    private final Backups backups;
    private final @Nullable BackupPlan plan;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;
    private Instant notBefore = Instant.MIN;

    @Autowired
    NightlyBackup(Backups backups, CauceSettings settings, Environment environment, Clock clock) {
        this(backups, BackupPlan.from(environment, settings), clock);
    }

    NightlyBackup(Backups backups, @Nullable BackupPlan plan, Clock clock) {
        this.backups = backups;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (plan == null) return;
        var own = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "nightly-backup");
            thread.setDaemon(true);
            return thread;
        });
        timer = own;
        var _ = own.scheduleWithFixedDelay(this::turn, 1, MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public synchronized void stop() {
        if (timer != null) timer.shutdownNow();
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** One turn of the timer. */
    void turn() {
        var now = clock.instant();
        if (plan == null || now.isBefore(notBefore)) return;
        try {
            if (plan.made().stream().anyMatch(made -> !made.isBefore(plan.due(now)))) return;
            backups.make(plan.folder());
            for (var old : plan.tooOld(now)) Files.deleteIfExists(old);
        } catch (IOException | RuntimeException e) {
            notBefore = now.plus(AFTER_A_FAILURE);
            LOG.warn(
                    "the nightly backup was not made: {}",
                    e instanceof SettingProblem ? e.getMessage() : e.getClass().getSimpleName());
        }
    }
}
