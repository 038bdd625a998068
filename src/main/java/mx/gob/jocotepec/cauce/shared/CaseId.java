package mx.gob.jocotepec.cauce.shared;

import java.util.UUID;

/** A case file (expediente); people see its {@link Folio} instead. */
public record CaseId(UUID value) {
    public static CaseId of(UUID value) {
        return new CaseId(value);
    }

    public static CaseId next() {
        return new CaseId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
