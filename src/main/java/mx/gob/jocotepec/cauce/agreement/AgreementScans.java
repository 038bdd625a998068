package mx.gob.jocotepec.cauce.agreement;

import java.time.Clock;
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
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signed copies of agreements: sealed at rest, given out as a download only, each opening in the trail. */
@Service
public class AgreementScans {
    public static final int LARGEST = FileCheck.LARGEST;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final FileCheck check;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    AgreementScans(JdbcClient jdbc, Sealer sealer, FileCheck check, CurrentActor actor, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.check = check;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** An opened copy. @param fileName made of the agreement's number, whatever the file was called */
    @SuppressWarnings("ArrayRecordComponent")
    public record Opened(String fileName, String mediaType, byte[] content) {
        @Override
        public String toString() {
            return "Opened " + mediaType;
        }
    }

    @PreAuthorize("hasAuthority('AGREEMENT_EDIT')")
    @Transactional
    public ScanOutcome keep(AgreementId agreement, byte[] content) {
        String type;
        switch (check.check(content)) {
            case FileVerdict.Accepted accepted -> type = accepted.mediaType();
            case FileVerdict.Refused(var reason) -> {
                trail.refused(TrailEvent.of("AGREEMENT_SCAN_ADDED")
                        .on("AGREEMENT", agreement.value())
                        .with("reason=" + reason));
                return new ScanOutcome.Refused(ScanOutcome.Reason.valueOf(reason.name()));
            }
        }
        if (jdbc.sql("select 1 from agreement where id = ?")
                .param(agreement.value())
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            return new ScanOutcome.Refused(ScanOutcome.Reason.NOT_FOUND);
        }
        var id = Ids.next();
        var sealed = sealer.seal(place(id), content);
        jdbc.sql("""
                        insert into agreement_scan (id, agreement_id, media_type, size, wrapped_key, sealed, added_at, added_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        agreement.value(),
                        type,
                        content.length,
                        sealed.wrappedKey(),
                        sealed.ciphertext(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actor.get().staff().value())
                .update();
        trail.record(TrailEvent.of("AGREEMENT_SCAN_ADDED")
                .on("AGREEMENT", agreement.value())
                .with("size=" + content.length));
        return new ScanOutcome.Kept(id);
    }

    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional
    public Optional<Opened> open(UUID scan) {
        var row = jdbc.sql("""
                        select s.agreement_id, a.number, s.media_type, s.wrapped_key, s.sealed
                        from agreement_scan s join agreement a on a.id = s.agreement_id
                        left join institution i on i.id = a.institution_id
                        where s.id = ? and (? or not coalesce(i.shelter, false))""")
                .params(scan, maySeeShelters())
                .query((found, n) -> new Row(
                        found.getObject("agreement_id", UUID.class),
                        found.getString("number"),
                        found.getString("media_type"),
                        new Sealed(found.getBytes("wrapped_key"), found.getBytes("sealed"))))
                .optional();
        row.ifPresent(found -> trail.record(TrailEvent.of("AGREEMENT_SCAN_READ")
                .on("AGREEMENT", found.agreement())
                .with("scan=" + scan)));
        return row.map(found -> new Opened(
                fileName(found.number(), found.mediaType()),
                found.mediaType(),
                sealer.open(place(scan), found.sealed())));
    }

    List<Agreement.Scan> of(AgreementId agreement) {
        return jdbc.sql("""
                        select s.id, s.media_type, s.size, s.added_at, coalesce(p.display_name, '') as added_by
                        from agreement_scan s join agreement a on a.id = s.agreement_id left join staff_account p on p.id = s.added_by
                        left join institution i on i.id = a.institution_id
                        where s.agreement_id = ? and (? or not coalesce(i.shelter, false)) order by s.added_at desc""")
                .params(agreement.value(), maySeeShelters())
                .query((row, n) -> new Agreement.Scan(
                        row.getObject("id", UUID.class),
                        row.getString("media_type"),
                        row.getInt("size"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        row.getString("added_by")))
                .list();
    }

    /** What was signed with a shelter says where it lies: that is for who keeps the agreements. */
    private boolean maySeeShelters() {
        return actor.get().may(Permission.AGREEMENT_EDIT);
    }

    private static String fileName(String number, String mediaType) {
        var name = number.replaceAll("[^A-Za-z0-9-]+", "-");
        return "convenio-" + name + "."
                + mediaType.substring(mediaType.indexOf('/') + 1).replace("jpeg", "jpg");
    }

    private static Place place(UUID scan) {
        return new Place("agreement_scan", scan, Compartment.FILE);
    }

    private record Row(UUID agreement, String number, String mediaType, Sealed sealed) {}
}
