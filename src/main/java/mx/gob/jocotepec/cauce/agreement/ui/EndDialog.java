package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import mx.gob.jocotepec.cauce.agreement.Agreement;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Ends an agreement before its time. */
class EndDialog extends FormDialog {
    private final AgreementDesk desk;
    private final Agreement agreement;
    private final Runnable ended;
    private final DateInput on;
    private final LongTextInput reason = new LongTextInput("agreement.end.reason", 500);

    EndDialog(AgreementDesk desk, Agreement agreement, Runnable ended) {
        super("agreement.end.title", "agreement.end");
        this.desk = desk;
        this.agreement = agreement;
        this.ended = ended;
        on = new DateInput("agreement.end.on", desk.clock);
        on.setValue(LocalDate.now(desk.clock.withZone(Office.ZONE)));
        on.setRequiredIndicatorVisible(true);
        reason.setRequiredIndicatorVisible(true);
        content(new Paragraph(getTranslation("agreement.end.what")), on, reason);
        reason.focus();
    }

    @Override
    protected void submit() {
        problems.clear();
        if (on.getValue() == null) {
            problems.show(List.of(new Problem(on, on.missing("agreement.problem.required"))));
            return;
        }
        switch (desk.agreements.end(agreement.id(), agreement.version(), on.getValue(), reason.getValue())) {
            case AgreementOutcome.Saved(var id) -> {
                Notices.done("agreement.ended");
                close();
                ended.run();
            }
            case AgreementOutcome.Invalid(var found) ->
                problems.show(found.entrySet().stream()
                        .map(each -> new Problem(
                                each.getKey().equals("on") ? on : reason,
                                getTranslation("agreement.problem." + each.getValue())))
                        .toList());
            case AgreementOutcome.Refused(var why) -> problems.show(null, "agreement.refused." + why);
        }
    }
}
