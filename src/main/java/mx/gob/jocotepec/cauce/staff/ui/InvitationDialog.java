package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Invited;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Notices;

/** The link for an invited person, shown this once, to be handed over in a way that is safe. */
class InvitationDialog extends Dialog {
    InvitationDialog(Invited invited) {
        setHeaderTitle(getTranslation("staff.invitation.title"));
        setWidth("min(36rem, 94vw)");
        setCloseOnEsc(false); // the link cannot be shown again
        setCloseOnOutsideClick(false);
        var link = new TextField(getTranslation("staff.invitation.link"));
        link.setReadOnly(true);
        link.setWidthFull();
        link.setHelperText(getTranslation("staff.invitation.until", Dates.dateTime(invited.until())));
        UI.getCurrent()
                .getPage()
                .fetchCurrentURL(
                        url -> link.setValue(url.getProtocol() + "://" + url.getAuthority() + "/" + invited.path()));
        add(new Paragraph(getTranslation("staff.invitation.text")), link);
        var copy = Actions.primary("staff.invitation.copy", () -> {
            Notices.done("staff.invitation.copied");
        });
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => navigator.clipboard?.writeText($0.value))",
                        link.getElement());
        getFooter().add(Actions.quiet("uikit.close", this::close), copy);
    }
}
