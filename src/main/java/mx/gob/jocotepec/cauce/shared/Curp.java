package mx.gob.jocotepec.cauce.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clave Única de Registro de Población: 18 characters with a check digit. Its parts stay out of every message. */
public record Curp(String value) {
    private static final int LENGTH = 18;
    private static final Pattern SHAPE =
            Pattern.compile("[A-Z][AEIOUX][A-Z]{2}[0-9]{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z0-9][0-9]");
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final Set<String> ENTITIES = Set.of(
            ("AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS" + " NE")
                    .split(" "));
    /** For people without one, by decree; the second fails its own check digit and counts all the same. */
    private static final Set<String> GENERIC = Set.of("XEXX010101HNEXXXA4", "XEXX010101MNEXXXA8");

    /** @throws IllegalArgumentException if it is not valid; check first with {@link #parse} */
    public Curp {
        if (fault(value) != null) throw new IllegalArgumentException("not a valid CURP");
    }

    public sealed interface Result {}

    public record Valid(Curp curp) implements Result {}

    public record Invalid(Reason reason) implements Result {}

    /** The first fault met, in this order. */
    public enum Reason {
        LENGTH,
        SHAPE,
        DATE,
        STATE,
        CHECK_DIGIT
    }

    /** As registered: H, M or X. */
    public enum Sex {
        MAN,
        WOMAN,
        NON_BINARY
    }

    /** Reads it as typed: lower case, spaces and hyphens are forgiven. Never throws. */
    public static Result parse(String text) {
        var value = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        var fault = fault(value);
        return fault == null ? new Valid(new Curp(value)) : new Invalid(fault);
    }

    /** Empty for the generic ones, whose date is a placeholder. */
    public Optional<LocalDate> birthDate() {
        return isGeneric() ? Optional.empty() : Optional.ofNullable(date(value));
    }

    public Sex sex() {
        return switch (value.charAt(10)) {
            case 'H' -> Sex.MAN;
            case 'M' -> Sex.WOMAN;
            default -> Sex.NON_BINARY;
        };
    }

    /** One of the two that many people share: it identifies nobody and must not be used to find duplicates. */
    public boolean isGeneric() {
        return GENERIC.contains(value);
    }

    @Override
    public String toString() {
        return "•••";
    }

    private static @Nullable Reason fault(String value) {
        if (GENERIC.contains(value)) return null;
        if (value.length() != LENGTH) return Reason.LENGTH;
        if (!SHAPE.matcher(value).matches()) return Reason.SHAPE;
        if (date(value) == null) return Reason.DATE;
        if (!ENTITIES.contains(value.substring(11, 13))) return Reason.STATE;
        return checkDigit(value) == value.charAt(17) - '0' ? null : Reason.CHECK_DIGIT;
    }

    /** Position 17 tells the century: a digit for births to 1999, a letter from 2000. */
    private static @Nullable LocalDate date(String value) {
        int century = Character.isDigit(value.charAt(16)) ? 1900 : 2000;
        try {
            return LocalDate.of(
                    century + Integer.parseInt(value, 4, 6, 10),
                    Integer.parseInt(value, 6, 8, 10),
                    Integer.parseInt(value, 8, 10, 10));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) sum += SIGNS.indexOf(value.charAt(i)) * (LENGTH - i);
        return (10 - sum % 10) % 10;
    }
}
