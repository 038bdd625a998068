package mx.gob.jocotepec.cauce.attention.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.uikit.Dates;

/** Asks once before an appointment is cancelled: what brings it back is a new one. */
final class CancelQuestion extends ConfirmDialog {
    /** @param version the one that is on the screen */
    CancelQuestion(AttentionDesk desk, AttentionId id, int version, Instant startsAt, Runnable changed) {
        setHeader(getTranslation("attention.cancel.title"));
        setText(getTranslation("attention.cancel.text", Dates.dateTime(startsAt)));
        setConfirmText(getTranslation("attention.cancel"));
        setConfirmButtonTheme("error primary");
        setCancelable(true);
        setCancelText(getTranslation("attention.cancel.no"));
        // what is done by a hurried second Enter is to leave it
        addOpenedChangeListener(open -> getElement()
                .executeJs("setTimeout(() => this.querySelector('[slot=\"cancel-button\"]')?.focus(), 100)"));
        addConfirmListener(yes -> Answer.to(desk.appointments().cancel(id, version), "attention.cancel.done", changed));
    }
}
