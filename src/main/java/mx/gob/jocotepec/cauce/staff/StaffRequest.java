package mx.gob.jocotepec.cauce.staff;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.StaffId;

/**
 * What administration asked for and a second person has to confirm.
 *
 * @param roles those somebody is to get; empty in a request for a link
 * @param mine it was asked for by whoever looks, or is about her: somebody else has to decide
 */
public record StaffRequest(
        UUID id,
        StaffId staff,
        String name,
        String areaName,
        Kind kind,
        Set<Role> roles,
        String askedBy,
        Instant askedAt,
        boolean mine) {
    public enum Kind {
        ROLES,
        /** To set a new password, for whoever forgot hers. */
        LINK
    }
}
