package mx.gob.jocotepec.cauce.shared;

import java.util.UUID;

/** An agreement (convenio). */
public record AgreementId(UUID value) {
    public static AgreementId of(UUID value) {
        return new AgreementId(value);
    }

    public static AgreementId next() {
        return new AgreementId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
