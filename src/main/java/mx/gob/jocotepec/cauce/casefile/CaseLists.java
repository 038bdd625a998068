package mx.gob.jocotepec.cauce.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.person.PersonSearch;
import mx.gob.jocotepec.cauce.person.Persons;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.PhoneNumber;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of cases within reach, a page at a time, names covered. */
@Service
public class CaseLists {
    private static final int CANDIDATES = 400;
    private static final int MOST_CANDIDATES = 4_000;
    private static final String SELECT = """
            select c.id, c.folio, c.person_id, c.status, c.risk_level, c.age_at_facts, c.locality, c.opened_at, c.last_activity_at,
              c.violence_types, a.name as area_name, p.wrapped_key, p.sealed
            from case_file c join area a on a.id = c.area_id
            left join person_part p on p.person_id = c.person_id and p.compartment = 'IDENTITY'
            """;

    private final JdbcClient jdbc;
    private final Persons persons;
    private final PersonSearch names;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final CurrentActor actor;
    private final Clock clock;

    CaseLists(
            JdbcClient jdbc,
            Persons persons,
            PersonSearch names,
            AuditTrail trail,
            TransactionTemplate transaction,
            CurrentActor actor,
            Clock clock) {
        this.actor = actor;
        this.clock = clock;
        this.jdbc = jdbc;
        this.persons = persons;
        this.names = names;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** Newest first. @param limit at most 200 */
    @PreAuthorize("hasAuthority('CASE_READ')")
    public List<CaseLine> page(CaseQuery query, int offset, int limit) {
        return inTransaction(() -> {
            var where = new Where(actor.get().has(Role.DIRECTION));
            where.narrow(query);
            var lines = where.run(
                    jdbc,
                    SELECT,
                    " order by c.opened_at desc, c.id desc offset " + Math.max(0, offset) + " limit "
                            + Math.clamp(limit, 1, 200),
                    this::line);
            trail.record(TrailEvent.of("CASES_LISTED").with("rows=" + lines.size() + ",offset=" + offset));
            return lines;
        });
    }

    /** How many there are. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    public int count(CaseQuery query) {
        return inTransaction(() -> {
            var where = new Where(actor.get().has(Role.DIRECTION));
            where.narrow(query);
            return where.run(jdbc, "select count(*) from case_file c ", "", (row, n) -> row.getInt(1))
                    .getFirst();
        });
    }

    /** What of the open cases within reach asks for somebody today. */
    public record WaitingCounts(int graveWithoutAttention, int prosecutorNotTold, int riskMissing) {}

    /** In one statement, over open cases only; the database joins the grants instead of asking for each case. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    public WaitingCounts waiting() {
        return inTransaction(() -> jdbc.sql("select grave, untold, unassessed from waiting_cases()")
                .query((row, n) -> new WaitingCounts(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single());
    }

    /**
     * By folio (its number alone is enough for one of this year), CURP, telephone, or name: misspelt, without accents, in part, or a
     * nickname. The most alike first.
     */
    @PreAuthorize("hasAuthority('CASE_READ')")
    public List<CaseLine> search(String text, int offset, int limit) {
        var wanted = text.strip();
        var folio =
                Folio.parse(wanted, LocalDate.now(clock.withZone(Office.ZONE)).getYear());
        if (wanted.length() < 2 && folio.isEmpty()) return List.of();
        if (folio.isPresent()) {
            return recorded(
                    "FOLIO",
                    () -> jdbc.sql(SELECT + "where c.folio = ?")
                            .param(folio.get().toString())
                            .query(this::line)
                            .list());
        }
        if (Curp.parse(wanted) instanceof Curp.Valid(var curp)) {
            return recorded("CURP", () -> casesOf(persons.withCurp(curp), offset, limit));
        }
        var phone = PhoneNumber.parse(wanted);
        if (phone.isPresent()) {
            return recorded("PHONE", () -> casesOf(persons.withPhone(phone.get()), offset, limit));
        }
        return recorded("NAME", byName(wanted, offset, limit));
    }

    /** The index proposes, the database disposes: candidates out of reach fall away, and more are asked for until the page is full. */
    private java.util.function.Supplier<List<CaseLine>> byName(String name, int offset, int limit) {
        var first = names.alike(name, 0, CANDIDATES);
        return () -> {
            var found = new ArrayList<>(casesOf(first, 0, offset + limit));
            int seen = first.size();
            while (found.size() < offset + limit && seen % CANDIDATES == 0 && seen > 0 && seen < MOST_CANDIDATES) {
                var more = names.alike(name, seen, CANDIDATES);
                if (more.isEmpty()) break;
                seen += more.size();
                found.addAll(casesOf(more, 0, offset + limit - found.size()));
            }
            return found.stream().skip(offset).limit(limit).toList();
        };
    }

    private List<CaseLine> casesOf(List<PersonId> candidates, int offset, int limit) {
        if (candidates.isEmpty()) return List.of();
        var ids = candidates.stream().map(PersonId::value).toArray(UUID[]::new);
        return jdbc.sql(SELECT + """
                        join unnest(cast(? as uuid[])) with ordinality as w(person, place) on w.person = c.person_id
                        order by w.place, c.opened_at desc offset ? limit ?""")
                .param(ids)
                .param(offset)
                .param(limit)
                .query(this::line)
                .list();
    }

    private List<CaseLine> recorded(String by, java.util.function.Supplier<List<CaseLine>> search) {
        return inTransaction(() -> {
            var lines = search.get();
            trail.record(TrailEvent.of("CASES_SEARCHED").with("by=" + by + ",rows=" + lines.size()));
            return lines;
        });
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private CaseLine line(ResultSet row, int number) throws SQLException {
        var person = PersonId.of(row.getObject("person_id", UUID.class));
        return new CaseLine(
                new CaseRef(CaseId.of(row.getObject("id", UUID.class)), person, row.getString("folio")),
                CaseStatus.valueOf(row.getString("status")),
                RiskLevel.valueOf(row.getString("risk_level")),
                persons.initials(person, row.getBytes("wrapped_key"), row.getBytes("sealed")),
                row.getObject("age_at_facts", Integer.class),
                row.getString("locality"),
                row.getString("area_name"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_activity_at", OffsetDateTime.class).toInstant(),
                Arrays.asList((String[]) row.getArray("violence_types").getArray()));
    }

    /** Conditions with their parameters, so that nothing typed becomes part of a statement. */
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        /** @param wide whether the actor holds most cases */
        Where(boolean wide) {
            // joins what the policy asks again for each row, so that a small area does not walk through everybody's
            // cases; who holds them all would only look twice
            conditions.add(wide ? "true" : "c.id in (select g.case_id from held_grant g)");
        }

        void narrow(CaseQuery query) {
            if (!query.status().isEmpty()) {
                add(
                        "c.status = any (?)",
                        query.status().stream().map(Enum::name).toArray(String[]::new));
            }
            if (!query.risk().isEmpty()) {
                add(
                        "c.risk_level = any (?)",
                        query.risk().stream().map(Enum::name).toArray(String[]::new));
            }
            var area = query.area();
            if (area != null) add("c.area_id = ?", area.value());
            var type = query.violenceType();
            if (type != null) add("? = any (c.violence_types)", type);
            var from = query.from();
            if (from != null) add("c.opened_at >= ?", startOf(from));
            var to = query.to();
            if (to != null) add("c.opened_at < ?", startOf(to.plusDays(1)));
            if (query.prosecutorNotTold()) {
                conditions.add("c.prosecutor_notified_at is null and c.status <> 'CLOSED'");
            }
            if (query.graveWithoutAttention()) {
                conditions.add("c.risk_level in ('EXTREME','HIGH') and c.status <> 'CLOSED' and not exists "
                        + "(select from attention t where t.case_id = c.id and t.status = 'ATTENDED')");
            }
        }

        <T> List<T> run(
                JdbcClient jdbc, String select, String order, org.springframework.jdbc.core.RowMapper<T> mapper) {
            return jdbc.sql(select + "where " + String.join(" and ", conditions) + order)
                    .params(parameters)
                    .query(mapper)
                    .list();
        }

        private void add(String condition, Object parameter) {
            conditions.add(condition);
            parameters.add(parameter);
        }

        private static OffsetDateTime startOf(LocalDate day) {
            return day.atStartOfDay(Office.ZONE).toOffsetDateTime();
        }
    }
}
