package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.i18n.I18NProvider;
import mx.gob.jocotepec.cauce.referral.StepOutcome;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Says how a step ended. */
final class Steps {
    private Steps() {}

    /** A comment that was refused stays in its field. */
    static boolean tellComment(StepOutcome outcome, LongTextInput field) {
        return switch (outcome) {
            case StepOutcome.Done(var status) -> {
                Notices.done("referral.comment.done");
                yield true;
            }
            case StepOutcome.Refused(var reason) -> {
                field.setErrorMessage(I18NProvider.translate("referral.refused." + reason));
                field.setInvalid(true);
                field.focus();
                yield false;
            }
        };
    }

    /** @return whether it was taken */
    static boolean tell(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Done(var status) -> {
                Notices.done("referral.done." + status);
                yield true;
            }
            case StepOutcome.Refused(var reason) -> {
                Notices.warn("referral.refused." + reason);
                yield false;
            }
        };
    }
}
