package mx.gob.jocotepec.cauce.rights;

import java.time.Instant;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A case that nobody works with any more, and how far its erasure has come.
 *
 * @param erasure proposed and not withdrawn, if any @param erasedAt when its keys were destroyed
 */
public record BlockedCase(
        CaseRef ref,
        Why why,
        Instant blockedAt,
        @Nullable Proposal erasure,
        @Nullable Instant erasedAt) {
    public enum Why {
        RETENTION,
        CANCELLATION,
        OPPOSITION,
        ORDER
    }

    /** Why somebody opens a blocked case for an hour. */
    public enum Opening {
        ARCO,
        COURT,
        LEGAL_DEFENCE,
        SUPERVISION
    }

    /** What an erasure rests on. */
    public enum Ground {
        CANCELLATION,
        RETENTION,
        ORDER
    }

    public record Proposal(UUID id, Ground ground, Instant at, StaffId by, String byName) {}
}
