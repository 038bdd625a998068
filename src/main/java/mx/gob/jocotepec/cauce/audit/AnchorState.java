package mx.gob.jocotepec.cauce.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the anchors since this start.
 *
 * @param anchoredAt when heads were last written to the file
 * @param anchorsFail whether the last try failed
 * @param mailedAt when they were last mailed; never, where no mail is set
 * @param mailFails whether the last mail failed
 */
public record AnchorState(
        @Nullable Instant anchoredAt,
        boolean anchorsFail,
        @Nullable Instant mailedAt,
        boolean mailFails) {
    static final AnchorState NOTHING_YET = new AnchorState(null, false, null, false);

    AnchorState anchored(Instant at) {
        return new AnchorState(at, false, mailedAt, mailFails);
    }

    AnchorState notAnchored() {
        return new AnchorState(anchoredAt, true, mailedAt, mailFails);
    }

    AnchorState mailed(Instant at) {
        return new AnchorState(anchoredAt, anchorsFail, at, false);
    }

    AnchorState notMailed() {
        return new AnchorState(anchoredAt, anchorsFail, mailedAt, true);
    }
}
