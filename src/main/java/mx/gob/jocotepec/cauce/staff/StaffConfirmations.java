package mx.gob.jocotepec.cauce.staff;

import java.util.List;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Reason;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second person: nobody alone makes an account that reads cases, or gets into one. Whoever confirms hands over the link, so that who
 * asked never sees it.
 */
@Service
public class StaffConfirmations {
    private final StaffRequests requests;
    private final Invitations invitations;
    private final StaffNotices notices;
    private final FreshFactor fresh;
    private final CurrentActor current;
    private final AuditTrail trail;

    StaffConfirmations(
            StaffRequests requests,
            Invitations invitations,
            StaffNotices notices,
            FreshFactor fresh,
            CurrentActor current,
            AuditTrail trail) {
        this.requests = requests;
        this.invitations = invitations;
        this.notices = notices;
        this.fresh = fresh;
        this.current = current;
        this.trail = trail;
    }

    /** The oldest first. */
    @PreAuthorize("hasAuthority('STAFF_CONFIRM')")
    @Transactional(readOnly = true)
    public List<StaffRequest> open() {
        return requests.open(current.get().staff().value());
    }

    @PreAuthorize("hasAuthority('STAFF_CONFIRM')")
    @Transactional
    public StaffOutcome confirm(UUID request) {
        return decide(request, true);
    }

    @PreAuthorize("hasAuthority('STAFF_CONFIRM')")
    @Transactional
    public StaffOutcome refuse(UUID request) {
        return decide(request, false);
    }

    private StaffOutcome decide(UUID request, boolean confirm) {
        fresh.require();
        var whom = requests.whom(request).orElse(null);
        if (whom == null) return new StaffOutcome.Refused(Reason.GONE);
        var answer = requests.decide(request, confirm);
        switch (answer) {
            case "REFUSED", "CONFIRMED", "LINK" -> {}
            default -> {
                return new StaffOutcome.Refused(Reason.valueOf(answer));
            }
        }
        trail.record(TrailEvent.of(confirm ? "STAFF_CONFIRMED" : "STAFF_NOT_CONFIRMED")
                .on("STAFF", whom.value())
                .with("request=" + request));
        if (!answer.equals("LINK")) return new StaffOutcome.Changed();
        var made = invitations.make(whom.value(), Invitations.LATER);
        notices.tell(whom.value(), StaffNotices.Kind.LINK_ISSUED);
        trail.record(TrailEvent.of("STAFF_INVITED").on("STAFF", whom.value()));
        return new StaffOutcome.Invited(whom, made.path(), made.until());
    }
}
