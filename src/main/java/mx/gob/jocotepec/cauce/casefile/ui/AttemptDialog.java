package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import mx.gob.jocotepec.cauce.casefile.CaseClosing;
import mx.gob.jocotepec.cauce.casefile.CaseClosing.Manner;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Keeps that somebody tried to reach her, in the manner she called safe. */
final class AttemptDialog extends FormDialog {
    private final CaseHead head;
    private final CaseClosing closing;
    private final Runnable changed;
    private final Select<Manner> manner = new Select<>();
    private final Checkbox reached = new Checkbox(getTranslation("casefile.attempt.reached.true"));

    AttemptDialog(CaseHead head, CaseClosing closing, Runnable changed) {
        super("casefile.attempt.title", "casefile.attempt.save");
        this.head = head;
        this.closing = closing;
        this.changed = changed;
        setWidth("min(34rem, 100%)");
        manner.setLabel(getTranslation("casefile.attempt.manner"));
        manner.setItems(Manner.values());
        manner.setItemLabelGenerator(value -> getTranslation("casefile.attempt.manner." + value));
        manner.setValue(Manner.CALL);
        manner.setWidthFull();
        content(new Paragraph(getTranslation("casefile.attempt.about")), manner, reached);
    }

    @Override
    protected void submit() {
        if (!closing.attempted(head.ref(), manner.getValue(), reached.getValue())) {
            problems.show(null, "casefile.section.gone");
            return;
        }
        Notices.done("casefile.attempt.saved");
        close();
        changed.run();
    }
}
