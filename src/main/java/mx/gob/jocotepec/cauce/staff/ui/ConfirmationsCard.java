package mx.gob.jocotepec.cauce.staff.ui;

import java.util.List;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.staff.StaffConfirmations;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.stereotype.Component;

/** Accounts that wait for a second person. */
@Component
class ConfirmationsCard implements StartCard {
    private final StaffConfirmations confirmations;

    ConfirmationsCard(StaffConfirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public String permission() {
        return Permission.STAFF_CONFIRM.name();
    }

    @Override
    public List<Waiting> waiting() {
        long open =
                confirmations.open().stream().filter(request -> !request.mine()).count();
        return List.of(new Waiting(Tone.CAUTION, AppIcon.USERS, "staff.confirm.waiting", open, "confirmaciones"));
    }
}
