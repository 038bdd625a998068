package mx.gob.jocotepec.cauce.rights;

import java.time.Clock;
import java.time.Instant;
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
import mx.gob.jocotepec.cauce.files.FileCheck;
import mx.gob.jocotepec.cauce.files.FileVerdict;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents of ARCO requests, sealed: what she brought, what was answered. Given out as a download only. */
@Service
public class RightsDocuments {
    public record Document(UUID id, String mediaType, int size, Instant addedAt) {}

    /** @param fileName of the request's number, whatever the file was called */
    @SuppressWarnings("ArrayRecordComponent")
    public record Opened(String fileName, byte[] content) {
        @Override
        public String toString() {
            return "Opened";
        }
    }

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final FileCheck check;
    private final ArcoRequests requests;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    RightsDocuments(
            JdbcClient jdbc,
            Sealer sealer,
            FileCheck check,
            ArcoRequests requests,
            CurrentActor actor,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.check = check;
        this.requests = requests;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** @return why it was not kept; empty when it was */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public Optional<FileVerdict.Reason> keep(UUID request, byte[] content) {
        var row = requests.find(request);
        if (row == null) return Optional.of(FileVerdict.Reason.OTHER_TYPE);
        return switch (check.check(content)) {
            case FileVerdict.Refused(var reason) -> {
                trail.refused(
                        event("RIGHTS_DOCUMENT_ADDED", request, row.about()).with("reason=" + reason));
                yield Optional.of(reason);
            }
            case FileVerdict.Accepted accepted -> {
                insert(request, row.about(), accepted.mediaType(), content);
                yield Optional.empty();
            }
        };
    }

    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional(readOnly = true)
    public List<Document> of(UUID request) {
        return jdbc.sql(
                        "select id, media_type, size, added_at from rights_document where request_id = ? and wrapped_key is not null order by added_at")
                .param(request)
                .query((row, n) -> new Document(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getInt(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public Optional<Opened> open(UUID document) {
        var row = jdbc.sql("""
                        select d.request_id, d.case_id, d.person_id, d.media_type, d.wrapped_key, d.sealed, r.number
                        from rights_document d join rights_request r on r.id = d.request_id where d.id = ? and d.wrapped_key is not null""")
                .param(document)
                .query((found, n) -> new Row(
                        found.getObject(1, UUID.class),
                        About.of(found.getObject(2, UUID.class), found.getObject(3, UUID.class)),
                        found.getString(7) + "." + new FileVerdict.Accepted(found.getString(4)).extension(),
                        new Sealed(found.getBytes(5), found.getBytes(6))))
                .optional();
        row.ifPresent(found -> trail.record(event("RIGHTS_DOCUMENT_READ", found.request(), found.about())));
        return row.map(found -> new Opened(found.name(), sealer.open(place(document), found.sealed())));
    }

    private void insert(UUID request, @Nullable About about, String type, byte[] content) {
        var id = Ids.next();
        var sealed = sealer.seal(place(id), content);
        jdbc.sql("""
                        insert into rights_document (id, request_id, case_id, person_id, media_type, size, wrapped_key, sealed, added_at, added_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(request)
                .param(about == null ? null : about.caseId())
                .param(about == null ? null : about.person())
                .param(type)
                .param(content.length)
                .param(sealed.wrappedKey())
                .param(sealed.ciphertext())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(actor.get().staff().value())
                .update();
        trail.record(event("RIGHTS_DOCUMENT_ADDED", request, about).with("size=" + content.length));
    }

    private static TrailEvent event(String what, UUID request, @Nullable About about) {
        var event = TrailEvent.of(what).on("RIGHTS_REQUEST", request);
        return about == null ? event : event.inCase(about.ref(), about.personRef());
    }

    private static Place place(UUID id) {
        return new Place("rights_document", id, Compartment.FILE);
    }

    private record Row(UUID request, @Nullable About about, String name, Sealed sealed) {}
}
