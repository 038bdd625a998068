package mx.gob.jocotepec.cauce.attention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Reason;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Saved;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Warning;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.shared.WorkingDays;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, moves and ends appointments; whether she came is for {@link Attentions#record} where she did. Only the area's own can be changed. */
@Service
public class Appointments {
    private static final Duration APART = Duration.ofMinutes(30);

    private final AttentionTable table;
    private final AttentionLog log;
    private final Disciplines disciplines;
    private final AttentionKinds kinds;
    private final CaseFiles cases;
    private final CurrentActor actor;
    private final OfficeHours hours;
    private final Clock clock;

    Appointments(
            AttentionTable table,
            AttentionLog log,
            Disciplines disciplines,
            AttentionKinds kinds,
            CaseFiles cases,
            CurrentActor actor,
            WorkingDays days,
            Clock clock) {
        this.table = table;
        this.log = log;
        this.disciplines = disciplines;
        this.kinds = kinds;
        this.cases = cases;
        this.actor = actor;
        this.hours = OfficeHours.usual(days);
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public AttentionOutcome schedule(NewAppointment wish) {
        kinds.requireCurrent(wish.kind());
        var me = actor.get();
        var head = cases.head(wish.caseId()).orElse(null);
        if (head == null) return log.unknown("CASE", wish.caseId().value());
        if (!head.isOpen()) return log.refused(Reason.CASE_CLOSED, head.ref());
        if (!wish.startsAt().isAfter(clock.instant())) return log.refused(Reason.IN_THE_PAST, head.ref());
        var staff = wish.staff() == null ? me.staff() : wish.staff();
        if (staff.equals(me.staff())) {
            if (!disciplines.mine().contains(wish.discipline()))
                return log.refused(Reason.OTHER_DISCIPLINE, head.ref());
        } else if (!table.worksIn(staff, me.area())) {
            return log.refused(Reason.OTHER_AREA, head.ref());
        }
        return appoint(head.ref(), wish.discipline(), staff, wish.kind(), wish.mode(), wish.startsAt());
    }

    /** She did not come. @param version the one that was on the screen */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public AttentionOutcome noShow(AttentionId id, int version) {
        var appointment = table.find(id);
        if (appointment.isPresent() && appointment.get().startsAt().isAfter(clock.instant())) {
            return log.refused(Reason.IN_THE_FUTURE, appointment.get().ref());
        }
        return change(id, version, "ATTENTION_NO_SHOW", before -> before.settled(AttentionStatus.NO_SHOW));
    }

    /** @param version the one that was on the screen */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public AttentionOutcome cancel(AttentionId id, int version) {
        return change(id, version, "ATTENTION_CANCELLED", before -> before.settled(AttentionStatus.CANCELLED));
    }

    /** Another time for the same appointment. @param version the one that was on the screen */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public AttentionOutcome move(AttentionId id, int version, Instant startsAt) {
        var appointment = table.find(id);
        if (appointment.isPresent() && !startsAt.isAfter(clock.instant())) {
            return log.refused(Reason.IN_THE_PAST, appointment.get().ref());
        }
        return change(id, version, "ATTENTION_MOVED", before -> before.movedTo(startsAt));
    }

    /** Makes an appointment without asking again whether it may be. */
    Saved appoint(
            CaseRef ref, Discipline discipline, StaffId staff, String kind, AttentionMode mode, Instant startsAt) {
        var me = actor.get();
        var id = AttentionId.next();
        var appointment = new Attention(
                id,
                ref,
                discipline,
                me.area(),
                staff,
                kind,
                mode,
                false,
                AttentionStatus.SCHEDULED,
                startsAt,
                null,
                null,
                0,
                null,
                0);
        table.insert(appointment, me.staff(), clock.instant());
        log.told(appointment, "ATTENTION_SCHEDULED");
        return new Saved(id, remarks(appointment));
    }

    private AttentionOutcome change(AttentionId id, int version, String what, UnaryOperator<Attention> change) {
        var me = actor.get();
        var before = table.find(id).orElse(null);
        if (before == null) return log.unknown("ATTENTION", id.value());
        var refusal = before.refusal(me.area(), version);
        if (refusal != null) return log.refused(refusal, before.ref());
        var after = change.apply(before);
        if (!table.update(after, me.staff(), clock.instant())) {
            return log.refused(Reason.CHANGED_MEANWHILE, before.ref());
        }
        log.told(after, what);
        return new Saved(id, after.isSettled() ? Set.of() : remarks(after));
    }

    private Set<Warning> remarks(Attention appointment) {
        var start = appointment.startsAt();
        var remarks = hours.remarks(start);
        if (table.overlaps(appointment.staff(), appointment.id(), start.minus(APART), start.plus(APART))) {
            remarks.add(Warning.OVERLAPS);
        }
        return remarks;
    }
}
