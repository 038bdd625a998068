package mx.gob.jocotepec.cauce.audit;

import java.util.Map;
import java.util.UUID;

/** Who the trail speaks of, by name. Told by the module that knows the staff. */
public interface ActorNames {
    /** Names by the id of the account, also of disabled ones. */
    Map<UUID, String> all();
}
