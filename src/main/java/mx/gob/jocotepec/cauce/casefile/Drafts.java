package mx.gob.jocotepec.cauce.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
    public record Draft(UUID id, Answers answers, Instant updatedAt) {}

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
                .query((row, n) -> read(row))
                .optional();
    }

    /** Puts the draft of something new aside, for another to be begun; it keeps what it holds and is its own subject from then on. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public void setAside(String kind) {
        jdbc.sql("update draft set subject = id where kind = ? and subject is null")
                .param(kind)
                .update();
    }

    /** Those of something new that were put aside, the latest first. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(readOnly = true)
    public List<Draft> aside(String kind) {
        return jdbc.sql("""
                        select id, wrapped_key, sealed, updated_at from draft
                        where kind = ? and subject = id order by updated_at desc limit 20""").param(kind).query((row, n) -> read(row)).list();
    }

    /** Goes on with one that was put aside, and puts the present one aside in its place. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional
    public void takeUp(String kind, UUID id) {
        setAside(kind);
        jdbc.sql("update draft set subject = null where kind = ? and id = ? and subject = id")
                .params(kind, id)
                .update();
    }

    private Draft read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var sealed = new Sealed(row.getBytes("wrapped_key"), row.getBytes("sealed"));
        return new Draft(
                id,
                Answers.fromJson(sealer.open(place(id), sealed)),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
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
