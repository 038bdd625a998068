package mx.gob.jocotepec.cauce.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Tri;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a case's page shows: counted facts and the initials, no name.
 *
 * @param compartments those the actor may open
 * @param emergency whether she reaches it only by an access in an emergency, which ends at those compartments and the risk
 */
public record CaseHead(
        CaseRef ref,
        CaseStatus status,
        RiskLevel risk,
        @Nullable Instant riskAssessedAt,
        String initials,
        @Nullable Integer age,
        @Nullable String locality,
        AreaId area,
        String areaName,
        Instant openedAt,
        @Nullable LocalDate factsOn,
        @Nullable LocalTime factsTime,
        List<String> violenceTypes,
        Tri minorsPresent,
        Tri publicServant,
        @Nullable Instant prosecutorNotifiedAt,
        @Nullable Instant privacyNoticeAt,
        Consent consent,
        @Nullable Instant closedAt,
        @Nullable String closureReason,
        Set<Compartment> compartments,
        boolean emergency,
        int version) {
    public boolean isOpen() {
        return status != CaseStatus.CLOSED;
    }

    /** Whether she consents to being referred and to her data being shared for it. */
    public enum Consent {
        GIVEN,
        REFUSED,
        PENDING
    }
}
