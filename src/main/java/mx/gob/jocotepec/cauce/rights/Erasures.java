package mx.gob.jocotepec.cauce.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a blocked case for good: one person proposes, another confirms, and every key that opens something of it is destroyed, in every
 * table; with her last case, who she was, too. A tombstone stays, in the database and signed in a file, so that a restored backup is
 * erased again at the next start. What is counted stays.
 */
@Service
public class Erasures {
    public enum Outcome {
        DONE,
        /** Whoever proposed it cannot be the second person. */
        SAME_PERSON,
        /** Not blocked, withdrawn, done already, or out of reach. */
        NOT_POSSIBLE
    }

    /** A case whose time to be kept has passed. */
    public record Due(CaseId id, String folio, Instant since, Step step) {}

    public enum Step {
        BLOCK,
        ERASE
    }

    private final JdbcClient jdbc;
    private final RightsRules rules;
    private final TombstoneFile tombstones;
    private final CurrentActor actor;
    private final FreshFactor fresh;
    private final AuditTrail trail;
    private final Clock clock;

    Erasures(
            JdbcClient jdbc,
            RightsRules rules,
            TombstoneFile tombstones,
            CurrentActor actor,
            FreshFactor fresh,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.tombstones = tombstones;
        this.actor = actor;
        this.fresh = fresh;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param request that asks for it, if one does: answered already, and of nobody else; its words and scans are erased with the case */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public Outcome propose(CaseId id, BlockedCase.Ground ground, @Nullable UUID request) {
        fresh.require();
        var erasure = Ids.next();
        int rows = jdbc.sql("""
                        insert into erasure (id, case_id, person_id, folio, reason, request_id, proposed_at, proposed_by)
                        select ?, b.case_id, b.person_id, b.folio, ?, ?, ?, ? from case_block b
                        where b.case_id = ? and b.lifted_at is null
                          and not exists (select from erasure e where e.case_id = b.case_id and e.withdrawn_at is null)
                          and (cast(? as uuid) is null or exists (select from rights_request r where r.id = ?
                            and r.state in ('ANSWERED', 'EFFECTIVE') and (r.person_id is null or r.person_id = b.person_id)))""")
                .param(erasure)
                .param(ground.name())
                .param(request)
                .param(now())
                .param(actor.get().staff().value())
                .param(id.value())
                .param(request)
                .param(request)
                .update();
        if (rows == 0) return Outcome.NOT_POSSIBLE;
        told("ERASURE_PROPOSED", erasure, "ground=" + ground);
        return Outcome.DONE;
    }

    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional
    public Outcome withdraw(UUID erasure) {
        int rows = jdbc.sql(
                        "update erasure set withdrawn_at = ?, withdrawn_by = ? where id = ? and confirmed_at is null and withdrawn_at is null")
                .params(now(), actor.get().staff().value(), erasure)
                .update();
        if (rows == 0) return Outcome.NOT_POSSIBLE;
        told("ERASURE_WITHDRAWN", erasure, "");
        return Outcome.DONE;
    }

    /** The second person. There is no way back. */
    @PreAuthorize("hasAuthority('ERASE_CONFIRM')")
    @Transactional
    public Outcome confirm(UUID erasure) {
        fresh.require();
        var row = jdbc.sql(
                        "select case_id, person_id, proposed_by, request_id from erasure where id = ? and withdrawn_at is null and confirmed_at is null")
                .param(erasure)
                .query((found, n) -> new Open(
                        found.getObject(1, UUID.class),
                        found.getObject(2, UUID.class),
                        found.getObject(3, UUID.class),
                        found.getObject(4, UUID.class)))
                .optional()
                .orElse(null);
        if (row == null) return Outcome.NOT_POSSIBLE;
        if (row.proposedBy().equals(actor.get().staff().value())) {
            trail.refused(TrailEvent.of("CASE_ERASED").on("ERASURE", erasure).with("reason=SAME_PERSON"));
            return Outcome.SAME_PERSON;
        }
        boolean whole = jdbc.sql("select erase_case(?)")
                .param(erasure)
                .query(Boolean.class)
                .single();
        told("CASE_ERASED", erasure, "whole=" + whole);
        try {
            // last: what was not written there would come back with a backup
            tombstones.append(clock.instant(), row.stones());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Outcome.DONE;
    }

    /** What the retention rules bring up for review; nothing where no time is set. */
    @PreAuthorize("hasAuthority('RIGHTS_HANDLE')")
    @Transactional(readOnly = true)
    public List<Due> due() {
        return jdbc.sql("select case_id, folio, since, step from retention_due(?, ?)")
                .params(before("CASE_CLOSED"), before("BLOCKED"))
                .query((row, n) -> new Due(
                        CaseId.of(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Step.valueOf(row.getString(4))))
                .list();
    }

    private OffsetDateTime before(String rule) {
        var months = rules.months(rule);
        var day = months == null ? rules.today().minusYears(500) : rules.today().minus(months, ChronoUnit.MONTHS);
        return day.atStartOfDay(Office.ZONE).toOffsetDateTime();
    }

    private void told(String what, UUID erasure, String keys) {
        var about = jdbc.sql("select case_id, person_id from erasure where id = ?")
                .param(erasure)
                .query((row, n) -> new About(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .single();
        trail.record(TrailEvent.of(what)
                .on("ERASURE", erasure)
                .inCase(about.ref(), PersonId.of(about.person()))
                .with(keys));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Open(
            UUID caseId,
            UUID person,
            UUID proposedBy,
            @Nullable UUID request) {
        List<TombstoneFile.Tombstone> stones() {
            return Stream.of(caseId, request)
                    .filter(Objects::nonNull)
                    .map(erased -> new TombstoneFile.Tombstone(erased, person))
                    .toList();
        }
    }
}
