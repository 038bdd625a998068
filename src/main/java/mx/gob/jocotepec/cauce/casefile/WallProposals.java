package mx.gob.jocotepec.cauce.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Walls that the program proposes, and those around the Dirección, for the Dirección to look at; for audit, where nobody is left there.
 * Nobody sees or decides what concerns herself or what she put up around the Dirección, and who may be meant is not told.
 */
@Service
public class WallProposals {
    /** Why somebody may be the aggressor or close to him; of the likenesses the strongest first. */
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
        DECLARED,
        /** Somebody who works with the case says so, of a person of the Dirección. */
        RAISED
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
    private static final String WITHOUT_DIRECTION = """
            select id, case_id, person_id, folio, staff_id, display_name, area, ground, standing, at, due_at
            from walls_without_direction() order by due_at, id""";

    private final JdbcClient jdbc;
    private final FreshFactor fresh;
    private final AuditTrail trail;

    WallProposals(JdbcClient jdbc, FreshFactor fresh, AuditTrail trail) {
        this.jdbc = jdbc;
        this.fresh = fresh;
        this.trail = trail;
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
        return jdbc.sql("select count(*) from (" + OPEN + ") waiting")
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
        return jdbc.sql(OPEN + "and w.id = ?")
                .param(id)
                .query(WallProposals::read)
                .optional()
                .filter(proposal -> decided(proposal, decision))
                .isPresent();
    }

    /** What waits of those who alone could decide it, for the audit to decide: nothing of the case but its folio. At most 200. */
    @PreAuthorize("hasAuthority('TRAIL_READ')")
    @Transactional(readOnly = true)
    public List<Proposal> withoutDirection() {
        return jdbc.sql(WITHOUT_DIRECTION).query(WallProposals::read).list();
    }

    /** @return false where it was decided already, or the Dirección can do it */
    @PreAuthorize("hasAuthority('TRAIL_READ')")
    @Transactional
    public boolean decideWithoutDirection(UUID id, Decision decision) {
        return withoutDirection().stream()
                .filter(proposal -> proposal.id().equals(id))
                .anyMatch(proposal -> decided(proposal, decision));
    }

    /** Who may is asked once more by the database. */
    private boolean decided(Proposal proposal, Decision decision) {
        if (proposal.standing() && decision == Decision.NO_REASON) fresh.require();
        var outcome = jdbc.sql("select decide_wall(?, ?)")
                .params(proposal.id(), decision.name())
                .query(String.class)
                .single();
        if (outcome.equals("GONE")) return false;
        var ref = proposal.ref();
        trail.record(TrailEvent.of("WALL_REVIEWED")
                .on("PROPOSAL", proposal.id())
                .inCase(ref.id(), ref.person())
                .with("ground=" + proposal.ground() + ",decision=" + decision));
        var staff = proposal.staff();
        if (staff != null && !outcome.equals("NOTED")) {
            var action = outcome.equals("WALLED") ? "WALL_RAISED" : "WALL_LIFTED";
            trail.record(TrailEvent.of(action)
                    .on("STAFF", staff.value())
                    .inCase(ref.id(), ref.person())
                    .with("proposal=" + proposal.id()));
        }
        return true;
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
