package mx.gob.jocotepec.cauce.person;

import static mx.gob.jocotepec.cauce.person.SealedParts.Of.PERSON;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.SealBrokenException;
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
    private final JdbcClient jdbc;
    private final SealedParts parts;
    private final BlindIndex blind;
    private final CurrentActor actor;
    private final Clock clock;

    Persons(JdbcClient jdbc, Sealer sealer, BlindIndex blind, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.parts = new SealedParts(PERSON, jdbc, sealer, actor, clock);
        this.blind = blind;
        this.actor = actor;
        this.clock = clock;
    }

    /** Registers a person whose first case is opened in the same transaction. */
    @PreAuthorize("hasAuthority('CASE_REGISTER')")
    @Transactional(propagation = Propagation.MANDATORY)
    public PersonId register(Map<Compartment, Answers> given) {
        var id = PersonId.next();
        jdbc.sql("insert into person (id, curp_index, created_at, created_by) values (?, ?, ?, ?)")
                .param(id.value())
                .param(curpIndex(given.getOrDefault(Compartment.IDENTITY, Answers.NONE)))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(actor.get().staff().value())
                .update();
        var all = new EnumMap<Compartment, Answers>(Compartment.class);
        for (var compartment : List.of(Compartment.IDENTITY, Compartment.CONTACT, Compartment.SOCIAL)) {
            all.put(compartment, given.getOrDefault(compartment, Answers.NONE));
        }
        parts.insert(id.value(), all);
        indexPhones(id, given.getOrDefault(Compartment.CONTACT, Answers.NONE));
        return id;
    }

    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PersonPart> read(PersonId id, Compartment compartment) {
        return parts.read(id.value(), compartment);
    }

    /** Earlier versions of a part, newest first, at most fifty. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PersonPart> past(PersonId id, Compartment compartment) {
        return parts.past(id.value(), compartment);
    }

    /** Stores a changed part when nobody stored another version since {@code version} was read. */
    @PreAuthorize("hasAuthority('CASE_EDIT')")
    @Transactional(propagation = Propagation.MANDATORY)
    public SaveOutcome save(PersonId id, Compartment compartment, Answers answers, int version) {
        var outcome = parts.save(id.value(), compartment, answers, version);
        if (outcome instanceof SaveOutcome.Saved) index(id, compartment, answers);
        return outcome;
    }

    /** Opens a name that a list has read along with its rows. A destroyed key gives no name. */
    public PersonName name(PersonId id, byte @Nullable [] wrappedKey, byte @Nullable [] sealed) {
        return PersonName.of(parts.open(id.value(), Compartment.IDENTITY, wrappedKey, sealed));
    }

    /** For a line among others, which one name that does not open must not take along: it is "?", and the trail knows of it. */
    public String initials(PersonId id, byte @Nullable [] wrappedKey, byte @Nullable [] sealed) {
        try {
            return name(id, wrappedKey, sealed).initials();
        } catch (SealBrokenException e) {
            return "?";
        }
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
        var indexes = phones(contact)
                .map(phone -> blind.of(BlindIndex.Column.PHONE, phone.digits()))
                .toArray(byte[][]::new);
        if (indexes.length == 0) return;
        jdbc.sql("insert into person_phone (person_id, phone_index) select ?, unnest(?) on conflict do nothing")
                .param(id.value())
                .param(indexes)
                .update();
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

    private static List<PersonId> ids(JdbcClient.StatementSpec query) {
        return query.query(Persons::id).list();
    }

    private static PersonId id(ResultSet row, int number) throws SQLException {
        return PersonId.of(row.getObject(1, UUID.class));
    }
}
