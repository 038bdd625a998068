package mx.gob.jocotepec.cauce.staff.ui;

import mx.gob.jocotepec.cauce.staff.FreshFactor;
import mx.gob.jocotepec.cauce.staff.PasskeyAddress;
import org.springframework.stereotype.Component;

/** Asks who sits there before a sensitive step. The step itself asks {@link FreshFactor#require()} again. */
@Component
public class ProveYourself {
    private final FreshFactor fresh;
    private final PasskeyAddress address;

    ProveYourself(FreshFactor fresh, PasskeyAddress address) {
        this.fresh = fresh;
        this.address = address;
    }

    /** Goes on at once when she proved herself a moment ago; otherwise a dialog asks, and nothing happens if she gives it up. */
    public void then(Runnable step) {
        if (fresh.isFresh()) step.run();
        else new ProveDialog(fresh, address, false, step).open();
    }

    /** Asks even so: for what opens by her password only. */
    public void always(Runnable step) {
        new ProveDialog(fresh, address, true, step).open();
    }
}
