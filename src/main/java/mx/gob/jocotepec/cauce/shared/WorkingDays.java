package mx.gob.jocotepec.cauce.shared;

import static de.focus_shift.jollyday.core.HolidayType.PUBLIC_HOLIDAY;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Working days in Mexico: Monday to Friday without the days of rest of article 74 of the Ley Federal del Trabajo.
 *
 * <p>Jollyday's list for Mexico is corrected in two points: the law does not move a fixed holiday that falls on a
 * weekend, and since 2024 the hand-over of the federal executive is on 1 October (it still holds 1 December). What no
 * list can hold (days of the state and the municipality, the office's holidays, a day decreed) is given by the caller.
 */
public final class WorkingDays {
    private static final String HANDOVER = "GOVERNMENT_CHANGE";
    private static final int FIRST_OCTOBER_HANDOVER = 2024;

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.MEXICO));
    private final Map<Integer, Set<LocalDate>> officialByYear = new ConcurrentHashMap<>();
    private final Set<LocalDate> local;

    public WorkingDays() {
        this(Set.of());
    }

    /** @param local further days on which the office is closed */
    public WorkingDays(Set<LocalDate> local) {
        this.local = Set.copyOf(local);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !local.contains(day)
                && !officialByYear
                        .computeIfAbsent(day.getYear(), this::officialHolidays)
                        .contains(day);
    }

    /**
     * The count starts on the day after, as terms do in Mexican law; with 0 it is the day itself or, if nobody works
     * then, the next working day.
     *
     * @throws IllegalArgumentException for less than 0 or more than 1000 days
     */
    public LocalDate plus(LocalDate day, int workingDays) {
        if (workingDays < 0 || workingDays > 1000) throw new IllegalArgumentException("working days outside 0 to 1000");
        var result = day;
        for (int left = workingDays; left > 0 || !isWorkingDay(result); ) {
            result = result.plusDays(1);
            if (isWorkingDay(result) && left > 0) left--;
        }
        return result;
    }

    /** The last second of the last day in the office's zone, so that it also shows as that day. */
    public Instant deadline(Instant from, int workingDays) {
        return plus(LocalDate.ofInstant(from, Office.ZONE), workingDays)
                .atTime(LocalTime.of(23, 59, 59))
                .atZone(Office.ZONE)
                .toInstant();
    }

    private Set<LocalDate> officialHolidays(int year) {
        var days = holidays.getHolidays(Year.of(year), PUBLIC_HOLIDAY).stream()
                .filter(holiday -> holiday.getDate().equals(holiday.getActualDate()))
                .filter(holiday -> year < FIRST_OCTOBER_HANDOVER || !HANDOVER.equals(holiday.getPropertiesKey()))
                .map(Holiday::getDate)
                .collect(Collectors.toSet());
        if (year >= FIRST_OCTOBER_HANDOVER && (year - FIRST_OCTOBER_HANDOVER) % 6 == 0) {
            days.add(LocalDate.of(year, Month.OCTOBER, 1));
        }
        return days;
    }
}
