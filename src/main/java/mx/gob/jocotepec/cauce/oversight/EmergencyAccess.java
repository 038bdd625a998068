package mx.gob.jocotepec.cauce.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.oversight.EmergencyOutcome.Reason;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case of another area for four hours, to read, when there is no time to ask. The Dirección and the area that holds it are told
 * at once, and the Dirección closes each with a result. It never passes a wall.
 */
@Service
public class EmergencyAccess {
    private static final int LONGEST = 2_000;

    /** What the Dirección finds. */
    public enum Result {
        JUSTIFIED,
        NOT_JUSTIFIED
    }

    /**
     * One use of it.
     *
     * @param reason in the words of who opened it; null where the actor is neither the Dirección nor who wrote it
     */
    public record Use(
            UUID id,
            CaseRef ref,
            String staffName,
            String areaName,
            Instant at,
            Instant until,
            @Nullable Sensitive reason,
            @Nullable Result result,
            boolean seen,
            boolean own) {}

    private static final String FROM = """
            from break_glass b join case_file c on c.id = b.case_id join staff_account s on s.id = b.staff_id join area a on a.id = b.area_id
            """;
    private static final String USES = """
            select b.id, b.case_id, b.person_id, c.folio, s.display_name, a.name, b.at, b.until_at, b.result, b.seen_at is not null,
              b.staff_id = actor_staff(), b.wrapped_key, b.sealed, actor_has('DIRECTION')
            """ + FROM;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final BlindIndex blind;
    private final FreshFactor fresh;
    private final AuditTrail trail;
    private final Clock clock;

    EmergencyAccess(
            JdbcClient jdbc, Sealer sealer, BlindIndex blind, FreshFactor fresh, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.blind = blind;
        this.fresh = fresh;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param sought a folio, or its number alone for one of this year, or a CURP @param reason at least five words, for the Dirección to judge */
    @PreAuthorize("hasAuthority('EMERGENCY_OPEN')")
    @Transactional
    public EmergencyOutcome open(Sensitive sought, Sensitive reason) {
        fresh.require();
        var words = reason.reveal().strip();
        if (!Grounds.suffice(reason) || words.length() > LONGEST) {
            return new EmergencyOutcome.Refused(Reason.REASON_TOO_SHORT);
        }
        var folio = Folio.parse(
                sought.reveal(), LocalDate.now(clock.withZone(Office.ZONE)).getYear());
        var curp = Curp.parse(sought.reveal()) instanceof Curp.Valid(var valid) && !valid.isGeneric()
                ? Optional.of(valid)
                : Optional.<Curp>empty();
        if (folio.isEmpty() && curp.isEmpty()) return new EmergencyOutcome.Refused(Reason.NEITHER_FOLIO_NOR_CURP);
        var by = folio.isPresent() ? "FOLIO" : "CURP";
        var id = Ids.next();
        var sealed = sealer.sealText(place(id), words);
        var answer = jdbc.sql("select * from break_glass(?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(by)
                .param(folio.map(Folio::toString).orElse(null))
                .param(curp.map(value -> blind.of(BlindIndex.Column.CURP, value.value()))
                        .orElse(null))
                .param(sealed.wrappedKey())
                .param(sealed.ciphertext())
                .query(EmergencyAccess::answer)
                .single();
        // a CURP is not a key: what was sought stays out of the trail, a folio says nothing about anybody
        var key = "by=" + by + folio.map(value -> ",folio=" + value).orElse("");
        switch (answer) {
            case EmergencyOutcome.Opened(var ref, var until) ->
                trail.record(TrailEvent.of("EMERGENCY_OPENED")
                        .on("EMERGENCY", id)
                        .inCase(ref.id(), ref.person())
                        .with(key));
            case EmergencyOutcome.Held(var ref) -> {}
            case EmergencyOutcome.Refused(var why) ->
                trail.denied(TrailEvent.of("EMERGENCY_OPENED").with(key + ",why=" + why));
        }
        return answer;
    }

    /** Those that the Dirección has to close, the oldest first. */
    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional(readOnly = true)
    public List<Use> toReview() {
        return jdbc.sql(USES + "where b.closed_at is null order by b.at limit 200")
                .query(this::use)
                .list();
    }

    /** Of cases of the actor's area, by others, not yet looked at. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public List<Use> unseen() {
        return jdbc.sql(
                        USES
                                + "where b.seen_at is null and b.holder_area = actor_area() and b.staff_id <> actor_staff() order by b.at limit 200")
                .query(this::use)
                .list();
    }

    /** The actor's own use of this case that is still running. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public Optional<Use> running(CaseRef ref) {
        return jdbc.sql(
                        USES
                                + "where b.case_id = ? and b.staff_id = actor_staff() and b.until_at > now() and b.closed_at is null order by b.at desc limit 1")
                .param(ref.id().value())
                .query(this::use)
                .optional();
    }

    /** What waits for the actor: to close for the Dirección, to look at for an area. */
    public record Waiting(int toClose, int toSee) {}

    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public Waiting waiting() {
        return jdbc.sql("""
                        select count(*) filter (where b.closed_at is null and actor_has('DIRECTION') and b.staff_id <> actor_staff()),
                          count(*) filter (where b.seen_at is null and b.holder_area = actor_area() and b.staff_id <> actor_staff())
                        """ + FROM + "where b.closed_at is null or b.seen_at is null")
                .query((row, n) -> new Waiting(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** Closes the review, and the access if it still runs. @return false for one's own or what is closed already */
    @PreAuthorize("hasAuthority('ACCESS_REVIEW')")
    @Transactional
    public boolean close(Use use, Result result, Sensitive answer) {
        var wrapped = jdbc.sql("select wrapped_key from break_glass where id = ?")
                .param(use.id())
                .query(byte[].class)
                .optional();
        if (wrapped.isEmpty()) return false;
        var sealed = sealer.sealAgain(
                place(use.id()),
                wrapped.get(),
                answer.reveal().strip().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        boolean closed = jdbc.sql("select close_break_glass(?, ?, ?)")
                .params(use.id(), result.name(), sealed)
                .query(Boolean.class)
                .single();
        if (closed) {
            trail.record(TrailEvent.of("EMERGENCY_REVIEWED")
                    .on("EMERGENCY", use.id())
                    .inCase(use.ref().id(), use.ref().person())
                    .with("result=" + result));
        }
        return closed;
    }

    /** The area that holds the case has taken note. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public boolean seen(Use use) {
        boolean seen = jdbc.sql("select see_break_glass(?)")
                .param(use.id())
                .query(Boolean.class)
                .single();
        if (seen) {
            trail.record(TrailEvent.of("EMERGENCY_SEEN")
                    .on("EMERGENCY", use.id())
                    .inCase(use.ref().id(), use.ref().person()));
        }
        return seen;
    }

    private Use use(ResultSet row, int number) throws SQLException {
        var id = row.getObject(1, UUID.class);
        var result = row.getString(9);
        boolean own = row.getBoolean(11);
        var wrapped = row.getBytes(12);
        var sealed = row.getBytes(13);
        boolean mayRead = (own || row.getBoolean(14)) && wrapped != null && sealed != null;
        return new Use(
                id,
                ref(row, 2),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                mayRead ? Sensitive.of(sealer.openText(place(id), new Sealed(wrapped, sealed))) : null,
                result == null ? null : Result.valueOf(result),
                row.getBoolean(10),
                own);
    }

    private static EmergencyOutcome answer(ResultSet row, int number) throws SQLException {
        return switch (row.getString(1)) {
            case "OPENED" ->
                new EmergencyOutcome.Opened(
                        ref(row, 2), row.getObject(5, OffsetDateTime.class).toInstant());
            case "HELD" -> new EmergencyOutcome.Held(ref(row, 2));
            case "TOO_MANY" -> new EmergencyOutcome.Refused(Reason.TOO_MANY);
            default -> new EmergencyOutcome.Refused(Reason.NOTHING);
        };
    }

    private static CaseRef ref(ResultSet row, int first) throws SQLException {
        return new CaseRef(
                CaseId.of(row.getObject(first, UUID.class)),
                PersonId.of(row.getObject(first + 1, UUID.class)),
                row.getString(first + 2));
    }

    private static Place place(UUID id) {
        return new Place("break_glass", id, Compartment.OVERSIGHT);
    }
}
