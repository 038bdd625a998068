package mx.gob.jocotepec.cauce.referral;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.agreement.Directory;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseGrants;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Reason;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Refused;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome.Sent;
import mx.gob.jocotepec.cauce.referral.ReferralTable.CaseNow;
import mx.gob.jocotepec.cauce.referral.ReferralTable.Row;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.shared.WorkingDays;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends cases to whom can help and takes each referral to its answer. What is seen of them stands in {@link ReferralReads}. */
@Service
public class Referrals {
    private final ReferralTable table;
    private final SendingRules rules;
    private final ReferralDeadlines deadlines;
    private final WorkingDays days;
    private final ReferralWords words;
    private final Directory directory;
    private final Areas areas;
    private final Catalogs catalogs;
    private final CaseGrants grants;
    private final CaseEvents timeline;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    Referrals(
            ReferralTable table,
            SendingRules rules,
            ReferralDeadlines deadlines,
            WorkingDays days,
            ReferralWords words,
            Directory directory,
            Areas areas,
            Catalogs catalogs,
            CaseGrants grants,
            CaseEvents timeline,
            CurrentActor actor,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.deadlines = deadlines;
        this.days = days;
        this.words = words;
        this.directory = directory;
        this.areas = areas;
        this.catalogs = catalogs;
        this.grants = grants;
        this.timeline = timeline;
        this.actor = actor;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Refers a case (canalizar). Without consent or a legal exception it refuses and changes nothing. */
    @PreAuthorize("hasAuthority('REFERRAL_SEND')")
    @Transactional
    public ReferralOutcome send(NewReferral request) {
        var replaces = request.replaces();
        if (replaces != null && !isToBeReplaced(replaces, request.caseId())) {
            return refused(request.caseId(), Reason.NOT_TO_BE_REPLACED);
        }
        return send(request, actor.get().area());
    }

    /** What would be asked of the other side if it were sent now. */
    @PreAuthorize("hasAuthority('REFERRAL_SEND')")
    public Deadlines deadlines(RiskLevel risk, Urgency urgency) {
        var due = deadlines.of(clock.instant(), risk, urgency, days);
        return new Deadlines(due.accept(), due.answer());
    }

    /** Until when a referral is to be accepted, and answered. */
    public record Deadlines(Instant accept, Instant answer) {}

    /** What the actor may let others open of the case. */
    @PreAuthorize("hasAuthority('REFERRAL_SEND')")
    @Transactional(readOnly = true)
    public Set<Compartment> shareable(CaseRef ref) {
        return grants.shareable(ref);
    }

    /** The receiving area takes it. For an institution the sender or the Dirección records it. */
    @PreAuthorize("hasAuthority('REFERRAL_ANSWER')")
    @Transactional
    public StepOutcome accept(ReferralId id) {
        return step(id, ReferralStep.ACCEPT, row -> {
            table.accepted(id, ReferralStatus.ACCEPTED, clock.instant(), me());
            return moved(row, ReferralStatus.ACCEPTED, "");
        });
    }

    /** @param reasonKey of the catalog {@code REFERRAL_REJECT_REASON} @param text may be blank unless the reason is {@code OTHER} */
    @PreAuthorize("hasAuthority('REFERRAL_ANSWER')")
    @Transactional
    public StepOutcome reject(ReferralId id, String reasonKey, Sensitive text) {
        return step(id, ReferralStep.REJECT, row -> {
            if (catalogs.find(Catalog.REFERRAL_REJECT_REASON, reasonKey).isEmpty()) {
                return new StepOutcome.Refused(StepOutcome.Reason.UNKNOWN_REASON);
            }
            if (reasonKey.equals("OTHER") && text.isBlank()) {
                return new StepOutcome.Refused(StepOutcome.Reason.REASON_MISSING);
            }
            if (isTooLong(text)) return new StepOutcome.Refused(StepOutcome.Reason.TEXT_TOO_LONG);
            var sealed = words.closing(id, row.key(), ReferralStatus.REJECTED, text);
            table.rejected(id, reasonKey, clock.instant(), me(), sealed);
            var done = moved(row, ReferralStatus.REJECTED, "reason=" + reasonKey);
            endGrant(row);
            return done;
        });
    }

    /** The first attention began. */
    @PreAuthorize("hasAuthority('REFERRAL_ANSWER')")
    @Transactional
    public StepOutcome startAttention(ReferralId id) {
        return step(id, ReferralStep.START, this::started);
    }

    /**
     * An attention was recorded under it: whoever attends has accepted. Where the referral is under attention or closed already, nothing
     * changes.
     */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public StepOutcome attended(ReferralId id) {
        var row = table.hold(id).orElse(null);
        if (row == null) return denied(ReferralStep.START, id);
        if (row.status().after(ReferralStep.START).isEmpty()) return new StepOutcome.Done(row.status());
        return step(id, ReferralStep.START, this::started);
    }

    /** The counter-referral (contrarreferencia). */
    @PreAuthorize("hasAuthority('REFERRAL_ANSWER')")
    @Transactional
    public StepOutcome answer(ReferralId id, Answer answer) {
        return step(id, ReferralStep.ANSWER, row -> {
            if (answer.service().isBlank()) return new StepOutcome.Refused(StepOutcome.Reason.SERVICE_MISSING);
            if (isTooLong(answer.service()) || isTooLong(answer.pending()) || isTooLong(answer.responsible())) {
                return new StepOutcome.Refused(StepOutcome.Reason.TEXT_TOO_LONG);
            }
            var next = answer.next();
            if (next != null
                    && next.isBefore(clock.instant().atZone(Office.ZONE).toLocalDate())) {
                return new StepOutcome.Refused(StepOutcome.Reason.NEXT_IN_THE_PAST);
            }
            var sealed = words.answer(id, row.key(), answer);
            table.answered(id, answer.result(), clock.instant(), me(), sealed);
            var done = moved(row, ReferralStatus.ANSWERED, "result=" + answer.result());
            // what was opened for it stays open for the follow-up only: the database sets the day
            if (answer.result() != ReferralResult.CONTINUES) endGrant(row);
            return done;
        });
    }

    /** The sender takes it back, or lets a rejected one rest. What the area could open ends. */
    @PreAuthorize("hasAuthority('REFERRAL_SEND')")
    @Transactional
    public StepOutcome cancel(ReferralId id, Sensitive reason) {
        return step(id, ReferralStep.CANCEL, row -> {
            if (reason.isBlank()) return new StepOutcome.Refused(StepOutcome.Reason.REASON_MISSING);
            if (isTooLong(reason)) return new StepOutcome.Refused(StepOutcome.Reason.TEXT_TOO_LONG);
            return cancelled(row, reason);
        });
    }

    /**
     * The Dirección sends it to somebody else with the same words, under the same consent; what it does not hold itself it cannot pass on.
     * Where the new one is refused the old one stays.
     */
    @PreAuthorize("hasAuthority('REFERRAL_OVERSEE')")
    @Transactional
    public ReferralOutcome reassign(ReferralId id, Counterpart to, String service, Sensitive reason) {
        var row = table.hold(id).orElse(null);
        if (row == null) {
            denied(ReferralStep.REASSIGN, id);
            return new Refused(Reason.NOT_FOUND);
        }
        if (row.caseRef() == null) return new Refused(Reason.NOT_FOUND);
        if (row.status().after(ReferralStep.REASSIGN).isEmpty() || table.isReplaced(id) || to.equals(row.to())) {
            return refused(row.caseId(), Reason.NOT_TO_BE_REPLACED);
        }
        if (reason.isBlank()) return refused(row.caseId(), Reason.REASON_MISSING);
        var sealed = row.request();
        if (sealed == null) return refused(row.caseId(), Reason.NOT_TO_BE_REPLACED);
        var request = words.openRequest(id, sealed);
        var shared = EnumSet.noneOf(Compartment.class);
        shared.addAll(row.compartments());
        shared.retainAll(grants.shareable(row.caseRef()));
        var anew = new NewReferral(
                row.caseId(),
                to,
                service,
                row.urgency(),
                shared,
                row.consent(),
                request.reason(),
                request.summary(),
                id);
        var outcome = send(anew, row.parties().from());
        if (outcome instanceof Sent && row.status().isOpen()) cancelled(row, reason);
        return outcome;
    }

    /** Adds a comment that both areas and the Dirección read; whoever has lost the case has lost this, too. */
    @PreAuthorize("hasAuthority('REFERRAL_READ')")
    @Transactional
    public StepOutcome comment(ReferralId id, Sensitive text) {
        return step(id, ReferralStep.COMMENT, row -> {
            if (row.caseRef() == null) return denied(ReferralStep.COMMENT, id);
            if (text.isBlank()) return new StepOutcome.Refused(StepOutcome.Reason.TEXT_MISSING);
            if (isTooLong(text)) return new StepOutcome.Refused(StepOutcome.Reason.TEXT_TOO_LONG);
            var note = Ids.next();
            table.note(note, row, clock.instant(), me(), actor.get().area(), words.note(note, text));
            record(row, "REFERRAL_COMMENTED", "");
            return new StepOutcome.Done(row.status());
        });
    }

    private ReferralOutcome send(NewReferral request, AreaId from) {
        var about = table.holdCase(request.caseId()).orElse(null);
        if (about == null) {
            trail.denied(
                    TrailEvent.of("REFERRAL_SEND").on("CASE", request.caseId().value()));
            return new Refused(Reason.NOT_FOUND);
        }
        var target = directory.find(request.to()).orElse(null);
        var against = rules.against(request, about, from, target);
        if (against.isPresent() || target == null) {
            return refused(request.caseId(), against.orElse(Reason.TARGET_NOT_AVAILABLE));
        }
        var id = ReferralId.next();
        var now = clock.instant();
        var due = deadlines.of(now, about.risk(), request.urgency(), days);
        var agreement =
                target.backing(request.service()).map(AgreementId::value).orElse(null);
        var sealed = words.request(id, request.reason(), request.summary());
        table.insert(id, about, request, from, agreement, me(), now, due, sealed);
        var to = request.to() instanceof Counterpart.OfArea(var area) ? area : null;
        if (to != null) grants.shareForReferral(about.ref(), to, request.compartments(), id.value());
        tellSent(id, about, request, target);
        events.publishEvent(new ReferralSent(id, request.caseId(), from, to, request.urgency(), due.accept()));
        return new Sent(id);
    }

    private void tellSent(ReferralId id, CaseNow about, NewReferral request, Directory.Entry target) {
        var key = target.to() instanceof Counterpart.OfArea(var area)
                ? areas.find(area).orElseThrow().key()
                : "institution";
        var keys = "service=" + request.service() + ";to=" + key;
        timeline.tell(about.ref(), "REFERRAL_SENT", keys, id.value());
        var basis = switch (request.consent()) {
            case ConsentBasis.OfTheCase() -> "CASE";
            case ConsentBasis.GivenNow() -> "NOW";
            case ConsentBasis.LegalException(var exception) -> exception;
        };
        trail.record(TrailEvent.of("REFERRAL_SENT")
                .on("REFERRAL", id.value())
                .inCase(about.ref().id(), about.ref().person())
                .with(keys + ";urgency=" + request.urgency() + ";consent=" + basis));
    }

    private StepOutcome step(ReferralId id, ReferralStep step, Function<Row, StepOutcome> work) {
        var row = table.hold(id).orElse(null);
        if (row == null) return denied(step, id);
        if (!step.belongsTo(actor.get(), row.parties())) {
            trail.denied(about(row, "REFERRAL_" + step));
            return new StepOutcome.Refused(StepOutcome.Reason.NOT_YOURS);
        }
        if (row.status().after(step).isEmpty() || row.request() == null) {
            return new StepOutcome.Refused(StepOutcome.Reason.NOT_IN_THIS_STATE);
        }
        return work.apply(row);
    }

    private StepOutcome started(Row row) {
        table.accepted(row.id(), ReferralStatus.IN_ATTENTION, clock.instant(), me());
        return moved(row, ReferralStatus.IN_ATTENTION, "");
    }

    private StepOutcome cancelled(Row row, Sensitive reason) {
        var sealed = words.closing(row.id(), row.key(), ReferralStatus.CANCELLED, reason);
        table.cancelled(row.id(), clock.instant(), me(), sealed);
        var done = moved(row, ReferralStatus.CANCELLED, "");
        endGrant(row);
        return done;
    }

    /** Told before a grant ends, for afterwards the actor may not write in the case any more. */
    private StepOutcome moved(Row row, ReferralStatus then, String keys) {
        var ref = row.caseRef();
        if (ref != null) {
            var detail = "service=" + row.service() + (keys.isEmpty() ? "" : ";" + keys);
            timeline.tell(ref, "REFERRAL_" + then, detail, row.id().value());
        }
        record(row, "REFERRAL_" + then, keys);
        events.publishEvent(new ReferralMoved(row.id(), row.caseId(), then, clock.instant()));
        return new StepOutcome.Done(then);
    }

    private void endGrant(Row row) {
        if (row.parties().to() != null)
            grants.endForReferral(row.caseId(), row.person(), row.id().value());
    }

    private boolean isToBeReplaced(ReferralId id, CaseId caseId) {
        return table.find(id)
                        .filter(row -> row.caseId().equals(caseId))
                        .filter(row ->
                                row.status() == ReferralStatus.REJECTED || row.status() == ReferralStatus.CANCELLED)
                        .isPresent()
                && !table.isReplaced(id);
    }

    private StepOutcome denied(ReferralStep step, ReferralId id) {
        trail.denied(TrailEvent.of("REFERRAL_" + step).on("REFERRAL", id.value()));
        return new StepOutcome.Refused(StepOutcome.Reason.NOT_FOUND);
    }

    private ReferralOutcome refused(CaseId caseId, Reason reason) {
        trail.refused(TrailEvent.of("REFERRAL_SEND").on("CASE", caseId.value()).with("reason=" + reason));
        return new Refused(reason);
    }

    private void record(Row row, String action, String keys) {
        trail.record(about(row, action).with(keys));
    }

    private static TrailEvent about(Row row, String action) {
        return TrailEvent.of(action).on("REFERRAL", row.id().value()).inCase(row.caseId(), row.person());
    }

    private static boolean isTooLong(Sensitive text) {
        return text.reveal().length() > NewReferral.LONGEST_TEXT;
    }

    private UUID me() {
        return actor.get().staff().value();
    }
}
