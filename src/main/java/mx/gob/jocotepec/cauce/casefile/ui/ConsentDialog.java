package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.uikit.Actions;

/** Privacy notice given, and what she decided about sharing. */
final class ConsentDialog extends Dialog {
    ConsentDialog(CaseHead head, CaseFiles cases, Runnable changed) {
        setHeaderTitle(getTranslation("casefile.consent.set"));
        setWidth("min(34rem, 100%)");
        var notice = new Checkbox(getTranslation("casefile.new.notice"), head.privacyNoticeAt() != null);
        notice.setEnabled(head.privacyNoticeAt() == null);
        var consent = new RadioButtonGroup<CaseHead.Consent>(getTranslation("casefile.new.consent"));
        consent.setItems(CaseHead.Consent.values());
        consent.setItemLabelGenerator(value -> getTranslation("casefile.consent." + value));
        consent.setValue(head.consent());
        add(new Paragraph(getTranslation("casefile.consent.about")), notice, consent);
        getFooter().add(Actions.quiet("uikit.cancel", this::close), Actions.primary("uikit.save", () -> {
            cases.consent(head.ref(), consent.getValue(), notice.getValue());
            close();
            changed.run();
        }));
    }
}
