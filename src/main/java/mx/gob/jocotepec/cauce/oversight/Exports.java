package mx.gob.jocotepec.cauce.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.oversight.ExportOutcome.Reason;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists as a file, without names. Whoever asks gives a reason; somebody else, of the Dirección, allows it; then it can be taken once
 * within a day. Both prove who they are. The file lies sealed until then and bears on each page who took it out.
 */
@Service
public class Exports {
    private static final Duration TO_DECIDE = Duration.ofDays(3);

    /** What is taken out. */
    public enum Kind {
        CASES,
        REFERRALS
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        ALLOWED,
        NOT_ALLOWED,
        TAKEN,
        EXPIRED
    }

    public record Request(
            UUID id,
            String folio,
            Kind kind,
            LocalDate from,
            LocalDate to,
            int lines,
            String staffName,
            String areaName,
            Instant at,
            Instant expires,
            State state,
            boolean own,
            @Nullable Sensitive reason) {}

    /** A workbook to store under a name that says nothing of anybody. */
    public record ExportFile(String name, byte[] content) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String REQUESTS = """
            select x.id, x.folio, x.kind, x.from_day, x.to_day, x.lines, s.display_name, a.name, x.at, x.expires_at, x.allowed,
              x.taken_at is not null, x.staff_id = actor_staff(), x.reason_key, x.reason
            from export_request x join staff_account s on s.id = x.staff_id join area a on a.id = x.area_id
            """;

    private final JdbcClient jdbc;
    private final ExportLines lines;
    private final Sealer sealer;
    private final FreshFactor fresh;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    Exports(
            JdbcClient jdbc,
            ExportLines lines,
            Sealer sealer,
            FreshFactor fresh,
            CurrentActor actor,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.sealer = sealer;
        this.fresh = fresh;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param from and {@code to}: days of registration or sending, both inclusive */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public ExportOutcome request(Kind kind, LocalDate from, LocalDate to, Sensitive reason) {
        fresh.require();
        var words = reason.reveal().strip();
        if (!Grounds.suffice(reason)) return new ExportOutcome.Refused(Reason.REASON_TOO_SHORT);
        if (to.isBefore(from)) return new ExportOutcome.Refused(Reason.DAYS_REVERSED);
        forget();
        var table = kind == Kind.CASES ? lines.cases(from, to) : lines.referrals(from, to);
        if (table.rows().isEmpty()) return new ExportOutcome.Refused(Reason.NOTHING_THERE);
        if (table.rows().size() > ExportLines.MOST) return new ExportOutcome.Refused(Reason.TOO_MANY);
        var me = actor.get();
        var now = clock.instant();
        var id = Ids.next();
        var folio = "EXP-%d-%05d"
                .formatted(
                        LocalDate.ofInstant(now, Office.ZONE).getYear(),
                        jdbc.sql("select nextval('export_folio')")
                                .query(Long.class)
                                .single());
        var content = ExportWorkbook.write(table, new ExportWorkbook.Mark(me.displayName(), now, folio));
        var file = sealer.seal(place(id, Compartment.FILE), content);
        var why = sealer.sealText(place(id, Compartment.OVERSIGHT), words);
        jdbc.sql("""
                        insert into export_request (id, folio, kind, staff_id, area_id, at, from_day, to_day, lines, persons,
                          reason_key, reason, expires_at, file_key, file)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        folio,
                        kind.name(),
                        me.staff().value(),
                        me.area().value(),
                        now.atOffset(ZoneOffset.UTC),
                        from,
                        to,
                        table.rows().size(),
                        table.persons().toArray(UUID[]::new),
                        why.wrappedKey(),
                        why.ciphertext(),
                        now.plus(TO_DECIDE).atOffset(ZoneOffset.UTC),
                        file.wrappedKey(),
                        file.ciphertext())
                .update();
        trail.record(TrailEvent.of("EXPORT_REQUESTED")
                .on("EXPORT", id)
                .with("folio=" + folio + ",kind=" + kind + ",lines="
                        + table.rows().size()));
        return new ExportOutcome.Requested(folio, table.rows().size());
    }

    /** The actor's own, newest first, at most fifty. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public List<Request> mine() {
        forget();
        return jdbc.sql(REQUESTS + "where x.staff_id = actor_staff() order by x.at desc limit 50")
                .query(this::read)
                .list();
    }

    /** Of others, waiting for the Dirección, oldest first. */
    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional(readOnly = true)
    public List<Request> toDecide() {
        return jdbc.sql(
                        REQUESTS
                                + "where x.decided_at is null and x.expires_at > now() and x.staff_id <> actor_staff() order by x.at limit 50")
                .query(this::read)
                .list();
    }

    /** Says yes or no to what somebody else asked for. @return false for one's own, or what is decided or over */
    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional
    public boolean decide(UUID id, boolean allow) {
        fresh.require();
        boolean decided = jdbc.sql("select decide_export(?, ?)")
                .params(id, allow)
                .query(Boolean.class)
                .single();
        if (decided)
            trail.record(TrailEvent.of("EXPORT_DECIDED").on("EXPORT", id).with("allowed=" + allow));
        return decided;
    }

    /** The file, once. Empty when it was not allowed, was taken, is too old, or holds somebody the actor is kept away from by now. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public Optional<ExportFile> take(UUID id) {
        fresh.require();
        record Taken(String folio, byte[] key, byte[] file) {}
        var taken = jdbc.sql("select * from take_export(?)")
                .param(id)
                .query((row, n) -> new Taken(row.getString(1), row.getBytes(2), row.getBytes(3)))
                .optional();
        var event = TrailEvent.of("EXPORT_TAKEN").on("EXPORT", id);
        if (taken.isEmpty()) {
            trail.denied(event);
            return Optional.empty();
        }
        trail.record(event.with("folio=" + taken.get().folio));
        var content = sealer.open(place(id, Compartment.FILE), new Sealed(taken.get().key, taken.get().file));
        return Optional.of(new ExportFile(taken.get().folio + ".xlsx", content));
    }

    private void forget() {
        jdbc.sql("select forget_exports()").query((row, n) -> "").list();
    }

    private Request read(ResultSet row, int number) throws SQLException {
        var id = row.getObject(1, UUID.class);
        var expires = row.getObject(10, OffsetDateTime.class).toInstant();
        var key = row.getBytes(14);
        var reason = row.getBytes(15);
        return new Request(
                id,
                row.getString(2),
                Kind.valueOf(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                expires,
                state(row.getObject(11, Boolean.class), row.getBoolean(12), expires),
                row.getBoolean(13),
                key == null || reason == null
                        ? null
                        : Sensitive.of(sealer.openText(place(id, Compartment.OVERSIGHT), new Sealed(key, reason))));
    }

    private State state(@Nullable Boolean allowed, boolean taken, Instant expires) {
        if (taken) return State.TAKEN;
        if (Boolean.FALSE.equals(allowed)) return State.NOT_ALLOWED;
        if (!expires.isAfter(clock.instant())) return State.EXPIRED;
        return allowed == null ? State.WAITING : State.ALLOWED;
    }

    private static Place place(UUID id, Compartment compartment) {
        return new Place("export_request", id, compartment);
    }
}
