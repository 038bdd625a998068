package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.referral.StepOutcome;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;

/** Why it is not taken, so that somebody else can be asked. */
class RejectDialog extends FormDialog {
    private final Desk desk;
    private final ReferralId id;
    private final Runnable changed;
    private final Select<CatalogEntry> reason = new Select<>();
    private final LongTextInput text = new LongTextInput("referral.reject.text", 4000);

    RejectDialog(Desk desk, ReferralId id, Runnable changed) {
        super("referral.reject.title", "referral.reject");
        this.desk = desk;
        this.id = id;
        this.changed = changed;
        reason.setLabel(getTranslation("referral.reject.reason"));
        reason.setItems(
                desk.catalogs.current(Catalog.REFERRAL_REJECT_REASON, LocalDate.now(desk.clock.withZone(Office.ZONE))));
        reason.setItemLabelGenerator(entry -> entry.name(Labels.locale()));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        content(new Paragraph(getTranslation("referral.reject.what")), reason, text);
        reason.focus();
    }

    @Override
    protected void submit() {
        if (reason.getValue() == null) {
            problems.show(reason, "referral.refused.UNKNOWN_REASON");
            return;
        }
        var outcome = desk.referrals.reject(id, reason.getValue().key(), Sensitive.of(text.getValue()));
        if (outcome instanceof StepOutcome.Refused(var why)
                && (why == StepOutcome.Reason.REASON_MISSING || why == StepOutcome.Reason.TEXT_TOO_LONG)) {
            problems.show(text, "referral.refused." + why);
            return;
        }
        Steps.tell(outcome);
        close();
        changed.run();
    }
}
