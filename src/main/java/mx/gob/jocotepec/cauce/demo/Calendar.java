package mx.gob.jocotepec.cauce.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Quarter;

/** When cases were opened: in 2024 and in the last four quarters up to now, each later than the one before it. */
final class Calendar {
    /** How much of a day's work is behind at each hour, in thousandths. */
    private static final int[] BEHIND = {
        0, 8, 15, 21, 26, 30, 35, 45, 70, 135, 215, 300, 385, 460, 530, 585, 640, 700, 760, 815, 865, 910, 945, 975,
        1000
    };

    private final List<LocalDate> days = new ArrayList<>();
    private final Instant now;
    private final int cases;

    Calendar(Instant now, int cases) {
        this.now = now;
        this.cases = cases;
        var today = LocalDate.ofInstant(now, Office.ZONE);
        var recent = Quarter.of(today).previous().previous().previous().firstDay();
        var year = LocalDate.of(2024, 1, 1);
        for (var day = year; day.getYear() == 2024 && day.isBefore(recent); day = day.plusDays(1)) days.add(day);
        for (var day = recent; !day.isAfter(today); day = day.plusDays(1)) days.add(day);
    }

    Instant opened(int number) {
        double at = (number + Dice.of("opened", number).share()) / cases * (days.size() - 0.02);
        int day = (int) at;
        var start = days.get(day).atStartOfDay(Office.ZONE).toInstant();
        double thousandth = (at - day) * 1000;
        int hour = 1;
        while (hour < 24 && BEHIND[hour] <= thousandth) hour++;
        double inHour = (thousandth - BEHIND[hour - 1]) / (BEHIND[hour] - BEHIND[hour - 1]);
        var opened = start.plusMillis((long) ((hour - 1 + inHour) * 3_600_000));
        var latest = now.minusSeconds(120).minusMillis(cases - number);
        return opened.isBefore(latest) ? opened : latest;
    }

    Instant now() {
        return now;
    }

    int cases() {
        return cases;
    }
}
