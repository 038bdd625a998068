package mx.gob.jocotepec.cauce.referral;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import org.jspecify.annotations.Nullable;

/** A case was referred. @param to null: to an institution outside */
public record ReferralSent(
        ReferralId id, CaseId caseId, AreaId from, @Nullable AreaId to, Urgency urgency, Instant acceptDueAt) {}
