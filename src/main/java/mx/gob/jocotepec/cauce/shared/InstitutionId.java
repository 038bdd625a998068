package mx.gob.jocotepec.cauce.shared;

import java.util.UUID;

/** An institution of the directory of services. */
public record InstitutionId(UUID value) {
    public static InstitutionId of(UUID value) {
        return new InstitutionId(value);
    }

    public static InstitutionId next() {
        return new InstitutionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
