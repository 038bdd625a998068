package mx.gob.jocotepec.cauce.shared;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A validity in whole days, both ends inclusive.
 *
 * @param until last day it holds; null: open
 */
public record Period(LocalDate from, @Nullable LocalDate until) {
    /** @throws IllegalArgumentException if it ends before it begins */
    public Period {
        if (until != null && until.isBefore(from)) throw new IllegalArgumentException("period ends before it begins");
    }

    public static Period openFrom(LocalDate from) {
        return new Period(from, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    public boolean overlaps(Period other) {
        return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
    }
}
