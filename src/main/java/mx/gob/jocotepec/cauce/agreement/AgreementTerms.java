package mx.gob.jocotepec.cauce.agreement;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement says, as a form gives it: {@link Agreements} tells what is missing.
 *
 * @param services keys of the catalog {@code SERVICE}
 * @param from first day it holds
 * @param until last day it holds
 * @param warnDays from how many days before its end it is pointed out
 */
public record AgreementTerms(
        String number,
        @Nullable Counterpart counterpart,
        String object,
        Set<String> services,
        Contact contact,
        @Nullable LocalDate signedOn,
        @Nullable String signedBy,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        int warnDays) {
    public static final int USUAL_WARNING = 30;

    public AgreementTerms {
        services = Set.copyOf(services);
    }

    /** Whom to call there about the agreement; never a woman attended. */
    public record Contact(
            @Nullable String name,
            @Nullable String post,
            @Nullable String phone,
            @Nullable String email) {
        public static final Contact NONE = new Contact(null, null, null, null);
    }
}
