package mx.gob.jocotepec.cauce.referral;

import java.time.Instant;
import java.util.Optional;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import org.jspecify.annotations.Nullable;

/**
 * A referral as lists show it: no name.
 *
 * @param caseRef null when the case itself is out of reach (any more)
 * @param risk of the case as it is now; as it was when sent, where the case is out of reach
 * @param closedAt when it was answered, rejected or cancelled
 * @param rejectReason key of the catalog {@code REFERRAL_REJECT_REASON}
 * @param takenUp whether another referral takes its place
 */
public record ReferralLine(
        ReferralId id,
        @Nullable CaseRef caseRef,
        String initials,
        RiskLevel risk,
        AreaId from,
        String fromName,
        Counterpart to,
        String toName,
        String service,
        Urgency urgency,
        ReferralStatus status,
        Instant sentAt,
        Instant acceptDueAt,
        Instant answerDueAt,
        @Nullable Instant closedAt,
        @Nullable String rejectReason,
        @Nullable ReferralResult result,
        boolean takenUp) {
    /** What it waits for: to be accepted, then to be answered. */
    public Optional<Instant> due() {
        return switch (status) {
            case SENT -> Optional.of(acceptDueAt);
            case ACCEPTED, IN_ATTENTION -> Optional.of(answerDueAt);
            case ANSWERED, REJECTED, CANCELLED -> Optional.empty();
        };
    }

    public boolean isOverdue(Instant now) {
        return due().filter(now::isAfter).isPresent();
    }
}
