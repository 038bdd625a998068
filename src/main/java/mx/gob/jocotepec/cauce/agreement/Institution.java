package mx.gob.jocotepec.cauce.agreement;

import java.util.Set;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/**
 * An institution outside the municipality.
 *
 * @param address none of a shelter
 * @param services keys of the catalog {@code SERVICE}
 * @param active whether cases can be referred to it
 */
public record Institution(
        InstitutionId id,
        String name,
        Kind kind,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String hours,
        Set<String> services,
        boolean active,
        int version) {
    public Institution {
        services = Set.copyOf(services);
    }

    /** Whether nobody but its guests is to know where it lies; the column {@code shelter} says the same (V024). */
    public boolean isShelter() {
        return isShelter(kind, services);
    }

    public static boolean isShelter(Kind kind, Set<String> services) {
        return kind == Kind.SHELTER || (kind != Kind.JUSTICE_CENTRE && services.contains("SHELTER"));
    }

    /** The fixed catalog {@code INSTITUTION_KIND} names them. */
    public enum Kind {
        PROSECUTOR,
        JUSTICE_CENTRE,
        HOSPITAL,
        SHELTER,
        CIVIL,
        MUNICIPAL,
        STATE,
        FEDERAL,
        OTHER
    }
}
