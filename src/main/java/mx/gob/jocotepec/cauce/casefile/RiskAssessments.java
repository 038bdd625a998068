package mx.gob.jocotepec.cauce.casefile;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assessments of risk, each kept as it was made. The last one gives the case its level. */
@Service
public class RiskAssessments {
    /** Field under which a reason is kept among the answers. */
    public static final String REASON = "reason";

    public record Assessment(
            UUID id,
            Instant at,
            String byName,
            int score,
            int answered,
            boolean critical,
            RiskInstrument.Suggestion suggested,
            RiskLevel level,
            Instant nextDue) {}

    /** What became of an assessment. */
    public sealed interface Outcome {
        record Assessed(RiskLevel level, Instant nextDue) implements Outcome {}

        /** Lower than suggested, without a written reason. */
        record ReasonMissing() implements Outcome {}

        /** Too few answers and no level chosen. */
        record LevelMissing() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    private final JdbcClient jdbc;
    private final CaseFileRepository files;
    private final EntityManager entities;
    private final CaseEvents events;
    private final Sealer sealer;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    RiskAssessments(
            JdbcClient jdbc,
            CaseFileRepository files,
            EntityManager entities,
            CaseEvents events,
            Sealer sealer,
            CurrentActor actor,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.entities = entities;
        this.events = events;
        this.sealer = sealer;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param level chosen by the person who assesses: raised freely, lowered only with {@link #REASON} */
    @PreAuthorize("hasAuthority('RISK_ASSESS')")
    @Transactional
    public Outcome assess(CaseRef ref, Answers answers, RiskLevel level) {
        var file = files.findToChange(ref.id().value());
        if (file.isEmpty() || file.get().status() == CaseStatus.CLOSED) return new Outcome.NotFound();
        if (level == RiskLevel.NONE) return new Outcome.LevelMissing();
        var score = RiskInstrument.score(answers);
        if (isLower(level, score.suggestion()) && answers.known(REASON).isEmpty()) return new Outcome.ReasonMissing();
        var now = clock.instant();
        var due = now.plus(level.reassessedAfter());
        var id = Ids.next();
        var sealed = sealer.seal(place(id), answers.toJson());
        jdbc.sql("""
                        insert into risk_assessment (id, case_id, person_id, at, assessed_by, instrument, score, answered, critical, suggested,
                          level, next_due_at, wrapped_key, sealed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        ref.id().value(),
                        ref.person().value(),
                        now.atOffset(ZoneOffset.UTC),
                        actor.get().staff().value(),
                        RiskInstrument.VERSION,
                        score.sum(),
                        score.answered(),
                        score.critical(),
                        score.suggestion().name(),
                        level.name(),
                        due.atOffset(ZoneOffset.UTC),
                        sealed.wrappedKey(),
                        sealed.ciphertext())
                .update();
        file.get().risk(level, now);
        entities.flush();
        trail.record(
                TrailEvent.of("RISK_ASSESSED").inCase(ref.id(), ref.person()).with("level=" + level));
        events.tell(ref, "RISK_ASSESSED", level.name(), id);
        return new Outcome.Assessed(level, due);
    }

    /** Newest first, at most fifty. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public List<Assessment> of(CaseRef ref) {
        return jdbc.sql("""
                        select r.id, r.at, s.display_name, r.score, r.answered, r.critical, r.suggested, r.level, r.next_due_at
                        from risk_assessment r join staff_account s on s.id = r.assessed_by
                        where r.case_id = ? order by r.at desc limit 50""")
                .param(ref.id().value())
                .query((row, n) -> new Assessment(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6),
                        RiskInstrument.Suggestion.valueOf(row.getString(7)),
                        RiskLevel.valueOf(row.getString(8)),
                        row.getObject(9, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The answers of one assessment; the reading stands in the trail. Empty when out of reach. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public Answers read(CaseRef ref, UUID assessment) {
        trail.record(TrailEvent.of("RISK_READ").on("RISK", assessment).inCase(ref.id(), ref.person()));
        return jdbc.sql(
                        "select wrapped_key, sealed from risk_assessment where id = ? and case_id = ? and sealed is not null")
                .params(assessment, ref.id().value())
                .query((row, n) ->
                        Answers.fromJson(sealer.open(place(assessment), new Sealed(row.getBytes(1), row.getBytes(2)))))
                .optional()
                .orElse(Answers.NONE);
    }

    private static boolean isLower(RiskLevel chosen, RiskInstrument.Suggestion suggested) {
        return suggested != RiskInstrument.Suggestion.INSUFFICIENT
                && chosen.compareTo(RiskLevel.valueOf(suggested.name())) > 0;
    }

    private static Place place(UUID id) {
        return new Place("risk_assessment", id, Compartment.FACTS);
    }
}
