package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.uikit.FormDialog;

/** Privacy notice given, and what she decided about sharing. */
final class ConsentDialog extends FormDialog {
    private final CaseHead head;
    private final CaseFiles cases;
    private final Runnable changed;
    private final Checkbox notice = new Checkbox(getTranslation("casefile.new.notice"));
    private final RadioButtonGroup<CaseHead.Consent> consent =
            new RadioButtonGroup<>(getTranslation("casefile.new.consent"));

    ConsentDialog(CaseHead head, CaseFiles cases, Runnable changed) {
        super("casefile.consent.set", "uikit.save");
        this.head = head;
        this.cases = cases;
        this.changed = changed;
        setWidth("min(34rem, 100%)");
        notice.setValue(head.privacyNoticeAt() != null);
        notice.setEnabled(head.privacyNoticeAt() == null);
        consent.setItems(CaseHead.Consent.values());
        consent.setItemLabelGenerator(value -> getTranslation("casefile.consent." + value));
        consent.setValue(head.consent());
        content(new Paragraph(getTranslation("casefile.consent.about")), notice, consent);
    }

    @Override
    protected void submit() {
        if (!cases.consent(head.ref(), consent.getValue(), notice.getValue())) {
            problems.show(null, "casefile.section.gone");
            return;
        }
        close();
        changed.run();
    }
}
