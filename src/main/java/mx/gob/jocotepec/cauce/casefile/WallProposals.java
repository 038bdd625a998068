package mx.gob.jocotepec.cauce.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Walls that the program proposes, for the Dirección to look at. Nobody sees or decides what concerns herself, and who may be meant is
 * not told.
 */
@Service
public class WallProposals {
    /** Why somebody may be the aggressor or close to him. */
    public enum Ground {
        CURP,
        SAME_NAME,
        SOUNDS_ALIKE,
        PART_OF_NAME,
        /** Both surnames are the same: perhaps a relative. */
        SURNAMES,
        /** The record says that he works for the municipality; nobody is named. */
        PUBLIC_SERVANT,
        /** A member of staff says that she knows one of them. */
        DECLARED;

        /** Strong enough for a wall at once, which the Dirección looks at afterwards. */
        boolean atOnce() {
            return this == CURP || this == SAME_NAME || this == DECLARED;
        }
    }

    /** What the Dirección says. */
    public enum Decision {
        KEPT_AWAY,
        NO_REASON
    }

    /**
     * @param staff whom to keep away; null: somebody who works for the municipality
     * @param standing whether he is kept away already
     */
    public record Proposal(
            UUID id,
            CaseRef ref,
            @Nullable StaffId staff,
            @Nullable String staffName,
            @Nullable String areaName,
            Ground ground,
            boolean standing,
            Instant at,
            Instant due) {}

    private static final String OPEN = """
            select w.id, w.case_id, w.person_id, c.folio, w.staff_id, s.display_name, a.name, w.ground,
              w.exclusion_id is not null as standing, w.at, w.due_at
            from wall_proposal w join case_file c on c.id = w.case_id
            left join staff_account s on s.id = w.staff_id left join area a on a.id = s.area_id
            where w.decided_at is null
            """;

    private final JdbcClient jdbc;
    private final Walls walls;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    WallProposals(JdbcClient jdbc, Walls walls, CurrentActor actor, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.walls = walls;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** What waits, the oldest first; at most 200. */
    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional(readOnly = true)
    public List<Proposal> open() {
        return jdbc.sql(OPEN + "order by w.due_at, w.id limit 200")
                .query(WallProposals::read)
                .list();
    }

    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional(readOnly = true)
    public List<Proposal> of(CaseRef ref) {
        return jdbc.sql(OPEN + "and w.person_id = ? order by w.due_at, w.id")
                .param(ref.person().value())
                .query(WallProposals::read)
                .list();
    }

    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*) from wall_proposal where decided_at is null")
                .query(Integer.class)
                .single();
    }

    /**
     * Keeps the person away, or lifts what was put up at once. Where nobody is named it only says that it was looked at.
     *
     * @return false where it was decided already or is out of reach
     */
    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional
    public boolean decide(UUID id, Decision decision) {
        var found = jdbc.sql(OPEN + "and w.id = ? for update of w")
                .param(id)
                .query(WallProposals::read)
                .optional();
        if (found.isEmpty()) return false;
        var proposal = found.get();
        int rows = jdbc.sql(
                        "update wall_proposal set decided_at = ?, decided_by = ?, decision = ? where id = ? and decided_at is null")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.get().staff().value(),
                        decision.name(),
                        id)
                .update();
        if (rows == 0) return false;
        var staff = proposal.staff();
        switch (decision) {
            case KEPT_AWAY -> {
                if (staff != null && !proposal.standing())
                    walls.raise(proposal.ref(), staff, reason(proposal.ground()));
            }
            case NO_REASON -> {
                if (staff != null && proposal.standing()) {
                    walls.of(proposal.ref()).stream()
                            .filter(wall -> wall.staff().equals(staff))
                            .forEach(wall -> walls.lift(proposal.ref(), wall.id()));
                }
            }
        }
        trail.record(TrailEvent.of("WALL_REVIEWED")
                .on("PROPOSAL", id)
                .inCase(proposal.ref().id(), proposal.ref().person())
                .with("ground=" + proposal.ground() + ",decision=" + decision));
        return true;
    }

    private static Walls.Reason reason(Ground ground) {
        return ground == Ground.SURNAMES ? Walls.Reason.RELATIVE : Walls.Reason.AGGRESSOR;
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        var staff = row.getObject(5, UUID.class);
        return new Proposal(
                row.getObject(1, UUID.class),
                new CaseRef(
                        CaseId.of(row.getObject(2, UUID.class)),
                        PersonId.of(row.getObject(3, UUID.class)),
                        row.getString(4)),
                staff == null ? null : StaffId.of(staff),
                row.getString(6),
                row.getString(7),
                Ground.valueOf(row.getString(8)),
                row.getBoolean(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getObject(11, OffsetDateTime.class).toInstant());
    }
}
