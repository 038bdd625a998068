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
    private final AuditTrail trail;

    StaffCurps(JdbcClient jdbc, BlindIndex blind, FreshFactor fresh, AuditTrail trail) {
        this.jdbc = jdbc;
        this.blind = blind;
        this.fresh = fresh;
        this.trail = trail;
    }

    /** @return false where it is not one person's, or another account has it */
    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional
    public boolean set(StaffId staff, Curp curp) {
        fresh.require();
        if (curp.isGeneric()) return false;
        boolean kept = jdbc.sql("select set_staff_curp(?, ?)")
                .params(staff.value(), blind.of(BlindIndex.Column.CURP, curp.value()))
                .query(Boolean.class)
                .single();
        if (kept) trail.record(TrailEvent.of("STAFF_CURP_SET").on("STAFF", staff.value()));
        return kept;
    }
}
