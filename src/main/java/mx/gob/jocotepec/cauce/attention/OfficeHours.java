package mx.gob.jocotepec.cauce.attention;

import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.WorkingDays;

/** When appointments are usual. Emergencies keep no hours, so leaving them is a remark and no refusal. */
record OfficeHours(LocalTime opens, LocalTime closes, WorkingDays days) {
    static OfficeHours usual(WorkingDays days) {
        return new OfficeHours(LocalTime.of(8, 0), LocalTime.of(18, 0), days);
    }

    Set<AttentionOutcome.Warning> remarks(Instant at) {
        var local = at.atZone(Office.ZONE);
        var remarks = EnumSet.noneOf(AttentionOutcome.Warning.class);
        if (!days.isWorkingDay(local.toLocalDate())) remarks.add(AttentionOutcome.Warning.NOT_A_WORKING_DAY);
        var time = local.toLocalTime();
        if (time.isBefore(opens) || !time.isBefore(closes)) remarks.add(AttentionOutcome.Warning.OUT_OF_HOURS);
        return remarks;
    }
}
