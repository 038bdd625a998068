package mx.gob.jocotepec.cauce.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome.Invalid;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome.Reason;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome.Refused;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome.Saved;
import mx.gob.jocotepec.cauce.agreement.AgreementUse.Use;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agreements (convenios), from their signing to their end or renewal. Days are days of the office. */
@Service
public class Agreements {
    private final AgreementTable table;
    private final TermsCheck check;
    private final AgreementScans scans;
    private final List<AgreementUse> uses;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    Agreements(
            AgreementTable table,
            TermsCheck check,
            AgreementScans scans,
            List<AgreementUse> uses,
            CurrentActor actor,
            AuditTrail trail,
            Clock clock) {
        this.table = table;
        this.check = check;
        this.scans = scans;
        this.uses = uses;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those in one of the states, the most pressing first: about to end, in force, to begin, ended. */
    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional(readOnly = true)
    public List<AgreementLine> list(Set<AgreementState> states) {
        var rows = table.all().stream()
                .filter(row -> states.contains(row.on(today())))
                .toList();
        return lines(rows);
    }

    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional(readOnly = true)
    public Optional<Agreement> find(AgreementId id) {
        return table.find(id)
                .map(row -> new Agreement(
                        row.id(),
                        row.terms(),
                        row.counterpartName(),
                        row.on(today()),
                        daysLeft(row),
                        row.endedOn(),
                        row.endReason(),
                        row.renews(),
                        row.renewedBy(),
                        scans.of(id),
                        used(List.of(id)).getOrDefault(id, Use.NONE),
                        row.version()));
    }

    /** Those in force on a day that name the service. */
    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional(readOnly = true)
    public List<AgreementLine> offering(String service, LocalDate on) {
        return lines(table.offering(service, on));
    }

    /** Those about to end, the first to end first. */
    @PreAuthorize("hasAuthority('AGREEMENT_READ')")
    @Transactional(readOnly = true)
    public List<AgreementLine> expiring() {
        return list(Set.of(AgreementState.EXPIRING));
    }

    @PreAuthorize("hasAuthority('AGREEMENT_EDIT')")
    @Transactional
    public AgreementOutcome register(AgreementTerms terms) {
        var problems = check.problems(terms, null);
        return problems.isEmpty() ? insert(terms, null, "AGREEMENT_REGISTERED") : new Invalid(problems);
    }

    /** Corrects what it says. @param version the one that was on the screen */
    @PreAuthorize("hasAuthority('AGREEMENT_EDIT')")
    @Transactional
    public AgreementOutcome change(AgreementId id, int version, AgreementTerms terms) {
        if (table.find(id).isEmpty()) return new Refused(Reason.NOT_FOUND);
        var problems = check.problems(terms, id);
        if (!problems.isEmpty()) return new Invalid(problems);
        if (!table.update(id, terms, version)) return new Refused(Reason.CHANGED_MEANWHILE);
        trail.record(TrailEvent.of("AGREEMENT_CHANGED").on("AGREEMENT", id.value()));
        return new Saved(id);
    }

    /** Follows it with a new one; the old one ends where the new one begins, or by itself if that is earlier. */
    @PreAuthorize("hasAuthority('AGREEMENT_EDIT')")
    @Transactional
    public AgreementOutcome renew(AgreementId id, int version, AgreementTerms terms) {
        var old = table.find(id).orElse(null);
        if (old == null) return new Refused(Reason.NOT_FOUND);
        if (old.version() != version) return new Refused(Reason.CHANGED_MEANWHILE);
        if (old.renewedBy() != null) return new Refused(Reason.RENEWED_ALREADY);
        var problems = new HashMap<>(check.problems(terms, null));
        var from = terms.from();
        if (from != null && !from.isAfter(old.from())) problems.put("from", "renewalBeginsEarlier");
        if (!old.counterpart().equals(terms.counterpart())) problems.put("counterpart", "renewalOtherCounterpart");
        if (!problems.isEmpty() || from == null) return new Invalid(problems);
        if (old.endedOn() == null && !from.isAfter(old.until()) && !table.end(id, from, null, version)) {
            return new Refused(Reason.CHANGED_MEANWHILE);
        }
        return insert(terms, id, "AGREEMENT_RENEWED");
    }

    /** Ends it before its time. @param on first day on which it holds no more */
    @PreAuthorize("hasAuthority('AGREEMENT_EDIT')")
    @Transactional
    public AgreementOutcome end(AgreementId id, int version, LocalDate on, String reason) {
        var row = table.find(id).orElse(null);
        if (row == null) return new Refused(Reason.NOT_FOUND);
        if (row.endedOn() != null || row.on(today()) == AgreementState.ENDED) return new Refused(Reason.ENDED_ALREADY);
        if (reason.isBlank()) return new Invalid(Map.of("reason", "required"));
        if (reason.strip().length() > 500) return new Invalid(Map.of("reason", "tooLong"));
        if (on.isBefore(row.from()) || on.isAfter(row.until())) return new Invalid(Map.of("on", "endOutside"));
        if (!table.end(id, on, reason.strip(), version)) return new Refused(Reason.CHANGED_MEANWHILE);
        trail.record(
                TrailEvent.of("AGREEMENT_ENDED").on("AGREEMENT", id.value()).with("on=" + on));
        return new Saved(id);
    }

    private AgreementOutcome insert(
            AgreementTerms terms, @org.jspecify.annotations.Nullable AgreementId renews, String action) {
        var id = AgreementId.next();
        var by = new AgreementTable.StaffAt(
                actor.get().staff().value(), clock.instant().atOffset(ZoneOffset.UTC));
        if (!table.insert(id, terms, renews, by)) return new Invalid(Map.of("number", "numberTaken"));
        trail.record(TrailEvent.of(action)
                .on("AGREEMENT", id.value())
                .with("services=" + terms.services().size()));
        return new Saved(id);
    }

    private List<AgreementLine> lines(List<AgreementTable.Row> rows) {
        var used = used(rows.stream().map(AgreementTable.Row::id).toList());
        return rows.stream()
                .map(row -> line(row, used.getOrDefault(row.id(), Use.NONE)))
                .sorted(Comparator.comparing(line -> switch (line.state()) {
                    case EXPIRING -> 0;
                    case IN_FORCE -> 1;
                    case UPCOMING -> 2;
                    case ENDED -> 3;
                }))
                .toList();
    }

    private AgreementLine line(AgreementTable.Row row, Use use) {
        return new AgreementLine(
                row.id(),
                row.terms().number(),
                row.counterpart(),
                row.counterpartName(),
                row.terms().services().stream().sorted().toList(),
                row.from(),
                row.lastDay(),
                row.on(today()),
                daysLeft(row),
                row.scanned(),
                use);
    }

    private Map<AgreementId, Use> used(Collection<AgreementId> ids) {
        var used = new HashMap<AgreementId, Use>();
        if (!ids.isEmpty()) {
            uses.forEach(each -> each.of(ids).forEach((id, use) -> used.merge(id, use, Use::plus)));
        }
        return used;
    }

    private long daysLeft(AgreementTable.Row row) {
        return ChronoUnit.DAYS.between(today(), row.lastDay());
    }

    private LocalDate today() {
        return clock.instant().atZone(Office.ZONE).toLocalDate();
    }
}
