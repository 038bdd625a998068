package mx.gob.jocotepec.cauce.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sealed parts of a person or of a case: two tables of the same shape, each with its earlier versions beside it. Row security decides
 * who gets a row; the services that make one of these ask for the right, hold the transaction and write the trail.
 */
public final class SealedParts {
    /** To whom a part belongs. */
    public enum Of {
        PERSON("person_part", "person_id"),
        CASE("case_part", "case_id");

        private final String table;
        private final String owner;

        Of(String table, String owner) {
            this.table = table;
            this.owner = owner;
        }

        public Place place(UUID id, Compartment compartment) {
            return new Place(table, id, compartment);
        }
    }

    private final Of of;
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final CurrentActor actor;
    private final Clock clock;

    public SealedParts(Of of, JdbcClient jdbc, Sealer sealer, CurrentActor actor, Clock clock) {
        this.of = of;
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.actor = actor;
        this.clock = clock;
    }

    /** Stores the first version of these parts, all in one statement. */
    public void insert(UUID id, Map<Compartment, Answers> parts) {
        var compartments = parts.keySet().toArray(Compartment[]::new);
        var names = new String[compartments.length];
        var keys = new byte[compartments.length][];
        var texts = new byte[compartments.length][];
        for (int i = 0; i < compartments.length; i++) {
            var sealed = sealer.seal(
                    of.place(id, compartments[i]),
                    parts.getOrDefault(compartments[i], Answers.NONE).toJson());
            names[i] = compartments[i].name();
            keys[i] = sealed.wrappedKey();
            texts[i] = sealed.ciphertext();
        }
        jdbc.sql("""
                        insert into %s (%s, compartment, wrapped_key, sealed, updated_at, updated_by)
                        select ?, p.compartment, p.wrapped_key, p.sealed, ?, ?
                        from unnest(?, ?, ?) as p (compartment, wrapped_key, sealed)""".formatted(of.table, of.owner))
                .param(id)
                .param(now())
                .param(actor.get().staff().value())
                .param(names)
                .param(keys)
                .param(texts)
                .update();
    }

    /** Empty when it is out of reach. */
    public Optional<PersonPart> read(UUID id, Compartment compartment) {
        return select(id, compartment, "from %s where %s = ? and compartment = ?").stream()
                .findFirst();
    }

    /** Earlier versions, newest first, at most fifty. */
    public List<PersonPart> past(UUID id, Compartment compartment) {
        return select(id, compartment, "from %s_past where %s = ? and compartment = ? order by version desc limit 50");
    }

    /** Stores a changed part when nobody stored another version since {@code version} was read. */
    public SaveOutcome save(UUID id, Compartment compartment, Answers answers, int version) {
        record Stored(byte[] wrappedKey, byte[] sealed, int version) {}
        var where = "%s where %s = ? and compartment = ?".formatted(of.table, of.owner);
        var found = jdbc.sql("select wrapped_key, sealed, version from " + where + " for update")
                .params(id, compartment.name())
                .query((row, n) -> new Stored(row.getBytes(1), row.getBytes(2), row.getInt(3)))
                .optional();
        if (found.isEmpty()) return new SaveOutcome.NotFound();
        var stored = found.get();
        if (stored.version != version) {
            return new SaveOutcome.Changed(open(id, compartment, stored.wrappedKey, stored.sealed), stored.version);
        }
        jdbc.sql("""
                        update %s set sealed = ?, version = version + 1, updated_at = ?, updated_by = ?
                        where %s = ? and compartment = ?""".formatted(of.table, of.owner))
                .params(
                        sealer.sealAgain(of.place(id, compartment), stored.wrappedKey, answers.toJson()),
                        now(),
                        actor.get().staff().value(),
                        id,
                        compartment.name())
                .update();
        return new SaveOutcome.Saved(version + 1);
    }

    /** A destroyed key opens nothing. */
    Answers open(UUID id, Compartment compartment, byte @Nullable [] wrappedKey, byte @Nullable [] sealed) {
        if (wrappedKey == null || sealed == null) return Answers.NONE;
        return Answers.fromJson(sealer.open(of.place(id, compartment), new Sealed(wrappedKey, sealed)));
    }

    private List<PersonPart> select(UUID id, Compartment compartment, String from) {
        return jdbc.sql("select wrapped_key, sealed, version, updated_at " + from.formatted(of.table, of.owner))
                .params(id, compartment.name())
                .query((row, n) -> part(id, compartment, row))
                .list();
    }

    private PersonPart part(UUID id, Compartment compartment, ResultSet row) throws SQLException {
        return new PersonPart(
                open(id, compartment, row.getBytes(1), row.getBytes(2)),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
