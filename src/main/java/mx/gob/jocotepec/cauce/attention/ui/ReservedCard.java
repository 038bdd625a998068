package mx.gob.jocotepec.cauce.attention.ui;

import java.util.List;
import mx.gob.jocotepec.cauce.attention.ReservedKeys;
import mx.gob.jocotepec.cauce.attention.ReservedKeys.State;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.stereotype.Component;

/** On the start page: a recovery key that is missing while it can still be made, or needed now. */
@Component
class ReservedCard implements StartCard {
    private static final String ACCOUNT = "cuenta";

    private final ReservedKeys keys;

    ReservedCard(ReservedKeys keys) {
        this.keys = keys;
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public String permission() {
        return Permission.ATTENTION_RECORD.name();
    }

    @Override
    public List<Waiting> waiting() {
        var standing = keys.standing();
        if (standing.state() == State.NONE) return List.of();
        keys.closeOlder();
        return List.of(
                new Waiting(
                        Tone.SERIOUS,
                        AppIcon.LOCK,
                        "attention.start.locked",
                        standing.state() == State.LOCKED ? 1 : 0,
                        ACCOUNT),
                new Waiting(
                        Tone.CAUTION,
                        AppIcon.LOCK,
                        "attention.start.noRecovery",
                        standing.recovery() || standing.state() == State.LOCKED ? 0 : 1,
                        ACCOUNT));
    }
}
