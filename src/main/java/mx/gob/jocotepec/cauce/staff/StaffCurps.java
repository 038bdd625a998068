package mx.gob.jocotepec.cauce.staff;

import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The CURP of who works here, as a keyed hash only: it is compared with that of aggressors and cannot be read again. */
@Service
public class StaffCurps {
    private final JdbcClient jdbc;
    private final BlindIndex blind;
    private final FreshFactor fresh;
    private final CurrentActor current;
    private final AuditTrail trail;

    StaffCurps(JdbcClient jdbc, BlindIndex blind, FreshFactor fresh, CurrentActor current, AuditTrail trail) {
        this.jdbc = jdbc;
        this.blind = blind;
        this.fresh = fresh;
        this.current = current;
        this.trail = trail;
    }

    public enum Answer {
        SET,
        /** It is not one person's, or another account has it. */
        NOT_HERS,
        /** Another administrator sets it: with a wrong one nobody would find the same person among the aggressors. */
        YOURSELF
    }

    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional
    public Answer set(StaffId staff, Curp curp) {
        fresh.require();
        if (staff.equals(current.get().staff())) return Answer.YOURSELF;
        if (curp.isGeneric()) return Answer.NOT_HERS;
        boolean kept = jdbc.sql("select set_staff_curp(?, ?)")
                .params(staff.value(), blind.of(BlindIndex.Column.CURP, curp.value()))
                .query(Boolean.class)
                .single();
        if (!kept) return Answer.NOT_HERS;
        trail.record(TrailEvent.of("STAFF_CURP_SET").on("STAFF", staff.value()));
        return Answer.SET;
    }
}
