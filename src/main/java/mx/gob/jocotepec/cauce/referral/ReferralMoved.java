package mx.gob.jocotepec.cauce.referral;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.ReferralId;

/** A referral came into another state. */
public record ReferralMoved(ReferralId id, CaseId caseId, ReferralStatus status, Instant at) {}
