package mx.gob.jocotepec.cauce.oversight.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess.Result;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess.Use;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.LongTextInput;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Closes the review of an access in an emergency. */
final class ReviewDialog extends FormDialog {
    private final Use use;
    private final EmergencyAccess emergency;
    private final Runnable changed;
    private final RadioButtonGroup<Result> result = new RadioButtonGroup<>(getTranslation("oversight.close.result"));
    private final LongTextInput answer = new LongTextInput("oversight.close.answer", 2_000);

    ReviewDialog(Use use, EmergencyAccess emergency, Runnable changed) {
        super("oversight.close.title", "oversight.close.action");
        this.use = use;
        this.emergency = emergency;
        this.changed = changed;
        result.setItems(Result.values());
        result.setItemLabelGenerator(value -> getTranslation("oversight.close." + value));
        content(new Paragraph(getTranslation("oversight.close.about")), result, answer);
    }

    @Override
    protected void submit() {
        if (result.getValue() == null) {
            problems.show(result, "oversight.close.missing");
            return;
        }
        if (answer.getValue().strip().length() < 10) {
            problems.show(answer, "oversight.close.short");
            return;
        }
        if (emergency.close(use, result.getValue(), Sensitive.of(answer.getValue()))) {
            Notices.done("oversight.close.done");
        } else {
            Notices.warn("uikit.conflict");
        }
        close();
        changed.run();
    }
}
