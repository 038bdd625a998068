package mx.gob.jocotepec.cauce.attention;

import java.util.UUID;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Reason;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Refused;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the trail, and the timeline of the case, what happened to attentions. */
@Component
class AttentionLog {
    private static final String CHANGE = "ATTENTION_CHANGED";

    private final AuditTrail trail;
    private final CaseEvents events;

    AttentionLog(AuditTrail trail, CaseEvents events) {
        this.trail = trail;
        this.events = events;
    }

    void told(Attention attention, String what) {
        var keys = "kind=" + attention.kind() + ";discipline=" + attention.discipline();
        var ref = attention.ref();
        trail.record(TrailEvent.of(what)
                .on("ATTENTION", attention.id().value())
                .inCase(ref.id(), ref.person())
                .with(keys));
        events.tell(ref, what, keys, attention.id().value());
    }

    /** @param ref null: there was nothing within reach, which is an attempt worth keeping */
    void read(String what, UUID attention, @Nullable CaseRef ref) {
        var event = TrailEvent.of(what).on("ATTENTION", attention);
        if (ref == null) trail.denied(event);
        else trail.record(event.inCase(ref.id(), ref.person()));
    }

    /** Within reach and closed to her all the same. */
    void denied(String what, UUID attention, @Nullable CaseRef ref) {
        var event = TrailEvent.of(what).on("ATTENTION", attention);
        trail.denied(ref == null ? event : event.inCase(ref.id(), ref.person()));
    }

    void readAll(CaseRef ref, int rows) {
        trail.record(
                TrailEvent.of("ATTENTIONS_READ").inCase(ref.id(), ref.person()).with("rows=" + rows));
    }

    /** @param kind CASE or ATTENTION */
    Refused unknown(String kind, UUID id) {
        trail.denied(TrailEvent.of(CHANGE).on(kind, id));
        return new Refused(Reason.NOT_FOUND);
    }

    Refused refused(Reason reason, CaseRef ref) {
        trail.refused(TrailEvent.of(CHANGE).inCase(ref.id(), ref.person()).with("reason=" + reason));
        return new Refused(reason);
    }
}
