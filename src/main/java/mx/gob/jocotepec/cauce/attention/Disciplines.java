package mx.gob.jocotepec.cauce.attention;

import java.util.List;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.stereotype.Component;

/** As what the actor attends. */
@Component
class Disciplines {
    private final CurrentActor actor;
    private final Areas areas;

    Disciplines(CurrentActor actor, Areas areas) {
        this.actor = actor;
        this.areas = areas;
    }

    List<Discipline> mine() {
        var me = actor.get();
        return areas.find(me.area()).map(area -> Discipline.of(me, area.kind())).orElse(List.of());
    }
}
