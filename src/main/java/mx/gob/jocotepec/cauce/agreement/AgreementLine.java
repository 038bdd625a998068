package mx.gob.jocotepec.cauce.agreement;

import java.time.LocalDate;
import java.util.List;
import mx.gob.jocotepec.cauce.shared.AgreementId;

/**
 * An agreement as lists show it.
 *
 * @param until its last day: earlier than agreed to where it was ended before its time
 * @param daysLeft until that day; negative once it is over
 */
public record AgreementLine(
        AgreementId id,
        String number,
        Counterpart counterpart,
        String counterpartName,
        List<String> services,
        LocalDate from,
        LocalDate until,
        AgreementState state,
        long daysLeft,
        boolean scanned,
        AgreementUse.Use use) {
    public AgreementLine {
        services = List.copyOf(services);
    }
}
