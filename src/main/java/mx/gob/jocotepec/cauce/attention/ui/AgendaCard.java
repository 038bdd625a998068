package mx.gob.jocotepec.cauce.attention.ui;

import java.util.List;
import mx.gob.jocotepec.cauce.attention.Agenda;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.springframework.stereotype.Component;

/** What waits in the agenda, on the start page; each number leads to the list it counts. */
@Component
class AgendaCard implements StartCard {
    private final Agenda agenda;

    AgendaCard(Agenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String permission() {
        return Permission.ATTENTION_READ.name();
    }

    @Override
    public List<Waiting> waiting() {
        var counts = agenda.counts();
        var path = AttentionNavigation.AGENDA;
        return List.of(
                new Waiting(Tone.SERIOUS, AppIcon.USER, "attention.start.missed", counts.missed(), AgendaView.OF_AREA),
                new Waiting(
                        Tone.CAUTION, AppIcon.CALENDAR_CHECK, "attention.start.unrecorded", counts.unrecorded(), path),
                new Waiting(Tone.INFO, AppIcon.CALENDAR, "attention.start.today", counts.today(), path));
    }
}
