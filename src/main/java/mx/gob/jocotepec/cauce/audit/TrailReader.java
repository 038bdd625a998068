package mx.gob.jocotepec.cauce.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail, a page at a time, the newest first. Looking is recorded like everything else. */
@Service
public class TrailReader {
    private static final int LARGEST_PAGE = 200;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final AnchorKeeper anchors;

    TrailReader(JdbcClient jdbc, AuditTrail trail, AnchorKeeper anchors) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.anchors = anchors;
    }

    @PreAuthorize("hasAuthority('TRAIL_READ')")
    public AnchorState anchors() {
        return anchors.state();
    }

    @PreAuthorize("hasAuthority('TRAIL_READ')")
    @Transactional
    public List<TrailLine> page(TrailFilter filter, int offset, int limit) {
        if (offset == 0) trail.record(TrailEvent.of("TRAIL_READ").with(asKeys(filter)));
        var where = new StringBuilder(" where true");
        var values = new ArrayList<Object>();
        if (filter.from() != null) add(where, values, " and at >= ?", begin(filter.from()));
        if (filter.until() != null)
            add(where, values, " and at < ?", begin(filter.until().plusDays(1)));
        if (filter.actor() != null) add(where, values, " and actor = ?", filter.actor());
        if (filter.action() != null) add(where, values, " and action = ?", filter.action());
        if (filter.outcome() != null) add(where, values, " and outcome = ?", filter.outcome());
        if (filter.folio() != null) {
            // the folio stands in the entry of the registration, so that no case need be visible here
            add(
                    where,
                    values,
                    " and case_id in (select case_id from trail_entry where action = 'CASE_REGISTERED' and detail = ?)",
                    "folio=" + filter.folio());
        }
        values.add(Math.clamp(limit, 1, LARGEST_PAGE));
        values.add(Math.max(0, offset));
        return jdbc.sql("""
                        select chain, seq, at, actor_kind, actor, action, outcome, subject_kind, subject, case_id, detail,
                          (select substr(r.detail, length('folio=') + 1) from trail_entry r
                            where r.case_id = t.case_id and r.action = 'CASE_REGISTERED' limit 1) as folio
                        from trail_entry t""" + where + " order by at desc, chain, seq desc limit ? offset ?")
                .params(values)
                .query(TrailReader::read)
                .list();
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(condition);
        values.add(value);
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(Office.ZONE).toOffsetDateTime();
    }

    private static String asKeys(TrailFilter filter) {
        return "from=" + filter.from() + ";until=" + filter.until() + ";actor=" + filter.actor() + ";action="
                + filter.action() + ";outcome=" + filter.outcome() + ";folio=" + filter.folio();
    }

    private static TrailLine read(ResultSet row, int number) throws SQLException {
        return new TrailLine(
                row.getInt("chain"),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_kind"),
                row.getObject("actor", UUID.class),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("subject_kind"),
                row.getObject("subject", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("folio"),
                row.getString("detail"));
    }
}
