package mx.gob.jocotepec.cauce.shared;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a case that people say and write: CAU-2026-00042. It carries nothing about the person. */
public record Folio(int year, int number) implements Comparable<Folio> {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:CAU)?[\\s./_-]*(\\d{4})[\\s./_-]+(\\d{1,9})|CAU(\\d{4})(\\d{5,9})", Pattern.CASE_INSENSITIVE);
    private static final Comparator<Folio> ORDER =
            Comparator.comparingInt(Folio::year).thenComparingInt(Folio::number);

    /** @throws IllegalArgumentException for a year outside 2000 to 2999 or a number below 1 */
    public Folio {
        if (year < 2000 || year > 2999) throw new IllegalArgumentException("folio year outside 2000 to 2999");
        if (number < 1) throw new IllegalArgumentException("folio number below 1");
    }

    /** Reads what people type: "cau 2026 42", "2026-42", "CAU202600042". Anything else is an empty answer. */
    public static Optional<Folio> parse(String text) {
        var match = WRITTEN.matcher(text.strip());
        if (!match.matches()) return Optional.empty();
        var compact = match.group(3) != null;
        int year = Integer.parseInt(compact ? match.group(3) : match.group(1));
        int number = Integer.parseInt(compact ? match.group(4) : match.group(2));
        return year < 2000 || year > 2999 || number < 1 ? Optional.empty() : Optional.of(new Folio(year, number));
    }

    /** As {@link #parse(String)}; a number alone, of up to five digits, means the folio of that year. */
    public static Optional<Folio> parse(String text, int year) {
        var number = text.strip();
        if (!number.matches("\\d{1,5}")) return parse(text);
        return parse(year + "-" + number);
    }

    @Override
    public int compareTo(Folio other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "CAU-%04d-%05d", year, number);
    }
}
