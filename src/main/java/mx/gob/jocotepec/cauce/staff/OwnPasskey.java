package mx.gob.jocotepec.cauce.staff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of one's own.
 *
 * @param name as she called it
 */
public record OwnPasskey(
        UUID id, String name, Instant since, @Nullable Instant lastUsed) {}
