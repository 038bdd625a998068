package mx.gob.jocotepec.cauce.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.PhoneNumber;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The women attended. Every part lies sealed; whoever may not open it does not get the row. Callers record the reading in the trail,
 * for they know in which case it happens.
 */
@Service
public class Persons {
    private static final String TABLE = "person_part";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final BlindIndex blind;
    private final CurrentActor actor;
    private final Clock clock;

    Persons(JdbcClient jdbc, Sealer sealer, BlindIndex blind, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.blind = blind;
        this.actor = actor;
        this.clock = clock;
    }

    /** Registers a person whose first case is opened in the same transaction. */
    @PreAuthorize("hasAuthority('CASE_REGISTER')")
    @Transactional(propagation = Propagation.MANDATORY)
    public PersonId register(Map<Compartment, Answers> parts) {
        var id = PersonId.next();
        var staff = actor.get().staff().value();
        jdbc.sql("insert into person (id, curp_index, created_at, created_by) values (?, ?, ?, ?)")
                .param(id.value())
                .param(curpIndex(parts.getOrDefault(Compartment.IDENTITY, Answers.NONE)))
                .param(at(clock.instant()))
                .param(staff)
                .update();
        for (var compartment : List.of(Compartment.IDENTITY, Compartment.CONTACT, Compartment.SOCIAL)) {
            insert(id, compartment, parts.getOrDefault(compartment, Answers.NONE));
        }
        return id;
    }

    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PersonPart> read(PersonId id, Compartment compartment) {
        return jdbc.sql(
                        "select wrapped_key, sealed, version, updated_at from person_part where person_id = ? and compartment = ?")
                .params(id.value(), compartment.name())
                .query((row, n) -> new PersonPart(
                        open(id, compartment, row.getBytes("wrapped_key"), row.getBytes("sealed")),
                        row.getInt("version"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Earlier versions of a part, newest first, at most fifty. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PersonPart> past(PersonId id, Compartment compartment) {
        return jdbc.sql("""
                        select wrapped_key, sealed, version, updated_at from person_part_past
                        where person_id = ? and compartment = ? order by version desc limit 50""")
                .params(id.value(), compartment.name())
                .query((row, n) -> new PersonPart(
                        open(id, compartment, row.getBytes("wrapped_key"), row.getBytes("sealed")),
                        row.getInt("version"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Stores a changed part when nobody stored another version since {@code version} was read. */
    @PreAuthorize("hasAuthority('CASE_EDIT')")
    @Transactional(propagation = Propagation.MANDATORY)
    public SaveOutcome save(PersonId id, Compartment compartment, Answers answers, int version) {
        var place = place(id, compartment);
        var found = jdbc.sql(
                        "select wrapped_key, sealed, version from person_part where person_id = ? and compartment = ? for update")
                .params(id.value(), compartment.name())
                .query((row, n) ->
                        new Stored(row.getBytes("wrapped_key"), row.getBytes("sealed"), row.getInt("version")))
                .optional();
        if (found.isEmpty()) return new SaveOutcome.NotFound();
        var stored = found.get();
        if (stored.version != version) {
            return new SaveOutcome.Changed(open(id, compartment, stored.wrappedKey, stored.sealed), stored.version);
        }
        jdbc.sql("""
                        update person_part set sealed = ?, version = version + 1, updated_at = ?, updated_by = ?
                        where person_id = ? and compartment = ?""")
                .params(
                        sealer.sealAgain(place, stored.wrappedKey, answers.toJson()),
                        at(clock.instant()),
                        actor.get().staff().value(),
                        id.value(),
                        compartment.name())
                .update();
        index(id, compartment, answers);
        return new SaveOutcome.Saved(version + 1);
    }

    /** Opens a name that a list has read along with its rows. A destroyed key gives no name. */
    public PersonName name(PersonId id, byte @Nullable [] wrappedKey, byte @Nullable [] sealed) {
        return PersonName.of(open(id, Compartment.IDENTITY, wrappedKey, sealed));
    }

    /** Persons within reach with this CURP. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PersonId> withCurp(Curp curp) {
        return ids(jdbc.sql("select id from person where curp_index = ? limit 50")
                .param(blind.of(BlindIndex.Column.CURP, curp.value())));
    }

    /** Persons within reach with this telephone. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PersonId> withPhone(PhoneNumber phone) {
        return ids(jdbc.sql("select person_id from person_phone where phone_index = ? limit 50")
                .param(blind.of(BlindIndex.Column.PHONE, phone.digits())));
    }

    private void insert(PersonId id, Compartment compartment, Answers answers) {
        var sealed = sealer.seal(place(id, compartment), answers.toJson());
        jdbc.sql("""
                        insert into person_part (person_id, compartment, wrapped_key, sealed, updated_at, updated_by)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        compartment.name(),
                        sealed.wrappedKey(),
                        sealed.ciphertext(),
                        at(clock.instant()),
                        actor.get().staff().value())
                .update();
        if (compartment == Compartment.CONTACT) indexPhones(id, answers);
    }

    private void index(PersonId id, Compartment compartment, Answers answers) {
        switch (compartment) {
            case IDENTITY ->
                jdbc.sql("update person set curp_index = ?, version = version + 1 where id = ?")
                        .param(curpIndex(answers))
                        .param(id.value())
                        .update();
            case CONTACT -> {
                jdbc.sql("delete from person_phone where person_id = ?")
                        .param(id.value())
                        .update();
                indexPhones(id, answers);
            }
            default -> {}
        }
    }

    private void indexPhones(PersonId id, Answers contact) {
        phones(contact)
                .forEach(phone -> jdbc.sql(
                                "insert into person_phone (person_id, phone_index) values (?, ?) on conflict do nothing")
                        .params(id.value(), blind.of(BlindIndex.Column.PHONE, phone.digits()))
                        .update());
    }

    static Stream<PhoneNumber> phones(Answers contact) {
        return Stream.of("phone", "phone2")
                .flatMap(key -> contact.known(key).stream())
                .flatMap(text -> PhoneNumber.parse(text).stream())
                .distinct();
    }

    private byte @Nullable [] curpIndex(Answers identity) {
        return identity.known("curp")
                .map(Curp::parse)
                .map(result -> result instanceof Curp.Valid(var curp) && !curp.isGeneric() ? curp : null)
                .map(curp -> blind.of(BlindIndex.Column.CURP, curp.value()))
                .orElse(null);
    }

    private Answers open(PersonId id, Compartment compartment, byte @Nullable [] wrappedKey, byte @Nullable [] sealed) {
        if (wrappedKey == null || sealed == null) return Answers.NONE;
        return Answers.fromJson(sealer.open(place(id, compartment), new Sealed(wrappedKey, sealed)));
    }

    private static List<PersonId> ids(JdbcClient.StatementSpec query) {
        return query.query(Persons::id).list();
    }

    private static PersonId id(ResultSet row, int number) throws SQLException {
        return PersonId.of(row.getObject(1, UUID.class));
    }

    static Place place(PersonId id, Compartment compartment) {
        return new Place(TABLE, id.value(), compartment);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Stored(byte[] wrappedKey, byte[] sealed, int version) {}
}
