package mx.gob.jocotepec.cauce.casefile;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may open a case. A grant names an area and the compartments agreed to; nobody gives away more than she holds (the database checks
 * it again), and a wall beats every grant.
 */
@Service
public class CaseGrants {
    private final JdbcClient jdbc;
    private final CurrentActor actor;
    private final AuditTrail trail;

    CaseGrants(JdbcClient jdbc, CurrentActor actor, AuditTrail trail) {
        this.jdbc = jdbc;
        this.actor = actor;
        this.trail = trail;
    }

    /** What the actor's grants hold, her role left aside: the most she may give away. */
    @PreAuthorize("hasAuthority('CASE_SHARE')")
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Compartment> shareable(CaseRef ref) {
        var shareable = java.util.EnumSet.noneOf(Compartment.class);
        jdbc.sql("""
                        select distinct unnest(compartments) from case_grant
                        where case_id = ? and source not in ('BREAK_GLASS', 'BLOCKED_LOOK') and audience = any (audience()) and from_at <= now() and (until_at is null or until_at > now())""")
                .param(ref.id().value())
                .query(String.class)
                .list()
                .forEach(name -> shareable.add(Compartment.valueOf(name)));
        return shareable;
    }

    /** Lets an area open the case for a referral. @param source the referral */
    @PreAuthorize("hasAuthority('CASE_SHARE')")
    @Transactional(propagation = Propagation.MANDATORY)
    public void shareForReferral(CaseRef ref, AreaId to, Set<Compartment> compartments, UUID source) {
        jdbc.sql("""
                        insert into case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, source_id, from_at, granted_by)
                        values (?, ?, ?, ?, 'AREA', string_to_array(?, ','), 'REFERRAL', ?, now(), ?)""")
                .params(
                        Ids.next(),
                        ref.id().value(),
                        ref.person().value(),
                        to.value(),
                        String.join(",", names(compartments)),
                        source,
                        actor.get().staff().value())
                .update();
        trail.record(TrailEvent.of("CASE_SHARED")
                .on("AREA", to.value())
                .inCase(ref.id(), ref.person())
                .with("compartments=" + String.join(",", names(compartments))));
    }

    /** Ends what a rejected or cancelled referral had opened, after the follow-up what an answered one had; what was done under it stays. */
    @PreAuthorize("hasAuthority('CASE_READ')")
    @Transactional(propagation = Propagation.MANDATORY)
    public void endForReferral(CaseId of, PersonId person, UUID source) {
        // by the guard: who sent it does not see the grant of the other area, nor the case any more, where her own
        // grant has ended
        jdbc.sql("select end_referral_grant(?)")
                .param(source)
                .query((row, n) -> "")
                .list();
        trail.record(TrailEvent.of("CASE_SHARE_ENDED").on("REFERRAL", source).inCase(of, person));
    }

    private static List<String> names(Set<Compartment> compartments) {
        if (!Compartment.granted().containsAll(compartments)) throw new IllegalArgumentException("not a case's");
        return compartments.stream().map(Compartment::name).sorted().toList();
    }
}
