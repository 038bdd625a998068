package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;

/**
 * She was attended. Published inside the transaction that records it; a referral to the area listens, moves on and, by {@link
 * Attentions#belongsTo}, becomes what the attention answers to.
 */
public record AttentionRecorded(AttentionId id, CaseId caseId, AreaId area, Instant at) {}
