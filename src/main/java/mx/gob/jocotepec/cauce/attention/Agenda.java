package mx.gob.jocotepec.cauce.attention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.person.Persons;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who comes when, to the actor or to her area. Folios and initials only: what was said is read on the page of the case. */
@Service
public class Agenda {
    /** Whose. */
    public enum Scope {
        MINE,
        AREA
    }

    private static final Duration MISSED_FOR = Duration.ofDays(30);
    private static final int MOST = 400;
    private static final String LATEST_FIRST = " order by t.starts_at desc, t.id limit " + MOST;

    /** Of an earlier day, without a word on whether she came. */
    private static final String UNRECORDED = "t.status = 'SCHEDULED' and t.starts_at < :today";

    private static final String SELECT = """
            select t.id, t.case_id, t.person_id, f.folio, f.risk_level, t.discipline, t.kind, t.mode, t.status, t.starts_at, t.minutes,
              t.staff_id, s.display_name, t.version, p.wrapped_key, p.sealed
            from attention t join case_file f on f.id = t.case_id join staff_account s on s.id = t.staff_id
            left join person_part p on p.person_id = t.person_id and p.compartment = 'IDENTITY'
            where (t.staff_id = :staff or t.area_id = :area) and\s""";

    /** Waited for in vain, the case still open and nothing of the same discipline since. */
    private static final String MISSED = """
            t.status = 'NO_SHOW' and t.starts_at >= :since and not exists (select from attention l
              where l.case_id = t.case_id and l.discipline = t.discipline and l.id <> t.id and l.status <> 'CANCELLED'
                and l.starts_at > t.starts_at)
            and exists (select from case_file o where o.id = t.case_id and o.status <> 'CLOSED')""";

    private final JdbcClient jdbc;
    private final Persons persons;
    private final CurrentActor actor;
    private final Clock clock;

    Agenda(JdbcClient jdbc, Persons persons, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.actor = actor;
        this.clock = clock;
    }

    /** From a day to another, both inclusive, in order of time; without what was cancelled. At most 400. */
    @PreAuthorize("hasAuthority('ATTENTION_READ')")
    @Transactional(readOnly = true)
    public List<AgendaEntry> of(Scope scope, LocalDate from, LocalDate to) {
        return select(
                        scope,
                        "t.status <> 'CANCELLED' and t.starts_at >= :from and t.starts_at < :to order by t.starts_at, t.id limit "
                                + MOST)
                .param("from", AttentionTable.at(startOf(from)))
                .param("to", AttentionTable.at(startOf(to.plusDays(1))))
                .query(this::entry)
                .list();
    }

    /**
     * Appointments of earlier days without a word on whether she came, the latest first: {@link AgendaCounts#unrecorded} counts the actor's
     * own. Those of today are in the agenda of today. At most 400.
     */
    @PreAuthorize("hasAuthority('ATTENTION_READ')")
    @Transactional(readOnly = true)
    public List<AgendaEntry> unrecorded(Scope scope) {
        return select(scope, UNRECORDED + LATEST_FIRST)
                .param("today", AttentionTable.at(startOf(today())))
                .query(this::entry)
                .list();
    }

    /** Women waited for in vain with nothing arranged since, the latest first: {@link AgendaCounts#missed} counts the area's. At most 400. */
    @PreAuthorize("hasAuthority('ATTENTION_READ')")
    @Transactional(readOnly = true)
    public List<AgendaEntry> missed(Scope scope) {
        return select(scope, MISSED + LATEST_FIRST)
                .param("since", AttentionTable.at(clock.instant().minus(MISSED_FOR)))
                .query(this::entry)
                .list();
    }

    /** For the start page: one statement. */
    @PreAuthorize("hasAuthority('ATTENTION_READ')")
    @Transactional(readOnly = true)
    public AgendaCounts counts() {
        var me = actor.get();
        var today = today();
        return jdbc.sql("""
                        select (select count(*) from attention t where t.staff_id = :staff and t.status = 'SCHEDULED'
                            and t.starts_at >= :today and t.starts_at < :tomorrow) as today,
                          (select count(*) from attention t where t.staff_id = :staff and %s) as unrecorded,
                          (select count(*) from attention t where (t.staff_id = :staff or t.area_id = :area) and %s) as missed""".formatted(UNRECORDED, MISSED))
                .param("staff", me.staff().value())
                .param("area", me.area().value())
                .param("since", AttentionTable.at(clock.instant().minus(MISSED_FOR)))
                .param("today", AttentionTable.at(startOf(today)))
                .param("tomorrow", AttentionTable.at(startOf(today.plusDays(1))))
                .query((row, n) ->
                        new AgendaCounts(row.getInt("today"), row.getInt("unrecorded"), row.getInt("missed")))
                .single();
    }

    /** Who attends in the actor's area, herself among them. */
    @PreAuthorize("hasAuthority('ATTENTION_READ')")
    @Transactional(readOnly = true)
    public List<Colleague> colleagues() {
        return jdbc.sql("""
                        select id, display_name from staff_account
                        where area_id = ? and active and roles && (select array_agg(distinct role) from role_compartment)
                        order by display_name""")
                .param(actor.get().area().value())
                .query((row, n) ->
                        new Colleague(StaffId.of(row.getObject("id", UUID.class)), row.getString("display_name")))
                .list();
    }

    private JdbcClient.StatementSpec select(Scope scope, String where) {
        var me = actor.get();
        return jdbc.sql(SELECT + where)
                .param("staff", me.staff().value())
                // mine only: no area has this id
                .param(
                        "area",
                        scope == Scope.AREA ? me.area().value() : me.staff().value());
    }

    private AgendaEntry entry(ResultSet row, int number) throws SQLException {
        var person = PersonId.of(row.getObject("person_id", UUID.class));
        return new AgendaEntry(
                AttentionId.of(row.getObject("id", UUID.class)),
                new CaseRef(CaseId.of(row.getObject("case_id", UUID.class)), person, row.getString("folio")),
                persons.initials(person, row.getBytes("wrapped_key"), row.getBytes("sealed")),
                RiskLevel.valueOf(row.getString("risk_level")),
                Discipline.valueOf(row.getString("discipline")),
                row.getString("kind"),
                AttentionMode.valueOf(row.getString("mode")),
                AttentionStatus.valueOf(row.getString("status")),
                AttentionTable.instant(row, "starts_at"),
                row.getObject("minutes", Integer.class),
                StaffId.of(row.getObject("staff_id", UUID.class)),
                row.getString("display_name"),
                row.getInt("version"));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Office.ZONE));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Office.ZONE).toInstant();
    }
}
