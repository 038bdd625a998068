package mx.gob.jocotepec.cauce.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Set;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a case once nothing is left open of it, and keeps the attempts to reach her that lost contact asks for. */
@Service
public class CaseClosing {
    /** Source: the Dirección's model of attention, docs/use-cases/UC-007.md. */
    public static final int ATTEMPTS = 3;

    private static final Period WITHIN = Period.ofDays(30);
    private static final String UNREACHABLE = "UNREACHABLE";
    private static final String ATTEMPT = "CONTACT_ATTEMPT";

    /** These say that the work was done: it has to be answered first. */
    private static final Set<String> AFTER_THE_WORK = Set.of("PLAN_MET", "REFERRED_OUT");

    /** How somebody tried to reach her, in the manner she called safe. */
    public enum Manner {
        CALL,
        MESSAGE,
        VISIT
    }

    private final CaseFileRepository files;
    private final Catalogs catalogs;
    private final CaseEvents events;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final ObjectProvider<OpenWork> others;
    private final Clock clock;

    CaseClosing(
            CaseFileRepository files,
            Catalogs catalogs,
            CaseEvents events,
            CurrentActor actor,
            AuditTrail trail,
            JdbcClient jdbc,
            ObjectProvider<OpenWork> others,
            Clock clock) {
        this.files = files;
        this.catalogs = catalogs;
        this.events = events;
        this.actor = actor;
        this.trail = trail;
        this.jdbc = jdbc;
        this.others = others;
        this.clock = clock;
    }

    /**
     * Closes it for a reason of the catalog {@code CLOSURE_REASON}.
     *
     * @param together ends with it what may end
     */
    @PreAuthorize("hasAuthority('CASE_CLOSE')")
    @Transactional
    public CloseOutcome close(CaseRef ref, String reasonKey, boolean together) {
        // held, so that nobody refers it meanwhile
        var open = jdbc.sql("select true from case_file where id = ? and status <> 'CLOSED' for no key update")
                .param(ref.id().value())
                .query(Boolean.class)
                .optional();
        if (open.isEmpty()) return new CloseOutcome.NotFound();
        if (catalogs.current(Catalog.CLOSURE_REASON, LocalDate.ofInstant(clock.instant(), Office.ZONE)).stream()
                .noneMatch(entry -> entry.key().equals(reasonKey))) return new CloseOutcome.UnknownReason();
        int made = reasonKey.equals(UNREACHABLE) ? attempts(ref) : ATTEMPTS;
        if (made < ATTEMPTS) return refused(ref, reasonKey, new CloseOutcome.AttemptsMissing(made, ATTEMPTS));
        var work = others.stream()
                .flatMap(other -> other.of(ref).stream())
                .sorted(Comparator.comparing(OpenWork.Item::since))
                .toList();
        boolean mayEnd = !AFTER_THE_WORK.contains(reasonKey) && work.stream().allMatch(OpenWork.Item::ends);
        if (!work.isEmpty() && !(together && mayEnd)) {
            return refused(ref, reasonKey, new CloseOutcome.StillOpen(work, mayEnd));
        }
        if (!work.isEmpty()) others.forEach(other -> other.end(ref, reasonKey));
        files.findById(ref.id().value()).ifPresent(file -> {
            file.close(reasonKey, actor.get().staff().value(), clock.instant());
            files.saveAndFlush(file);
        });
        trail.record(TrailEvent.of("CASE_CLOSED").inCase(ref.id(), ref.person()).with(reasonKey));
        events.tell(ref, "CASE_CLOSED", reasonKey, null);
        return new CloseOutcome.Closed();
    }

    /** Keeps an attempt to reach her. @return false for a case out of reach or closed, or open in an emergency only */
    @PreAuthorize("hasAuthority('CASE_EDIT')")
    @Transactional
    public boolean attempted(CaseRef ref, Manner manner, boolean reached) {
        var open = jdbc.sql(
                        "select 1 from case_file where id = ? and status <> 'CLOSED' and id <> all (emergency_cases())")
                .param(ref.id().value())
                .query(Integer.class)
                .optional();
        if (open.isEmpty()) return false;
        var detail = "manner=" + manner + ";reached=" + reached;
        trail.record(TrailEvent.of(ATTEMPT).inCase(ref.id(), ref.person()).with(detail));
        events.tell(ref, ATTEMPT, detail, null);
        return true;
    }

    /** Those in vain of the last thirty days, since she was reached last. */
    private int attempts(CaseRef ref) {
        return jdbc.sql("""
                        select count(*) from case_event e where e.case_id = :case and e.kind = :kind and e.at >= :since
                          and e.detail like '%;reached=false' and not exists (select from case_event r where r.case_id = :case
                            and r.kind = :kind and r.detail like '%;reached=true' and r.at >= e.at)""")
                .param("case", ref.id().value())
                .param("kind", ATTEMPT)
                .param(
                        "since",
                        clock.instant()
                                .atZone(Office.ZONE)
                                .minus(WITHIN)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private CloseOutcome refused(CaseRef ref, String reasonKey, CloseOutcome outcome) {
        trail.refused(
                TrailEvent.of("CASE_CLOSED").inCase(ref.id(), ref.person()).with(reasonKey));
        return outcome;
    }
}
