package mx.gob.jocotepec.cauce.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.person.PersonPart;
import mx.gob.jocotepec.cauce.person.SaveOutcome;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sealed compartments that belong to a case rather than to the person. */
@Component
class CaseParts {
    static final Set<Compartment> OF_CASE =
            Set.of(Compartment.FACTS, Compartment.AGGRESSOR, Compartment.CLINICAL, Compartment.LEGAL);

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final CurrentActor actor;
    private final Clock clock;

    CaseParts(JdbcClient jdbc, Sealer sealer, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.actor = actor;
        this.clock = clock;
    }

    void insert(CaseId id, Compartment compartment, Answers answers) {
        var sealed = sealer.seal(place(id, compartment), answers.toJson());
        jdbc.sql("""
                        insert into case_part (case_id, compartment, wrapped_key, sealed, updated_at, updated_by)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        compartment.name(),
                        sealed.wrappedKey(),
                        sealed.ciphertext(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.get().staff().value())
                .update();
    }

    Optional<PersonPart> read(CaseId id, Compartment compartment) {
        return select(id, compartment, "from case_part where case_id = ? and compartment = ?").stream()
                .findFirst();
    }

    List<PersonPart> past(CaseId id, Compartment compartment) {
        return select(
                id,
                compartment,
                "from case_part_past where case_id = ? and compartment = ? order by version desc limit 50");
    }

    SaveOutcome save(CaseId id, Compartment compartment, Answers answers, int version) {
        record Stored(byte[] wrappedKey, byte[] sealed, int version) {}
        var found = jdbc.sql(
                        "select wrapped_key, sealed, version from case_part where case_id = ? and compartment = ? for update")
                .params(id.value(), compartment.name())
                .query((row, n) -> new Stored(row.getBytes(1), row.getBytes(2), row.getInt(3)))
                .optional();
        if (found.isEmpty()) return new SaveOutcome.NotFound();
        var stored = found.get();
        var place = place(id, compartment);
        if (stored.version != version) {
            var current = sealer.open(place, new Sealed(stored.wrappedKey, stored.sealed));
            return new SaveOutcome.Changed(Answers.fromJson(current), stored.version);
        }
        jdbc.sql("""
                        update case_part set sealed = ?, version = version + 1, updated_at = ?, updated_by = ?
                        where case_id = ? and compartment = ?""")
                .params(
                        sealer.sealAgain(place, stored.wrappedKey, answers.toJson()),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.get().staff().value(),
                        id.value(),
                        compartment.name())
                .update();
        return new SaveOutcome.Saved(version + 1);
    }

    private List<PersonPart> select(CaseId id, Compartment compartment, String from) {
        return jdbc.sql("select wrapped_key, sealed, version, updated_at " + from)
                .params(id.value(), compartment.name())
                .query((row, n) -> {
                    var wrapped = row.getBytes(1);
                    var sealed = row.getBytes(2);
                    var answers = wrapped == null || sealed == null
                            ? Answers.NONE
                            : Answers.fromJson(sealer.open(place(id, compartment), new Sealed(wrapped, sealed)));
                    return new PersonPart(
                            answers,
                            row.getInt(3),
                            row.getObject(4, OffsetDateTime.class).toInstant());
                })
                .list();
    }

    static Place place(CaseId id, Compartment compartment) {
        return new Place("case_part", id.value(), compartment);
    }
}
