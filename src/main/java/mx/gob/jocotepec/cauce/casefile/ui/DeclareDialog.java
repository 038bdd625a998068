package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** "I know one of them": whoever says so leaves the case and does not come back by herself. */
final class DeclareDialog extends FormDialog {
    private final CaseHead head;
    private final Walls walls;
    private final RadioButtonGroup<Walls.Reason> how = new RadioButtonGroup<>(getTranslation("casefile.know.how"));

    DeclareDialog(CaseHead head, Walls walls) {
        super("casefile.know.title", "casefile.know.confirm");
        this.head = head;
        this.walls = walls;
        how.setItems(Walls.Reason.RELATIVE, Walls.Reason.CLOSE, Walls.Reason.WORK, Walls.Reason.OTHER);
        how.setItemLabelGenerator(value -> getTranslation("casefile.know." + value));
        content(new Paragraph(getTranslation("casefile.know.about")), how);
    }

    @Override
    protected void submit() {
        if (how.getValue() == null) {
            problems.show(how, "casefile.know.missing");
            return;
        }
        walls.declare(head.ref(), how.getValue());
        close();
        Notices.done("casefile.know.done");
        getUI().ifPresent(ui -> ui.navigate(CaseNavigation.LIST));
    }
}
