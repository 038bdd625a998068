package mx.gob.jocotepec.cauce.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Anchors the heads of the trail at every start, every stop and, where something was added, every ten minutes. */
@Component
class AnchorKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorKeeper.class);
    private static final int MINUTES = 10;

    private final AnchorFile file;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Integer, Long> anchored = new HashMap<>();
    private @Nullable ScheduledExecutorService timer;

    AnchorKeeper(AnchorFile file, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.file = file;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var own = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "trail-anchors");
            thread.setDaemon(true);
            return thread;
        });
        timer = own;
        anchor();
        var _ = own.scheduleWithFixedDelay(this::anchor, 1, MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
            anchor();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** After the web server was told to stop, so that its last requests are anchored too; before the pool closes. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Appends the heads that moved since the last time. A failure is told and tried again at the next turn. */
    synchronized void anchor() {
        try {
            var moved = heads().stream()
                    .filter(head -> head.seq() > anchored.getOrDefault(head.chain(), 0L))
                    .toList();
            if (moved.isEmpty()) {
                begin();
                return;
            }
            file.append(clock.instant().truncatedTo(ChronoUnit.MILLIS), moved);
            moved.forEach(head -> anchored.put(head.chain(), head.seq()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the trail could not be anchored: {}", e.getClass().getSimpleName());
        }
    }

    /** A first line before anything is recorded: from then on a file without lines means that somebody emptied it. */
    private void begin() throws IOException {
        if (!anchored.isEmpty() || !file.read().anchors().isEmpty()) return;
        file.append(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                List.of(new AnchorFile.Anchor(0, 0, 0, "0".repeat(64))));
    }

    private List<AnchorFile.Anchor> heads() {
        var heads = transaction.execute(status -> jdbc.sql(
                        "select chain, seq, hash from trail_head where seq > 0 order by chain")
                .query((row, number) -> new AnchorFile.Anchor(
                        0, row.getInt(1), row.getLong(2), HexFormat.of().formatHex(row.getBytes(3))))
                .list());
        return heads == null ? List.of() : heads;
    }
}
