package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.referral.ConsentBasis;
import mx.gob.jocotepec.cauce.referral.NewReferral;
import mx.gob.jocotepec.cauce.referral.ReferralDetail;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Reason;
import mx.gob.jocotepec.cauce.referral.Urgency;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import org.jspecify.annotations.Nullable;

/** Refers a case. A refusal keeps the dialog open with everything in it and stands beside the field it is about. */
class ReferDialog extends FormDialog {
    private static final int LONGEST = 4000;
    private static final Set<Compartment> USUAL =
            EnumSet.of(Compartment.IDENTITY, Compartment.CONTACT, Compartment.FACTS);

    private enum Basis {
        CASE,
        NOW,
        EXCEPTION
    }

    private final Desk desk;
    private final CaseHead head;
    private final Runnable sent;
    private final @Nullable ReferralId replaces;
    private final TargetFields fields;
    private final RadioButtonGroup<Urgency> urgency = new RadioButtonGroup<>();
    private final Paragraph deadlines = new Paragraph();
    private final LongTextInput reason = new LongTextInput("referral.dialog.reason", LONGEST);
    private final LongTextInput summary = new LongTextInput("referral.dialog.summary", LONGEST);
    private final CheckboxGroup<Compartment> shared = new CheckboxGroup<>();
    private final RadioButtonGroup<Basis> consent = new RadioButtonGroup<>();
    private final Select<CatalogEntry> exception = new Select<>();

    ReferDialog(Desk desk, CaseHead head, Runnable sent) {
        this(desk, head, null, sent);
    }

    /** Takes up one that was rejected or taken back, with its words. */
    static ReferDialog again(Desk desk, CaseHead head, ReferralDetail old, Runnable sent) {
        var dialog = new ReferDialog(desk, head, old.line().id(), sent);
        dialog.fields.choose(old.line().service(), old.line().to());
        dialog.fields.target.clear();
        dialog.urgency.setValue(old.line().urgency());
        old.words().ifPresent(words -> {
            dialog.reason.setValue(words.reason().reveal());
            dialog.summary.setValue(words.summary().reveal());
        });
        dialog.shared.setValue(within(dialog, old.compartments()));
        return dialog;
    }

    private ReferDialog(Desk desk, CaseHead head, @Nullable ReferralId replaces, Runnable sent) {
        super("referral.dialog.title", "referral.send");
        this.desk = desk;
        this.head = head;
        this.replaces = replaces;
        this.sent = sent;
        fields = new TargetFields(desk, desk.actor.get().area());
        urgency();
        sharing();
        consent();
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(getTranslation("referral.dialog.reason.help"));
        summary.setHelperText(getTranslation("referral.dialog.summary.help"));
        content(new FormGrid(fields.service, fields.target)
                .full(urgency, deadlines, reason, summary, shared, consent, exception));
        fields.service.focus();
    }

    @Override
    protected void submit() {
        var missing = missing();
        problems.show(missing);
        var to = fields.chosen();
        var service = fields.serviceKey();
        if (!missing.isEmpty() || to == null || service == null) return;
        var request = new NewReferral(
                head.ref().id(),
                to.to(),
                service,
                urgency.getValue(),
                shared.getValue(),
                basis(),
                Sensitive.of(reason.getValue()),
                Sensitive.of(summary.getValue()),
                replaces);
        switch (desk.referrals.send(request)) {
            case ReferralOutcome.Sent(var id) -> {
                Notices.done("referral.sent", head.ref().folio());
                close();
                sent.run();
            }
            case ReferralOutcome.Refused(var why) -> problems.show(field(why), "referral.refused." + why);
        }
    }

    private List<Problem> missing() {
        var missing = new ArrayList<Problem>();
        if (fields.serviceKey() == null) missing.add(problem(fields.service, "referral.missing.service"));
        else if (fields.chosen() == null) missing.add(problem(fields.target, "referral.missing.to"));
        if (reason.getValue().isBlank()) missing.add(problem(reason, "referral.refused.REASON_MISSING"));
        if (consent.getValue() == null) missing.add(problem(consent, "referral.refused.NO_CONSENT"));
        else if (consent.getValue() == Basis.EXCEPTION && exception.getValue() == null) {
            missing.add(problem(exception, "referral.missing.exception"));
        }
        return missing;
    }

    private Problem problem(Component field, String key) {
        return new Problem(field, getTranslation(key));
    }

    private ConsentBasis basis() {
        return switch (consent.getValue()) {
            case CASE -> new ConsentBasis.OfTheCase();
            case NOW -> new ConsentBasis.GivenNow();
            case EXCEPTION ->
                new ConsentBasis.LegalException(exception.getValue().key());
        };
    }

    private @Nullable Component field(Reason why) {
        return switch (why) {
            case OWN_AREA, TARGET_NOT_AVAILABLE, WAITING_THERE -> fields.target;
            case SERVICE_NOT_OFFERED -> fields.service;
            case NO_CONSENT -> consent;
            case UNKNOWN_EXCEPTION -> exception;
            case NOT_YOURS_TO_SHARE -> shared;
            case REASON_MISSING, TEXT_TOO_LONG -> reason;
            case NOT_FOUND, CASE_CLOSED, NOT_TO_BE_REPLACED -> null;
        };
    }

    private void urgency() {
        urgency.setLabel(getTranslation("referral.dialog.urgency"));
        urgency.setItems(Urgency.values());
        urgency.setItemLabelGenerator(Labels::of);
        urgency.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        urgency.setRequired(true);
        deadlines.addClassNames("c-quiet", "c-small");
        deadlines.getElement().setAttribute("aria-live", "polite");
        urgency.addValueChangeListener(change -> {
            var due = desk.referrals.deadlines(head.risk(), change.getValue());
            deadlines.setText(getTranslation(
                    "referral.dialog.deadlines",
                    getTranslation("uikit.risk." + head.risk()),
                    Dates.dateTime(due.accept()),
                    Dates.date(due.answer())));
        });
        urgency.setValue(head.risk().isGrave() ? Urgency.PRIORITY : Urgency.NORMAL);
    }

    private void sharing() {
        var may = EnumSet.noneOf(Compartment.class);
        may.addAll(desk.referrals.shareable(head.ref()));
        shared.setLabel(getTranslation("referral.dialog.shared"));
        shared.setHelperText(getTranslation("referral.dialog.shared.help"));
        shared.setItems(may);
        shared.setItemLabelGenerator(Labels::of);
        shared.setValue(within(this, USUAL));
        fields.target.addValueChangeListener(change -> {
            boolean outside = change.getValue() != null && change.getValue().to() instanceof Counterpart.OfInstitution;
            shared.setHelperText(
                    getTranslation(outside ? "referral.dialog.shared.outside" : "referral.dialog.shared.help"));
        });
    }

    private void consent() {
        boolean given = head.consent() == CaseHead.Consent.GIVEN;
        consent.setLabel(getTranslation("referral.dialog.consent"));
        consent.setItems(given ? List.of(Basis.CASE, Basis.EXCEPTION) : List.of(Basis.NOW, Basis.EXCEPTION));
        consent.setItemLabelGenerator(basis -> getTranslation("referral.dialog.consent." + basis));
        consent.setRequiredIndicatorVisible(true);
        if (!given) consent.setHelperText(getTranslation("referral.dialog.consent." + head.consent()));
        exception.setLabel(getTranslation("referral.dialog.exception"));
        exception.setItems(
                desk.catalogs.current(Catalog.CONSENT_EXCEPTION, LocalDate.now(desk.clock.withZone(Office.ZONE))));
        exception.setItemLabelGenerator(entry -> entry.name(Labels.locale()));
        exception.setRequiredIndicatorVisible(true);
        exception.setVisible(false);
        exception.addValueChangeListener(change -> exception.setHelperText(
                change.getValue() == null ? "" : change.getValue().legalSource()));
        consent.addValueChangeListener(change -> exception.setVisible(change.getValue() == Basis.EXCEPTION));
        if (given) consent.setValue(Basis.CASE);
    }

    private static Set<Compartment> within(ReferDialog dialog, Set<Compartment> wanted) {
        var kept = EnumSet.noneOf(Compartment.class);
        dialog.shared.getListDataView().getItems().filter(wanted::contains).forEach(kept::add);
        return kept;
    }
}
