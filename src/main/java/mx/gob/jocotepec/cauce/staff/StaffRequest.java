package mx.gob.jocotepec.cauce.staff;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * What administration asked for and a second person has to confirm.
 *
 * @param areaName where she works now
 * @param roles those somebody is to get; empty in a request of another kind
 * @param toArea where she is to work, in a request to move her
 * @param mine it was asked for by whoever looks, or is about her: somebody else has to decide
 */
public record StaffRequest(
        UUID id,
        StaffId staff,
        String name,
        String areaName,
        Kind kind,
        Set<Role> roles,
        @Nullable String toArea,
        String askedBy,
        Instant askedAt,
        boolean mine) {
    public enum Kind {
        ROLES,
        /** To set a new password, for whoever forgot hers. */
        LINK,
        /** To another area: she then reads the cases of that one. */
        AREA,
        /** To let her in again after she was disabled. */
        ENABLE
    }
}
