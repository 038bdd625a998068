package mx.gob.jocotepec.cauce.audit;

import java.util.Locale;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.SealWatch;
import org.springframework.stereotype.Component;

/** A seal that does not open stands in the trail, in a transaction of its own: where it lies, nothing of what it says. */
@Component
class BrokenSeals implements SealWatch {
    private final AuditTrail trail;

    BrokenSeals(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void broken(Place place) {
        trail.denied(TrailEvent.of("SEAL_BROKEN")
                .on(place.table().toUpperCase(Locale.ROOT), place.row())
                .with("compartment=" + place.compartment()));
    }
}
