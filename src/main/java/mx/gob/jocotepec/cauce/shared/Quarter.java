package mx.gob.jocotepec.cauce.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A quarter of a calendar year, cut at midnight of the office's zone; half open, so no instant falls in two. */
public record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-T([1-4])");
    private static final Comparator<Quarter> ORDER =
            Comparator.comparingInt(Quarter::year).thenComparingInt(Quarter::number);

    /** @throws IllegalArgumentException unless number is 1 to 4 and year 2000 to 2999 */
    public Quarter {
        if (number < 1 || number > 4) throw new IllegalArgumentException("quarter outside 1 to 4");
        if (year < 2000 || year > 2999) throw new IllegalArgumentException("year outside 2000 to 2999");
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / 3 + 1);
    }

    public static Quarter of(Instant instant) {
        return of(instant, Office.ZONE);
    }

    public static Quarter of(Instant instant, ZoneId zone) {
        return of(LocalDate.ofInstant(instant, zone));
    }

    public static List<Quarter> ofYear(int year) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(number -> new Quarter(year, number))
                .toList();
    }

    /** Reads what {@link #toString} writes: "2026-T4". */
    public static Optional<Quarter> parse(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) return Optional.empty();
        int year = Integer.parseInt(match.group(1));
        return year < 2000 || year > 2999
                ? Optional.empty()
                : Optional.of(new Quarter(year, Integer.parseInt(match.group(2))));
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    public LocalDate lastDay() {
        return next().firstDay().minusDays(1);
    }

    /** The first instant inside. */
    public Instant start() {
        return firstDay().atStartOfDay(Office.ZONE).toInstant();
    }

    /** The first instant after it. */
    public Instant end() {
        return next().start();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }

    public Quarter next() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    /** As the office says it: "T4 2026". */
    public String label() {
        return "T" + number + " " + year;
    }

    @Override
    public int compareTo(Quarter other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return year + "-T" + number;
    }
}
