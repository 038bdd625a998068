package mx.gob.jocotepec.cauce.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.AreaId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The areas of the municipality. A few dozen rows that everybody may read. */
@Service
public class Areas {
    private static final String COLUMNS =
            "select id, key, name, kind, parent_id, first_contact, receives_referrals, active, version from area ";

    private final JdbcClient jdbc;
    private final AuditTrail trail;

    Areas(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<AreaSummary> all() {
        return jdbc.sql(COLUMNS + "order by kind <> 'DIRECTION', parent_id nulls last, name")
                .query(Areas::read)
                .list();
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Optional<AreaSummary> find(AreaId id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id.value())
                .query(Areas::read)
                .optional();
    }

    /** Those a case can be referred to. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<AreaSummary> receiving() {
        return all().stream()
                .filter(area -> area.active() && area.receivesReferrals())
                .toList();
    }

    /** Who works in an area, and how many referrals wait for an answer from it. */
    public record InUse(int accounts, int openReferrals) {}

    /** What stays behind when an area is switched off. Numbers only, for whoever keeps the areas reads no referral. */
    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional(readOnly = true)
    public InUse inUse(AreaId id) {
        return jdbc.sql(
                        "select (select count(*) from staff_account where area_id = :area and active), open_referrals_to(:area)")
                .param("area", id.value())
                .query((row, n) -> new InUse(row.getInt(1), row.getInt(2)))
                .single();
    }

    public enum Saved {
        SAVED,
        NAME_TAKEN,
        CHANGED_MEANWHILE
    }

    /** Adds the area or, when its id is known and its version still the same, changes it. */
    @PreAuthorize("hasAuthority('STAFF_MANAGE')")
    @Transactional
    public Saved save(AreaSummary area) {
        boolean taken = jdbc.sql(
                        "select exists (select from area where (key = ? or lower(name) = lower(?)) and id <> ?)")
                .params(area.key(), area.name().strip(), area.id().value())
                .query(Boolean.class)
                .single();
        if (taken) return Saved.NAME_TAKEN;
        int rows = jdbc.sql("""
                        insert into area (id, key, name, kind, parent_id, first_contact, receives_referrals, active)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, kind = excluded.kind, parent_id = excluded.parent_id,
                          first_contact = excluded.first_contact, receives_referrals = excluded.receives_referrals,
                          active = excluded.active, version = area.version + 1
                        where area.version = ?""")
                .params(
                        area.id().value(),
                        area.key(),
                        area.name().strip(),
                        area.kind().name())
                .param(area.parent() == null ? null : area.parent().value())
                .params(area.firstContact(), area.receivesReferrals(), area.active(), area.version())
                .update();
        if (rows == 0) return Saved.CHANGED_MEANWHILE;
        trail.record(TrailEvent.of("AREA_SAVED").on("AREA", area.id().value()).with("active=" + area.active()));
        return Saved.SAVED;
    }

    private static AreaSummary read(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new AreaSummary(
                AreaId.of(row.getObject("id", UUID.class)),
                row.getString("key"),
                row.getString("name"),
                AreaSummary.Kind.valueOf(row.getString("kind")),
                parent == null ? null : AreaId.of(parent),
                row.getBoolean("first_contact"),
                row.getBoolean("receives_referrals"),
                row.getBoolean("active"),
                row.getInt("version"));
    }
}
