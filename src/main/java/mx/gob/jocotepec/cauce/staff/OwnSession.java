package mx.gob.jocotepec.cauce.staff;

import java.time.Instant;
import java.util.UUID;

/**
 * An open session of one's own.
 *
 * @param browser family, the end of its text's key; likewise {@code system}
 * @param current the one that asks
 */
public record OwnSession(UUID id, String browser, String system, Instant since, Instant lastUsed, boolean current) {}
