package mx.gob.jocotepec.cauce.referral;

import mx.gob.jocotepec.cauce.attention.AttentionRecorded;
import mx.gob.jocotepec.cauce.attention.Attentions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever attends has accepted: the referral of the case to the area moves on in the same transaction, and knows its attention. */
@Component
class AttentionListener {
    private final ReferralTable table;
    private final Referrals referrals;
    private final Attentions attentions;

    AttentionListener(ReferralTable table, Referrals referrals, Attentions attentions) {
        this.table = table;
        this.referrals = referrals;
        this.attentions = attentions;
    }

    @EventListener
    void recorded(AttentionRecorded event) {
        table.attendedBy(event.caseId(), event.area()).ifPresent(referral -> {
            referrals.attended(referral);
            attentions.belongsTo(event.id(), referral);
        });
    }
}
