package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import mx.gob.jocotepec.cauce.referral.ReferralLine;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** The Dirección sends it to somebody else, with the words it has. */
class ReassignDialog extends FormDialog {
    private final Desk desk;
    private final ReferralLine line;
    private final TargetFields fields;
    private final LongTextInput reason = new LongTextInput("referral.reassign.reason", 4000);

    ReassignDialog(Desk desk, ReferralLine line) {
        super("referral.reassign.title", "referral.reassign");
        this.desk = desk;
        this.line = line;
        fields = new TargetFields(desk, line.from());
        fields.choose(line.service(), line.to());
        fields.target.clear();
        reason.setRequiredIndicatorVisible(true);
        content(
                new Paragraph(getTranslation("referral.reassign.what", line.toName())),
                new FormGrid(fields.service, fields.target).full(reason));
        fields.target.focus();
    }

    @Override
    protected void submit() {
        var to = fields.chosen();
        var service = fields.serviceKey();
        if (service == null) {
            problems.show(fields.service, "referral.missing.service");
            return;
        }
        if (to == null) {
            problems.show(fields.target, "referral.missing.to");
            return;
        }
        if (reason.getValue().isBlank()) {
            problems.show(reason, "referral.refused.REASON_MISSING");
            return;
        }
        switch (desk.referrals.reassign(line.id(), to.to(), service, Sensitive.of(reason.getValue()))) {
            case ReferralOutcome.Sent(var id) -> {
                close();
                Notices.done("referral.reassigned");
                UI.getCurrent().navigate(ReferralNavigation.to(id));
            }
            case ReferralOutcome.Refused(var why) -> problems.show(fields.target, "referral.refused." + why);
        }
    }
}
