package mx.gob.jocotepec.cauce.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record of breaches: what, when, how many, why, what was done, and who was told in time. */
@Service
public class Breaches {
    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final RightsRules rules;
    private final ArcoRequests numbers;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    Breaches(
            JdbcClient jdbc,
            Sealer sealer,
            RightsRules rules,
            ArcoRequests numbers,
            CurrentActor actor,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.rules = rules;
        this.numbers = numbers;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public ArcoOutcome record(
            Breach.Kind kind, Instant noticedAt, @Nullable Integer people, boolean sensitive, Breach.Words words) {
        var problems = new HashMap<String, String>();
        if (noticedAt.isAfter(clock.instant())) problems.put("noticed", "future");
        if (people != null && (people < 0 || people > 1_000_000)) problems.put("people", "number");
        if (words.what().isBlank()) problems.put("what", "required");
        if (all(words).anyMatch(word -> word.reveal().length() > LONGEST)) problems.put("what", "tooLong");
        if (!problems.isEmpty()) return new ArcoOutcome.Invalid(problems);
        var id = Ids.next();
        var number = numbers.number("VUL");
        var sealed = sealer.seal(
                place(id),
                new Answers(Map.of(
                                "what", words.what().reveal(),
                                "reason", words.reason().reveal(),
                                "measures", words.measures().reveal(),
                                "advice", words.advice().reveal()))
                        .toJson());
        jdbc.sql("""
                        insert into breach (id, number, kind, noticed_at, recorded_at, recorded_by, people, sensitive, notice_due, wrapped_key, sealed)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(number)
                .param(kind.name())
                .param(noticedAt.atOffset(ZoneOffset.UTC))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(actor.get().staff().value())
                .param(people)
                .param(sensitive)
                .param(rules.due("BREACH_NOTICE", LocalDate.ofInstant(noticedAt, Office.ZONE)))
                .param(sealed.wrappedKey())
                .param(sealed.ciphertext())
                .update();
        trail.record(TrailEvent.of("BREACH_RECORDED").on("BREACH", id).with("kind=" + kind));
        return new ArcoOutcome.Done(id, number);
    }

    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional(readOnly = true)
    public List<Breach> list() {
        return jdbc.sql("select * from breach order by closed_at is not null, noticed_at desc limit 200")
                .query((row, n) -> read(row))
                .list();
    }

    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public boolean done(UUID id, Breach.Step step, int version) {
        var column = switch (step) {
            case PEOPLE_TOLD -> "people_told_at";
            case AUTHORITY_TOLD -> "authority_told_at";
            case CLOSED -> "closed_at";
        };
        int rows = jdbc.sql(
                        "update breach set " + column + " = ?, version = version + 1 where id = ? and version = ? and "
                                + column + " is null and closed_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id, version)
                .update();
        if (rows == 1)
            trail.record(TrailEvent.of("BREACH_MOVED").on("BREACH", id).with("step=" + step));
        return rows == 1;
    }

    private Breach read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var words = Answers.fromJson(
                sealer.open(place(id), new Sealed(row.getBytes("wrapped_key"), row.getBytes("sealed"))));
        return new Breach(
                id,
                row.getString("number"),
                Breach.Kind.valueOf(row.getString("kind")),
                row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
                row.getObject("people", Integer.class),
                row.getBoolean("sensitive"),
                row.getObject("notice_due", LocalDate.class),
                instant(row, "people_told_at"),
                instant(row, "authority_told_at"),
                instant(row, "closed_at"),
                new Breach.Words(
                        word(words, "what"), word(words, "reason"), word(words, "measures"), word(words, "advice")),
                row.getInt("version"));
    }

    private static java.util.stream.Stream<Sensitive> all(Breach.Words words) {
        return java.util.stream.Stream.of(words.what(), words.reason(), words.measures(), words.advice());
    }

    private static Sensitive word(Answers words, String key) {
        return Sensitive.of(words.get(key).orElse(""));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Place place(UUID id) {
        return new Place("breach", id, Compartment.LEGAL);
    }
}
