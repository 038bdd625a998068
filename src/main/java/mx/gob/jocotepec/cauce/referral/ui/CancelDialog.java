package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.html.Paragraph;
import mx.gob.jocotepec.cauce.referral.StepOutcome;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;

/** Why it is taken back. */
class CancelDialog extends FormDialog {
    private final Desk desk;
    private final ReferralId id;
    private final Runnable changed;
    private final LongTextInput reason = new LongTextInput("referral.cancel.reason", 4000);

    CancelDialog(Desk desk, ReferralId id, Runnable changed) {
        super("referral.cancel.title", "referral.cancel");
        this.desk = desk;
        this.id = id;
        this.changed = changed;
        reason.setRequiredIndicatorVisible(true);
        content(new Paragraph(getTranslation("referral.cancel.what")), reason);
        reason.focus();
    }

    @Override
    protected void submit() {
        var outcome = desk.referrals.cancel(id, Sensitive.of(reason.getValue()));
        if (outcome instanceof StepOutcome.Refused(var why)
                && (why == StepOutcome.Reason.REASON_MISSING || why == StepOutcome.Reason.TEXT_TOO_LONG)) {
            problems.show(reason, "referral.refused." + why);
            return;
        }
        Steps.tell(outcome);
        close();
        changed.run();
    }
}
