package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseGrants;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.oversight.EmergencyOutcome;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Acting.Someone;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Grants, their end, walls and emergencies in any order: after each step, who sees which part of which case is what a model of a page of
 * Java says. The seed is the name of the test.
 */
@SpringBootTest
@Import(Acting.class)
class GrantsPropertyTests {
    private static final int STEPS = 30;
    private static final Sensitive WHY = Sensitive.of("Prueba de muchos pasos al azar");
    private static final Set<Compartment> REFERRED =
            Set.of(Compartment.IDENTITY, Compartment.CONTACT, Compartment.FACTS);
    private static final Set<Compartment> EMERGENCY =
            Set.of(Compartment.IDENTITY, Compartment.CONTACT, Compartment.FACTS, Compartment.AGGRESSOR);
    private static final List<Compartment> ASKED =
            List.of(Compartment.IDENTITY, Compartment.SOCIAL, Compartment.FACTS, Compartment.AGGRESSOR);

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseGrants grants;

    @Autowired
    Walls walls;

    @Autowired
    EmergencyAccess emergency;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    private record Member(Someone someone, AreaId area) {}

    private record Referral(CaseRef ref, AreaId to, UUID source) {}

    private record Pair(Member who, CaseRef ref) {}

    /** What ought to hold. */
    private static final class Model {
        private final Map<CaseRef, AreaId> home = new LinkedHashMap<>();
        private final List<Referral> referrals = new ArrayList<>();
        private final Set<Pair> walls = new HashSet<>();
        private final Set<Pair> emergencies = new HashSet<>();

        Set<Compartment> opens(Member who, CaseRef ref) {
            if (walls.contains(new Pair(who, ref))) return Set.of();
            var open = new HashSet<Compartment>();
            if (who.area.equals(home.get(ref))) open.addAll(ASKED);
            for (var referral : referrals) {
                if (referral.ref.equals(ref) && referral.to.equals(who.area)) open.addAll(REFERRED);
            }
            if (emergencies.contains(new Pair(who, ref))) open.addAll(EMERGENCY);
            open.retainAll(ASKED);
            return open;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 2026, 987_654_321})
    void rowSecurityAnswersAsTheModel(long seed) {
        var dice = new Random(seed);
        var areas = List.of(Acting.POLICE, Acting.DIF, Acting.HEALTH);
        var members = new ArrayList<Member>();
        for (var area : areas) {
            for (int i = 0; i < 2; i++) members.add(new Member(acting.someone(area, Role.FIRST_CONTACT), area));
        }
        var model = new Model();
        for (var area : areas) model.home.put(register(clerk(members, area)), area);
        var refs = List.copyOf(model.home.keySet());

        for (int step = 0; step < STEPS; step++) {
            var ref = refs.get(dice.nextInt(refs.size()));
            var who = members.get(dice.nextInt(members.size()));
            var what = act(dice.nextInt(6), model, members, who, ref, areas.get(dice.nextInt(areas.size())), dice);
            for (var member : members) {
                for (var one : refs) {
                    var open = new HashSet<Compartment>();
                    member.someone.runs(() -> ASKED.forEach(compartment -> {
                        if (cases.read(one, compartment).isPresent()) open.add(compartment);
                    }));
                    var head = member.someone.does(() -> cases.head(one.id()));
                    assertThat(open)
                            .as("seed %d, step %d (%s)", seed, step, what)
                            .isEqualTo(model.opens(member, one));
                    assertThat(head.isPresent()).isEqualTo(!open.isEmpty());
                }
            }
        }
    }

    private String act(int what, Model model, List<Member> members, Member who, CaseRef ref, AreaId area, Random dice) {
        var home = java.util.Objects.requireNonNull(model.home.get(ref));
        switch (what) {
            case 0 -> {
                var sender = members.stream()
                        .filter(member -> member.area.equals(home) && !model.walls.contains(new Pair(member, ref)))
                        .findFirst();
                if (sender.isEmpty()) return "nobody left to refer";
                var source = Ids.next();
                sender.get()
                        .someone
                        .runs(() -> transaction.executeWithoutResult(
                                status -> grants.shareForReferral(ref, area, REFERRED, source)));
                model.referrals.add(new Referral(ref, area, source));
                return "referred";
            }
            case 1 -> {
                if (model.referrals.isEmpty()) return "no referral";
                var ended = model.referrals.remove(dice.nextInt(model.referrals.size()));
                superuser("update cauce.case_grant set until_at = clock_timestamp() where source_id = '" + ended.source
                        + "'");
                return "referral ended";
            }
            case 2 -> {
                var raiser = members.stream()
                        .filter(member ->
                                member != who && !model.opens(member, ref).isEmpty())
                        .filter(member -> member.area.equals(home))
                        .findFirst();
                if (raiser.isEmpty()) return "nobody to raise a wall";
                raiser.get().someone.runs(() -> walls.raise(ref, who.someone.id(), Walls.Reason.OTHER));
                model.walls.add(new Pair(who, ref));
                return "wall";
            }
            case 3 -> {
                superuser(
                        "update cauce.case_exclusion set until_at = clock_timestamp() where until_at is null and staff_id = '"
                                + who.someone.id() + "' and case_id = '" + ref.id() + "'");
                model.walls.remove(new Pair(who, ref));
                return "wall lifted";
            }
            case 4 -> {
                boolean had = !model.opens(who, ref).isEmpty();
                boolean walled = model.walls.contains(new Pair(who, ref));
                var answer = who.someone.does(() -> emergency.open(Sensitive.of(ref.folio()), WHY));
                assertThat(answer instanceof EmergencyOutcome.Opened).isEqualTo(!had && !walled);
                if (answer instanceof EmergencyOutcome.Opened) model.emergencies.add(new Pair(who, ref));
                return "emergency";
            }
            default -> {
                superuser(
                        "update cauce.case_grant set until_at = clock_timestamp() where source = 'BREAK_GLASS' and audience = '"
                                + who.someone.id() + "' and case_id = '" + ref.id() + "'");
                model.emergencies.remove(new Pair(who, ref));
                return "emergency over";
            }
        }
    }

    private static Someone clerk(List<Member> members, AreaId area) {
        return members.stream()
                .filter(member -> member.area.equals(area))
                .findFirst()
                .orElseThrow()
                .someone;
    }

    private CaseRef register(Someone by) {
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(Compartment.IDENTITY, new Answers(Map.of("given", "Modelo"))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
    }

    private static void superuser(String statement) {
        try (var owner = TestDatabase.shared().asSuperuser();
                var open = owner.createStatement()) {
            open.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
