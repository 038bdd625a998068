package mx.gob.jocotepec.cauce.shared;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Mexican telephone: ten digits, kept without country code or the dialling prefixes that ended in 2019. */
public record PhoneNumber(String digits) {
    private static final Pattern TEN_DIGITS = Pattern.compile("[2-9][0-9]{9}");
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9\\s().-]{10,40}");
    private static final List<String> PREFIXES = List.of("52", "521", "044", "045", "01", "1");

    /** @throws IllegalArgumentException unless ten digits that begin with 2 to 9 */
    public PhoneNumber {
        if (!TEN_DIGITS.matcher(digits).matches()) throw new IllegalArgumentException("not a ten-digit telephone");
    }

    /** Reads "387 763 0123", "+52 (387) 763-0123", "044 33 1234 5678"; another country's number is an empty answer. */
    public static Optional<PhoneNumber> parse(String text) {
        var written = text.strip();
        if (!WRITTEN.matcher(written).matches()) return Optional.empty();
        var digits = written.replaceAll("[^0-9]", "");
        if (written.startsWith("+") && !digits.startsWith("52")) return Optional.empty();
        if (digits.length() < 10) return Optional.empty();
        var prefix = digits.substring(0, digits.length() - 10);
        var local = digits.substring(digits.length() - 10);
        if (written.startsWith("+") && prefix.isEmpty()) return Optional.empty();
        if (!prefix.isEmpty() && !PREFIXES.contains(prefix)) return Optional.empty();
        return TEN_DIGITS.matcher(local).matches() ? Optional.of(new PhoneNumber(local)) : Optional.empty();
    }

    /** For the screen: "387 763 0123". */
    public String spaced() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
