package mx.gob.jocotepec.cauce.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody is still typing: sealed, her own, kept until it is stored or thrown away. One for each form and subject. */
@Service
public class Drafts {
    /** A draft as it was last kept. */
    public record Draft(Answers answers, Instant updatedAt) {}

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final CurrentActor actor;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Sealer sealer, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param kind the form, such as {@code case.new}
     * @param subject what it is about; null for something new
     * @return when it was kept
     */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public Instant save(String kind, @Nullable UUID subject, Answers answers) {
        var now = clock.instant();
        var known = id(kind, subject);
        var id = known.orElseGet(Ids::next);
        var sealed = sealer.seal(place(id), answers.toJson());
        if (known.isPresent()) {
            jdbc.sql("update draft set wrapped_key = ?, sealed = ?, updated_at = ? where id = ?")
                    .params(sealed.wrappedKey(), sealed.ciphertext(), now.atOffset(ZoneOffset.UTC), id)
                    .update();
        } else {
            jdbc.sql(
                            "insert into draft (id, staff_id, kind, subject, wrapped_key, sealed, updated_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .param(id)
                    .param(actor.get().staff().value())
                    .param(kind)
                    .param(subject)
                    .param(sealed.wrappedKey())
                    .param(sealed.ciphertext())
                    .param(now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return now;
    }

    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public Optional<Draft> find(String kind, @Nullable UUID subject) {
        return jdbc.sql("""
                        select id, wrapped_key, sealed, updated_at from draft
                        where kind = ? and subject is not distinct from cast(? as uuid) order by updated_at desc limit 1""")
                .param(kind)
                .param(subject)
                .query((row, n) -> new Draft(
                        Answers.fromJson(sealer.open(
                                place(row.getObject("id", UUID.class)),
                                new Sealed(row.getBytes("wrapped_key"), row.getBytes("sealed")))),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public void discard(String kind, @Nullable UUID subject) {
        jdbc.sql("delete from draft where kind = ? and subject is not distinct from cast(? as uuid)")
                .param(kind)
                .param(subject)
                .update();
    }

    private Optional<UUID> id(String kind, @Nullable UUID subject) {
        return jdbc.sql("select id from draft where kind = ? and subject is not distinct from cast(? as uuid) limit 1")
                .param(kind)
                .param(subject)
                .query(UUID.class)
                .optional();
    }

    private static Place place(UUID id) {
        return new Place("draft", id, Compartment.DRAFT);
    }
}
