package mx.gob.jocotepec.cauce.agreement;

import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.InstitutionId;

/** Who stands on the other side of an agreement, and to whom a case can be referred. */
public sealed interface Counterpart {
    UUID value();

    /** An area of the municipality. */
    record OfArea(AreaId id) implements Counterpart {
        @Override
        public UUID value() {
            return id.value();
        }
    }

    /** An institution or civil association outside, which has no account. */
    record OfInstitution(InstitutionId id) implements Counterpart {
        @Override
        public UUID value() {
            return id.value();
        }
    }
}
