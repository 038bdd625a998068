package mx.gob.jocotepec.cauce.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a member of staff away from a woman's file because he is the aggressor, a relative or close. A wall beats every grant and covers
 * all her cases; who is kept away is not told, and finds no trace.
 */
@Service
public class Walls {
    /** Why somebody is kept away. */
    public enum Reason {
        AGGRESSOR,
        RELATIVE,
        CLOSE,
        WORK,
        OTHER
    }

    /** What came of raising one. */
    public enum Raised {
        STANDS,
        /** Around somebody of the Dirección: somebody else looks at it within three working days. */
        LOOKED_AT,
        /** It stood already or was looked at before, or the case is out of reach, or open in an emergency only. */
        NOT_RAISED
    }

    public record Wall(UUID id, StaffId staff, String staffName, String areaName, Reason reason, Instant from) {}

    private final JdbcClient jdbc;
    private final WallWatch watch;
    private final CurrentActor actor;
    private final FreshFactor fresh;
    private final AuditTrail trail;
    private final Clock clock;

    Walls(JdbcClient jdbc, WallWatch watch, CurrentActor actor, FreshFactor fresh, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.watch = watch;
        this.actor = actor;
        this.fresh = fresh;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Stands at once. Around somebody of the Dirección somebody else looks at it too, and the last of it who could see her is kept
     * away only then (decision 021); whoever raises it is not told whether others are.
     */
    @PreAuthorize("hasAuthority('CASE_EDIT')")
    @Transactional
    public Raised raise(CaseRef ref, StaffId staff, Reason reason) {
        var outcome = jdbc.sql("select raise_wall(?, ?, ?, ?, ?)")
                .params(Ids.next(), ref.id().value(), staff.value(), reason.name(), watch.reviewDue())
                .query(String.class)
                .single();
        if (outcome.equals("KNOWN")) return Raised.NOT_RAISED;
        var action = outcome.equals("PROPOSED") ? "WALL_PROPOSED" : "WALL_RAISED";
        trail.record(TrailEvent.of(action)
                .on("STAFF", staff.value())
                .inCase(ref.id(), ref.person())
                .with("reason=" + reason));
        return outcome.equals("RAISED") ? Raised.STANDS : Raised.LOOKED_AT;
    }

    /**
     * "I know the aggressor or her": keeps the actor away from now on, until the Dirección says otherwise.
     *
     * @return false where the case is out of reach already
     */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public boolean declare(CaseRef ref, Reason reason) {
        boolean within = jdbc.sql("select count(*) from case_file where id = ?")
                        .param(ref.id().value())
                        .query(Integer.class)
                        .single()
                == 1;
        return within && watch.propose(ref, actor.get().staff(), WallProposals.Ground.DECLARED, reason);
    }

    /** Those that stand around the woman of this case. */
    @PreAuthorize("hasAuthority('WALL_SET')")
    @Transactional(readOnly = true)
    public List<Wall> of(CaseRef ref) {
        return jdbc.sql("""
                        select e.id, e.staff_id, s.display_name, a.name, e.reason, e.from_at
                        from case_exclusion e join staff_account s on s.id = e.staff_id join area a on a.id = s.area_id
                        where e.person_id = ? and (e.until_at is null or e.until_at > now()) order by e.from_at""")
                .param(ref.person().value())
                .query((row, n) -> new Wall(
                        row.getObject(1, UUID.class),
                        StaffId.of(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        Reason.valueOf(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    @PreAuthorize("hasAuthority('WALL_SET')")
    @Transactional
    public boolean lift(CaseRef ref, UUID wall) {
        fresh.require();
        int rows = jdbc.sql(
                        "update case_exclusion set until_at = ? where id = ? and person_id = ? and until_at is null")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        wall,
                        ref.person().value())
                .update();
        if (rows == 0) return false;
        trail.record(TrailEvent.of("WALL_LIFTED").on("WALL", wall).inCase(ref.id(), ref.person()));
        return true;
    }
}
