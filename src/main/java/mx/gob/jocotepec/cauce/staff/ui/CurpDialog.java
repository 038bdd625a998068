package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.html.Paragraph;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.StaffCurps;
import mx.gob.jocotepec.cauce.uikit.FormDialog;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;

/** Sets the CURP of an account. What is kept cannot be shown again, so the field is always empty. */
final class CurpDialog extends FormDialog {
    private final StaffId staff;
    private final StaffCurps curps;
    private final ProveYourself prove;
    private final TextInput curp = new TextInput("staff.curp.field", 24);

    CurpDialog(StaffId staff, StaffCurps curps, ProveYourself prove) {
        super("staff.curp", "uikit.save");
        this.staff = staff;
        this.curps = curps;
        this.prove = prove;
        curp.setWidthFull();
        content(new Paragraph(getTranslation("staff.curp.about")), curp);
    }

    @Override
    protected void submit() {
        if (!(Curp.parse(curp.getValue()) instanceof Curp.Valid(var valid))) {
            problems.show(curp, "staff.curp.wrong");
        } else {
            prove.then(() -> set(valid));
        }
    }

    private void set(Curp valid) {
        switch (curps.set(staff, valid)) {
            case SET -> {
                close();
                Notices.done("staff.saved");
            }
            case NOT_HERS -> problems.show(curp, "staff.curp.taken");
            case YOURSELF -> problems.show(curp, "staff.curp.own");
        }
    }
}
