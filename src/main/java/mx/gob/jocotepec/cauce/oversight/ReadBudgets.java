package mx.gob.jocotepec.cauce.oversight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many different cases and how many lines of lists somebody reads in a day. The database counts with each entry of the trail and
 * refuses the one too many; here the Dirección sees who came close and widens it for today.
 */
@Service
public class ReadBudgets {
    public static final int MOST_MORE = 500;

    /** What happened. */
    public enum Kind {
        /** Four fifths are used. */
        NEAR,
        SPENT,
        ROWS
    }

    public record Alert(StaffId staff, String name, String areaName, LocalDate day, Kind kind, Instant at, int cases) {}

    /** What is used of a day's budget. */
    public record Today(int cases, int allowed) {
        public boolean near() {
            return allowed > 0 && cases * 5 >= allowed * 4;
        }
    }

    /** What waits for review, in numbers. @param late past its term */
    public record Waiting(int walls, int emergencies, int alerts, int late) {}

    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final FreshFactor fresh;
    private final AuditTrail trail;
    private final Clock clock;

    ReadBudgets(JdbcClient jdbc, CurrentActor actor, FreshFactor fresh, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.fresh = fresh;
        this.trail = trail;
        this.clock = clock;
    }

    /** The actor's own. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public Today today() {
        return jdbc.sql("""
                        select coalesce((select cardinality(d.cases) from read_day d where d.staff_id = actor_staff() and d.day = t.day), 0), a.cases
                        from (select (now() at time zone 'America/Mexico_City')::date as day) t,
                          lateral read_allowed(actor_staff(), t.day, (actor()).roles) a""")
                .query((row, n) -> new Today(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** Not yet looked at, the newest first. */
    @PreAuthorize("hasAnyAuthority('ACCESS_REVIEW', 'TRAIL_READ')")
    @Transactional(readOnly = true)
    public List<Alert> alerts() {
        return jdbc.sql("""
                        select r.staff_id, s.display_name, a.name, r.day, r.kind, r.at, coalesce(cardinality(d.cases), 0)
                        from read_alert r join staff_account s on s.id = r.staff_id join area a on a.id = s.area_id
                        left join read_day d on d.staff_id = r.staff_id and d.day = r.day
                        where r.seen_at is null order by r.at desc limit 200""")
                .query((row, n) -> new Alert(
                        StaffId.of(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        Kind.valueOf(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getInt(7)))
                .list();
    }

    /** Takes note. @return false for one's own */
    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional
    public boolean seen(Alert alert) {
        int rows = jdbc.sql(
                        "update read_alert set seen_at = ?, seen_by = ? where staff_id = ? and day = ? and kind = ? and seen_at is null")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.get().staff().value(),
                        alert.staff().value(),
                        alert.day(),
                        alert.kind().name())
                .update();
        if (rows == 0) return false;
        trail.record(TrailEvent.of("READ_ALERT_SEEN")
                .on("STAFF", alert.staff().value())
                .with("day=" + alert.day() + ",kind=" + alert.kind()));
        return true;
    }

    /** More cases for today only. @return false for oneself, or where the actor raised it today already */
    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional
    public boolean raise(StaffId staff, int more) {
        fresh.require();
        var me = actor.get().staff();
        if (staff.equals(me) || more < 1 || more > MOST_MORE) return false;
        int rows = jdbc.sql(
                        "insert into read_raise (staff_id, day, cases, at, raised_by) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        staff.value(),
                        LocalDate.ofInstant(clock.instant(), Office.ZONE),
                        more,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        me.value())
                .update();
        if (rows == 0) return false;
        trail.record(
                TrailEvent.of("READ_BUDGET_RAISED").on("STAFF", staff.value()).with("more=" + more));
        return true;
    }

    /** For audit: how much waits for the Dirección, and how much of it too long. */
    @PreAuthorize("hasAuthority('TRAIL_READ')")
    @Transactional(readOnly = true)
    public Waiting waiting() {
        return jdbc.sql("select * from reviews_waiting()")
                .query((row, n) -> new Waiting(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }
}
