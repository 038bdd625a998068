package mx.gob.jocotepec.cauce.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Ground;
import mx.gob.jocotepec.cauce.crypto.BlindIndex;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.shared.WorkingDays;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.StaffDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares an aggressor on record with those who work here. Says nothing to whoever types: the answer is the same with and without a
 * match.
 */
@Component
class WallWatch {
    private static final int REVIEW_WORKING_DAYS = 3;
    private static final Set<String> MUNICIPAL = Set.of(
            ("policia policias policiaco comisaria comandante oficial patrullero transito municipal municipio ayuntamiento"
                            + " regidor regidora sindico sindica delegado delegada funcionario funcionaria servidor presidencia dif"
                            + " custodio alcaide paramedico bombero")
                    .split(" "));

    private final JdbcClient jdbc;
    private final StaffDirectory directory;
    private final BlindIndex blind;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final WorkingDays days;
    private final Clock clock;

    WallWatch(
            JdbcClient jdbc,
            StaffDirectory directory,
            BlindIndex blind,
            CurrentActor actor,
            AuditTrail trail,
            WorkingDays days,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.blind = blind;
        this.actor = actor;
        this.trail = trail;
        this.days = days;
        this.clock = clock;
    }

    /** To be the last step of its transaction: whoever types may be kept away by it herself. */
    void look(CaseRef ref, Answers aggressor) {
        var grounds = new HashMap<UUID, Ground>();
        aggressor
                .known("name")
                .ifPresent(name -> directory
                        .namesEver()
                        .forEach((staff, names) ->
                                likeness(name, names).ifPresent(ground -> grounds.put(staff, ground))));
        curp(aggressor)
                .flatMap(index -> jdbc.sql("select staff_with_curp(?)")
                        .param(index)
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                        .single())
                .ifPresent(staff -> grounds.put(staff, Ground.CURP));
        if (grounds.isEmpty() && worksForTheMunicipality(aggressor)) {
            propose(ref, null, Ground.PUBLIC_SERVANT, Walls.Reason.AGGRESSOR);
        }
        var me = actor.get().staff().value();
        grounds.entrySet().stream()
                .sorted(Comparator.comparing(match -> match.getKey().equals(me)))
                .forEach(match -> propose(ref, StaffId.of(match.getKey()), match.getValue()));
    }

    /** For the comparison of new accounts with what is on record. */
    Map<UUID, Ground> matches(Answers aggressor, Iterable<WallBacklog.Account> accounts) {
        var grounds = new HashMap<UUID, Ground>();
        var name = aggressor.known("name");
        var curp = curp(aggressor);
        for (var account : accounts) {
            name.flatMap(text -> likeness(text, account.names()))
                    .ifPresent(ground -> grounds.put(account.staff(), ground));
            if (curp.isPresent() && java.util.Arrays.equals(curp.get(), account.curp())) {
                grounds.put(account.staff(), Ground.CURP);
            }
        }
        return grounds;
    }

    /** The strongest of all the names somebody had. */
    private static Optional<Ground> likeness(String name, Collection<String> names) {
        return names.stream()
                .flatMap(one -> NameLikeness.of(name, one).stream())
                .min(Comparator.naturalOrder());
    }

    void propose(CaseRef ref, StaffId staff, Ground ground) {
        propose(ref, staff, ground, ground == Ground.SURNAMES ? Walls.Reason.RELATIVE : Walls.Reason.AGGRESSOR);
    }

    /** @return whether a wall stands now that did not stand before */
    boolean propose(CaseRef ref, @Nullable StaffId staff, Ground ground, Walls.Reason reason) {
        var outcome = jdbc.sql("select propose_wall(?, ?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(ref.id().value())
                .param(staff == null ? null : staff.value())
                .param(ground.name())
                .param(reason.name())
                .param(reviewDue())
                .query(String.class)
                .single();
        if (outcome.equals("KNOWN")) return false;
        var event = TrailEvent.of("WALL_PROPOSED")
                .inCase(ref.id(), ref.person())
                .with("ground=" + ground + ",outcome=" + outcome);
        trail.record(staff == null ? event : event.on("STAFF", staff.value()));
        return outcome.equals("WALLED");
    }

    /** Until when somebody is to have looked at a wall that is raised now. */
    OffsetDateTime reviewDue() {
        return days.deadline(clock.instant(), REVIEW_WORKING_DAYS).atOffset(ZoneOffset.UTC);
    }

    private Optional<byte[]> curp(Answers aggressor) {
        return aggressor
                .known("curp")
                .map(Curp::parse)
                .flatMap(result -> result instanceof Curp.Valid(var curp) && !curp.isGeneric()
                        ? Optional.of(blind.of(BlindIndex.Column.CURP, curp.value()))
                        : Optional.empty());
    }

    private static boolean worksForTheMunicipality(Answers aggressor) {
        return aggressor.known("publicServant").filter("YES"::equals).isPresent()
                || aggressor
                        .known("relationship")
                        .filter("PUBLIC_SERVANT"::equals)
                        .isPresent()
                || aggressor
                        .known("occupation")
                        .filter(text -> java.util.Arrays.stream(
                                        SpanishText.fold(text).split("[^a-z]+"))
                                .anyMatch(MUNICIPAL::contains))
                        .isPresent();
    }
}
