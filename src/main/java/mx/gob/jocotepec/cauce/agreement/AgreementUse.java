package mx.gob.jocotepec.cauce.agreement;

import java.util.Collection;
import java.util.Map;
import mx.gob.jocotepec.cauce.shared.AgreementId;

/** What agreements serve for: whoever refers cases under them counts it. */
public interface AgreementUse {
    /** @return an agreement without any use may be left out */
    Map<AgreementId, Use> of(Collection<AgreementId> agreements);

    /** @param onTime answered within the time agreed to */
    record Use(int carried, int answered, int onTime) {
        public static final Use NONE = new Use(0, 0, 0);

        public Use plus(Use other) {
            return new Use(carried + other.carried, answered + other.answered, onTime + other.onTime);
        }
    }
}
