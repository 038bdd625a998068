package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * What an attention said at a time.
 *
 * @param reason why it was corrected to this; null for what was no correction
 */
public record AttentionVersion(
        int version,
        AttentionStatus status,
        String kind,
        AttentionMode mode,
        Instant startsAt,
        @Nullable Integer minutes,
        Sensitive note,
        @Nullable Sensitive reason,
        Instant recordedAt,
        String recordedBy) {}
