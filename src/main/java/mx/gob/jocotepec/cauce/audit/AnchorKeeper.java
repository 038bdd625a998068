package mx.gob.jocotepec.cauce.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mx.gob.jocotepec.cauce.shared.Office;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Anchors the heads of the trail at every start, every stop and, where something was added, every ten minutes. Once a day, and after a
 * start, all heads are anchored and mailed where that is set, and the trail is told how far the file reaches.
 */
@Component
class AnchorKeeper implements SmartLifecycle {
    /** What the trail is told once a day, with the number of the file's last line and the begin of its signature. */
    static final String TOLD = "TRAIL_ANCHORED";

    static final Pattern REACH = Pattern.compile("lines=(\\d{1,9});end=([0-9a-f]{16})");
    private static final Logger LOG = LoggerFactory.getLogger(AnchorKeeper.class);
    private static final int MINUTES = 10;

    private final AnchorFile file;
    private final HeadsMail mail;
    private final AuditTrail trail;
    private final AsSystem system;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Integer, Long> anchored = new HashMap<>();
    private volatile AnchorState state = AnchorState.NOTHING_YET;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable LocalDate told;
    private @Nullable String unsent;

    AnchorKeeper(
            AnchorFile file,
            HeadsMail mail,
            AuditTrail trail,
            AsSystem system,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.file = file;
        this.mail = mail;
        this.trail = trail;
        this.system = system;
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
        anchored.clear();
        told = null;
        anchor();
        var _ = own.scheduleWithFixedDelay(this::turn, 0, MINUTES, TimeUnit.MINUTES);
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

    AnchorState state() {
        return state;
    }

    /** One turn of the timer. */
    void turn() {
        if (isNewDay()) daily();
        else anchor();
        send();
    }

    /** Appends the heads that moved since the last time. A failure is told and tried again at the next turn. */
    synchronized void anchor() {
        try {
            var moved = heads().stream()
                    .filter(head -> head.seq() > anchored.getOrDefault(head.chain(), 0L))
                    .toList();
            if (moved.isEmpty()) begin();
            else append(moved);
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    /** All heads, and a word to the trail, which itself is anchored at the next turn. */
    synchronized void daily() {
        try {
            anchor();
            var lines = append(heads());
            var end = file.end();
            system.run(() -> transaction.executeWithoutResult(status -> trail.record(TrailEvent.of(TOLD)
                    .with("lines=" + end.lines() + ";end=" + end.signature().substring(0, 16)))));
            told = today();
            unsent = lines;
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private synchronized boolean isNewDay() {
        return !today().equals(told);
    }

    /** Outside the lock: a mail server that does not answer must not hold up the anchors. */
    private void send() {
        String lines;
        synchronized (this) {
            lines = unsent;
        }
        if (lines == null || !mail.isSet()) return;
        boolean sent = mail.send(lines);
        synchronized (this) {
            if (sent && lines.equals(unsent)) unsent = null;
            state = sent ? state.mailed(clock.instant()) : state.notMailed();
        }
    }

    private String append(List<AnchorFile.Anchor> heads) throws IOException {
        var now = now();
        var lines = heads.isEmpty() ? "" : file.append(now, heads);
        heads.forEach(head -> anchored.put(head.chain(), head.seq()));
        state = state.anchored(now);
        return lines;
    }

    /** A first line before anything is recorded: from then on a file without lines means that somebody emptied it. */
    private void begin() throws IOException {
        if (!anchored.isEmpty() || !file.read().anchors().isEmpty()) return;
        file.append(now(), List.of(new AnchorFile.Anchor(0, 0, 0, "0".repeat(64))));
    }

    private void failed(Exception e) {
        LOG.warn("the trail could not be anchored: {}", e.getClass().getSimpleName());
        state = state.notAnchored();
    }

    private List<AnchorFile.Anchor> heads() {
        var heads = transaction.execute(status -> jdbc.sql(
                        "select chain, seq, hash from trail_head where seq > 0 order by chain")
                .query((row, number) -> new AnchorFile.Anchor(
                        0, row.getInt(1), row.getLong(2), HexFormat.of().formatHex(row.getBytes(3))))
                .list());
        return heads == null ? List.of() : heads;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Office.ZONE);
    }
}
