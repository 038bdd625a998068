package mx.gob.jocotepec.cauce.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.rights.BlockedCase.Proposal;
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
 * Blocking: all grants of a closed case end, so nobody sees it. The Dirección may open it for an hour and says why; that stands in the
 * trail.
 */
@Service
public class Blocks {
    private final JdbcClient jdbc;
    private final FreshFactor fresh;
    private final AuditTrail trail;

    Blocks(JdbcClient jdbc, FreshFactor fresh, AuditTrail trail) {
        this.jdbc = jdbc;
        this.fresh = fresh;
        this.trail = trail;
    }

    /** @return false where it is out of reach, not closed, closed by the one who asks, or blocked already */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public boolean block(CaseRef ref, BlockedCase.Why why) {
        boolean closed = jdbc.sql(
                        "select 1 from case_file where id = ? and status = 'CLOSED' and closed_by is distinct from actor_staff()")
                .param(ref.id().value())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!closed || isBlocked(ref.id())) return false;
        jdbc.sql("select block_case(?, ?)")
                .params(ref.id().value(), why.name())
                .query(UUID.class)
                .single();
        trail.record(
                TrailEvent.of("CASE_BLOCKED").inCase(ref.id(), ref.person()).with("why=" + why));
        return true;
    }

    /** Opens it to the actor for an hour. */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public boolean open(CaseRef ref, BlockedCase.Opening why) {
        fresh.require();
        if (!isBlocked(ref.id()) || isErased(ref.id())) return false;
        jdbc.sql("select open_blocked(?)")
                .param(ref.id().value())
                .query((row, n) -> "")
                .list();
        trail.record(TrailEvent.of("CASE_BLOCKED_OPENED")
                .inCase(ref.id(), ref.person())
                .with("why=" + why));
        return true;
    }

    /** Gives it back to those who had it. @return false while its erasure is proposed or done */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public boolean unblock(CaseRef ref) {
        fresh.require();
        boolean done = jdbc.sql("select unblock_case(?)")
                .param(ref.id().value())
                .query(Boolean.class)
                .single();
        if (done) trail.record(TrailEvent.of("CASE_UNBLOCKED").inCase(ref.id(), ref.person()));
        return done;
    }

    /** Those to be erased first; of who is not to know more: folio and dates. */
    @PreAuthorize("hasAuthority('RIGHTS_READ')")
    @Transactional(readOnly = true)
    public List<BlockedCase> list() {
        return jdbc.sql("""
                        select b.case_id, b.person_id, b.folio, b.reason, b.blocked_at, e.id as erasure, e.reason as ground, e.proposed_at,
                          e.proposed_by, s.display_name, t.erased_at
                        from case_block b
                        left join erasure e on e.case_id = b.case_id and e.withdrawn_at is null
                        left join staff_account s on s.id = e.proposed_by
                        left join tombstone t on t.case_id = b.case_id
                        where b.lifted_at is null order by t.erased_at is not null, e.id is null, b.blocked_at desc limit 500""").query((row, n) -> read(row)).list();
    }

    boolean isBlocked(CaseId id) {
        return jdbc.sql("select 1 from case_block where case_id = ? and lifted_at is null")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean isErased(CaseId id) {
        return jdbc.sql("select 1 from tombstone where case_id = ?")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static BlockedCase read(ResultSet row) throws SQLException {
        return new BlockedCase(
                new CaseRef(
                        CaseId.of(row.getObject("case_id", UUID.class)),
                        PersonId.of(row.getObject("person_id", UUID.class)),
                        row.getString("folio")),
                BlockedCase.Why.valueOf(row.getString("reason")),
                row.getObject("blocked_at", OffsetDateTime.class).toInstant(),
                proposal(row),
                Breaches.instant(row, "erased_at"));
    }

    private static @Nullable Proposal proposal(ResultSet row) throws SQLException {
        var id = row.getObject("erasure", UUID.class);
        if (id == null) return null;
        return new Proposal(
                id,
                BlockedCase.Ground.valueOf(row.getString("ground")),
                Objects.requireNonNull(row.getObject("proposed_at", OffsetDateTime.class))
                        .toInstant(),
                StaffId.of(row.getObject("proposed_by", UUID.class)),
                row.getString("display_name"));
    }
}
