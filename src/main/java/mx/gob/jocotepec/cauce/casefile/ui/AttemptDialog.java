package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import mx.gob.jocotepec.cauce.casefile.CaseClosing;
import mx.gob.jocotepec.cauce.casefile.CaseClosing.Manner;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** Keeps that somebody tried to reach her, in the manner she called safe. */
final class AttemptDialog extends Dialog {
    AttemptDialog(CaseHead head, CaseClosing closing, Runnable changed) {
        setHeaderTitle(getTranslation("casefile.attempt.title"));
        setWidth("min(34rem, 100%)");
        var manner = new Select<Manner>();
        manner.setLabel(getTranslation("casefile.attempt.manner"));
        manner.setItems(Manner.values());
        manner.setItemLabelGenerator(value -> getTranslation("casefile.attempt.manner." + value));
        manner.setValue(Manner.CALL);
        manner.setWidthFull();
        var reached = new Checkbox(getTranslation("casefile.attempt.reached.true"));
        var form = new Div(new Paragraph(getTranslation("casefile.attempt.about")), manner, reached);
        form.addClassName("c-stack");
        add(form);
        getFooter().add(Actions.quiet("uikit.cancel", this::close), Actions.primary("casefile.attempt.save", () -> {
            if (closing.attempted(head.ref(), manner.getValue(), reached.getValue())) {
                Notices.done("casefile.attempt.saved");
            }
            close();
            changed.run();
        }));
    }
}
