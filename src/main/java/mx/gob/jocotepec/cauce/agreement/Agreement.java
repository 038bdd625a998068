package mx.gob.jocotepec.cauce.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with all it says.
 *
 * @param endedOn first day on which it holds no more
 * @param version to send back when it is changed
 */
public record Agreement(
        AgreementId id,
        AgreementTerms terms,
        String counterpartName,
        AgreementState state,
        long daysLeft,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Nullable AgreementId renews,
        @Nullable AgreementId renewedBy,
        List<Scan> scans,
        AgreementUse.Use use,
        int version) {
    public Agreement {
        scans = List.copyOf(scans);
    }

    /** A signed copy: its content is opened by {@link AgreementScans} only. */
    public record Scan(UUID id, String mediaType, int size, Instant addedAt, String addedBy) {}
}
