package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * What an attention should say instead. What it said before stays readable.
 *
 * @param version the one that was on the screen
 * @param reserved null: as it is
 * @param reason why, in words, for the team
 */
public record AttentionCorrection(
        AttentionId id,
        int version,
        String kind,
        AttentionMode mode,
        boolean attended,
        Instant startsAt,
        @Nullable Integer minutes,
        Sensitive note,
        @Nullable Sensitive reserved,
        Sensitive reason) {}
