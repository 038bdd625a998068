package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import mx.gob.jocotepec.cauce.referral.Answer;
import mx.gob.jocotepec.cauce.referral.ReferralResult;
import mx.gob.jocotepec.cauce.referral.StepOutcome;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.TextInput;

/** The counter-referral. */
class AnswerDialog extends FormDialog {
    private final Desk desk;
    private final ReferralId id;
    private final Runnable changed;
    private final RadioButtonGroup<ReferralResult> result = new RadioButtonGroup<>();
    private final LongTextInput service = new LongTextInput("referral.answer.service", 4000);
    private final LongTextInput pending = new LongTextInput("referral.answer.pending", 4000);
    private final DateInput next;
    private final TextInput responsible = new TextInput("referral.answer.responsible", 160);

    AnswerDialog(Desk desk, ReferralId id, Runnable changed) {
        super("referral.answer.title", "referral.answer.send");
        this.desk = desk;
        this.id = id;
        this.changed = changed;
        next = new DateInput("referral.answer.next", desk.clock);
        next.setMin(LocalDate.now(desk.clock.withZone(Office.ZONE)));
        result.setLabel(getTranslation("referral.answer.result"));
        result.setItems(ReferralResult.values());
        result.setItemLabelGenerator(Labels::of);
        result.setRequiredIndicatorVisible(true);
        service.setRequiredIndicatorVisible(true);
        responsible.setValue(desk.actor.get().displayName());
        content(new FormGrid().full(result, service, pending), new FormGrid(next, responsible));
        result.getElement().callJsFunction("focus");
    }

    @Override
    protected void submit() {
        if (result.getValue() == null) {
            problems.show(result, "referral.refused.RESULT_MISSING");
            return;
        }
        if (next.isUnread() || next.isInvalid()) {
            problems.show(next, next.isUnread() ? "uikit.date.bad" : "referral.refused.NEXT_IN_THE_PAST");
            return;
        }
        var outcome = desk.referrals.answer(
                id,
                new Answer(
                        result.getValue(),
                        Sensitive.of(service.getValue()),
                        Sensitive.of(pending.getValue()),
                        next.getValue(),
                        Sensitive.of(responsible.getValue())));
        if (outcome instanceof StepOutcome.Refused(var why)) {
            var field = field(why);
            if (field != null) {
                problems.show(field, "referral.refused." + why);
                return;
            }
        }
        Steps.tell(outcome);
        close();
        changed.run();
    }

    private @org.jspecify.annotations.Nullable Component field(StepOutcome.Reason why) {
        return switch (why) {
            case SERVICE_MISSING, TEXT_TOO_LONG -> service;
            case NEXT_IN_THE_PAST -> next;
            case NOT_FOUND, NOT_YOURS, NOT_IN_THIS_STATE, REASON_MISSING, UNKNOWN_REASON, TEXT_MISSING -> null;
        };
    }
}
