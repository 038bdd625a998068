package mx.gob.jocotepec.cauce.casefile;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The timeline of a case. Every module tells here what happened, in keys; the words of people stay in their sealed places. */
@Service
public class CaseEvents {
    /**
     * @param kind message key below {@code timeline.}, such as {@code REFERRAL_SENT}
     * @param detail keys for the text, parted by {@code ;}: catalog keys, levels, never somebody's words
     */
    public record Entry(
            Instant at,
            String kind,
            String detail,
            @Nullable UUID reference,
            @Nullable String byName,
            @Nullable String byArea) {}

    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final Clock clock;

    CaseEvents(JdbcClient jdbc, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.clock = clock;
    }

    /** Adds a line to the timeline and moves the case's last activity. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(CaseRef ref, String kind, String detail, @Nullable UUID reference) {
        add(
                "with moved as (update case_file set last_activity_at = :at where id = :case)",
                ref,
                kind,
                detail,
                reference);
    }

    /** The first line of a new case. */
    void begin(CaseRef ref) {
        add("", ref, "CASE_REGISTERED", "", null);
    }

    private void add(String with, CaseRef ref, String kind, String detail, @Nullable UUID reference) {
        var me = actor.get();
        jdbc.sql(with + """
                         insert into case_event (id, case_id, person_id, at, by_staff, by_area, kind, detail, ref_id)
                        values (:id, :case, :person, :at, :staff, :area, :kind, :detail, :reference)""")
                .param("id", Ids.next())
                .param("case", ref.id().value())
                .param("person", ref.person().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("staff", me.staff().value())
                .param("area", me.area().value())
                .param("kind", kind)
                .param("detail", detail)
                .param("reference", reference, Types.OTHER)
                .update();
    }

    /** Newest first. In an emergency without what other areas did with her (V021). */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public List<Entry> timeline(CaseRef ref, int offset, int limit) {
        return jdbc.sql("""
                        select e.at, e.kind, e.detail, e.ref_id, s.display_name, a.name
                        from case_event e left join staff_account s on s.id = e.by_staff left join area a on a.id = e.by_area
                        where e.case_id = ? order by e.at desc, e.id desc offset ? limit ?""")
                .params(ref.id().value(), offset, limit)
                .query((row, n) -> new Entry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("detail"),
                        row.getObject("ref_id", UUID.class),
                        row.getString("display_name"),
                        row.getString("name")))
                .list();
    }
}
