package mx.gob.jocotepec.cauce.staff;

import mx.gob.jocotepec.cauce.shared.AreaId;
import org.jspecify.annotations.Nullable;

/** An area as lists show it. */
public record AreaSummary(
        AreaId id,
        String key,
        String name,
        Kind kind,
        @Nullable AreaId parent,
        boolean firstContact,
        boolean receivesReferrals,
        boolean active,
        int version) {
    public enum Kind {
        DIRECTION,
        SERVICE,
        POLICE,
        DIF,
        HEALTH,
        JUDGE,
        SINDICATURA,
        DELEGATION,
        OTHER
    }
}
