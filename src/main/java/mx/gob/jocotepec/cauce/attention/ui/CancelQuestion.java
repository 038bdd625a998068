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
        // the button at hand leaves it: that is what a hurried second Enter does
        setConfirmText(getTranslation("attention.cancel.no"));
        setRejectable(true);
        setRejectText(getTranslation("attention.cancel"));
        addRejectListener(yes -> Answer.to(desk.appointments().cancel(id, version), "attention.cancel.done", changed));
    }
}
