package mx.gob.jocotepec.cauce.staff;

import java.time.Instant;
import java.util.Set;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * An account as its administration shows it.
 *
 * @param waiting roles that a second person has to confirm
 * @param waitingArea where she goes once a second person has confirmed it
 * @param waitingEnable whether she may come in again once a second person has confirmed it
 */
public record StaffSummary(
        StaffId id,
        String username,
        String displayName,
        @Nullable String post,
        AreaId area,
        String areaName,
        Set<Role> roles,
        State state,
        @Nullable Instant lastSignIn,
        boolean secondFactor,
        Set<Role> waiting,
        @Nullable AreaId waitingArea,
        boolean waitingEnable,
        int version) {
    public enum State {
        /** Has a link to set her password and has not yet used it. */
        INVITED,
        ACTIVE,
        DISABLED
    }
}
