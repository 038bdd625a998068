package mx.gob.jocotepec.cauce.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mx.gob.jocotepec.cauce.attention.Attentions;
import mx.gob.jocotepec.cauce.casefile.CaseClosing;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseGrants;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.RiskAssessments;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess.Result;
import mx.gob.jocotepec.cauce.oversight.EmergencyOutcome.Reason;
import mx.gob.jocotepec.cauce.person.SaveOutcome;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.NotFreshException;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** UC-013: a case of another area, now. */
@SpringBootTest
@Import(Acting.class)
class EmergencyAccessTests {
    private static final Sensitive WHY = Sensitive.of("Está en la puerta y él la busca");

    @Autowired
    RiskAssessments risks;

    @Autowired
    EmergencyAccess emergency;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseEvents events;

    @Autowired
    CaseGrants grants;

    @Autowired
    Attentions attentions;

    @Autowired
    Walls walls;

    @Autowired
    ReadBudgets budgets;

    @Autowired
    CaseClosing closing;

    @Autowired
    Acting acting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    Acting.Someone health;
    Acting.Someone officer;
    Acting.Someone direction;
    CaseRef ref;

    @BeforeEach
    void aCaseOfHealth() {
        health = acting.someone(Acting.HEALTH, Role.FIRST_CONTACT);
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        ref = register(Map.of("given", "Edna", "surname1", "Loza"));
    }

    private CaseRef register(Map<String, String> identity) {
        return ((RegisterOutcome.Registered) health.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(
                                Compartment.IDENTITY, new Answers(identity),
                                Compartment.FACTS, new Answers(Map.of("on", "2026-01-05", "types", "PHYSICAL")),
                                Compartment.SOCIAL, new Answers(Map.of("children", "2"))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
    }

    private EmergencyOutcome opens(Acting.Someone who, String sought) {
        return who.does(() -> emergency.open(Sensitive.of(sought), WHY));
    }

    private boolean sees(Acting.Someone who) {
        return who.does(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()))
                .isPresent();
    }

    private EmergencyAccess.Use use() {
        return direction.does(() -> emergency.toReview()).stream()
                .filter(one -> one.ref().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void opensWhatIsNeededToProtectHerAndNoMore() {
        assertThat(sees(officer)).isFalse();

        assertThat(opens(officer, ref.folio()))
                .isInstanceOfSatisfying(
                        EmergencyOutcome.Opened.class,
                        opened -> assertThat(opened.ref()).isEqualTo(ref));

        var head = officer.does(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));
        assertThat(head.orElseThrow().compartments())
                .containsExactlyInAnyOrder(
                        Compartment.IDENTITY, Compartment.CONTACT, Compartment.FACTS, Compartment.AGGRESSOR);
        assertThat(officer.does(() -> cases.read(ref, Compartment.IDENTITY))).isPresent();
        assertThat(officer.does(() -> cases.read(ref, Compartment.SOCIAL))).isEmpty();
        assertThat(officer.does(() -> attentions.ofCase(ref, 0, 10))).isEmpty();
    }

    @Test
    void aCurpWithoutAGrantOpensItToo() {
        var curp = "HEGG560427MVZRRL04";
        register(Map.of("given", "Gilda", "curp", curp));

        assertThat(opens(acting.someone(Acting.area(12), Role.SOCIAL_WORK), curp))
                .isInstanceOf(EmergencyOutcome.Opened.class);
    }

    @Test
    void theTimelineAndTheReadersEndWhereTheAccessEnds() {
        health.runs(() -> transaction.executeWithoutResult(status -> {
            events.tell(ref, "ATTENTION_RECORDED", "kind=THERAPY;discipline=PSYCHOLOGY", null);
            events.tell(ref, "REFERRAL_SENT", "service=PSYCHOLOGY", null);
            events.tell(ref, "PART_SAVED", "LEGAL", null);
            events.tell(ref, "PART_SAVED", "FACTS", null);
        }));
        assertThat(sees(health)).isTrue();

        opens(officer, ref.folio());

        assertThat(officer.does(() -> events.timeline(ref, 0, 20)))
                .extracting(CaseEvents.Entry::kind, CaseEvents.Entry::detail)
                .containsExactlyInAnyOrder(
                        tuple("CASE_REGISTERED", ""), tuple("PART_SAVED", "FACTS"), tuple("BREAK_GLASS", ""));
        assertThat(health.does(() -> events.timeline(ref, 0, 20))).hasSize(6);
        assertThat(sees(officer)).isTrue();
        assertThat(officer.does(() -> cases.readers(ref))).isEmpty();
        assertThat(health.does(() -> cases.readers(ref))).isNotEmpty();
        assertThat(officer.does(() -> cases.head(ref.id())).orElseThrow().emergency())
                .isTrue();
        assertThat(health.does(() -> cases.head(ref.id())).orElseThrow().emergency())
                .isFalse();
    }

    @Test
    void isToReadOnlyAndPassesNothingOn() {
        opens(officer, ref.folio());
        var facts = officer.does(() -> cases.read(ref, Compartment.FACTS)).orElseThrow();

        assertThat(officer.does(() -> cases.save(ref, Compartment.FACTS, facts.answers(), facts.version())))
                .isInstanceOf(SaveOutcome.NotFound.class);
        assertThatThrownBy(() -> officer.runs(() -> transaction.executeWithoutResult(status ->
                        grants.shareForReferral(ref, Acting.POLICE, Set.of(Compartment.IDENTITY), Ids.next()))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> officer.does(() -> cases.register(
                        new NewCase(ref.person(), Map.of(), true, CaseHead.Consent.GIVEN, null, "IN_PERSON"))))
                .isInstanceOf(RuntimeException.class);
        Integer changed = officer.does(() -> transaction.execute(status -> jdbc.update(
                "update person_part set version = 9 where person_id = ?",
                ref.person().value())));
        assertThat(changed).isZero();
    }

    @Test
    void addsNothingThatWasMissingEither() {
        opens(officer, ref.folio());
        var keys = Map.of("c", ref.id().value(), "p", ref.person().value());

        for (var insert : new String[] {
            "insert into case_part (case_id, compartment, updated_at) values (:c, 'AGGRESSOR', now())",
            "insert into person_part (person_id, compartment, updated_at) values (:p, 'CONTACT', now())",
            "insert into case_event (id, case_id, person_id, at, kind) values (gen_random_uuid(), :c, :p, now(), 'CASE_CLOSED')"
        }) {
            assertThatThrownBy(() -> officer.runs(() -> transaction.executeWithoutResult(status ->
                            JdbcClient.create(jdbc).sql(insert).params(keys).update())))
                    .as(insert)
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void keepsNoAttemptToReachHerWithWhichTheCaseCouldBeClosed() {
        opens(officer, ref.folio());

        assertThat(officer.does(() -> closing.attempted(ref, CaseClosing.Manner.CALL, false)))
                .isFalse();
        assertThat(health.does(() -> closing.attempted(ref, CaseClosing.Manner.CALL, false)))
                .isTrue();
    }

    @Test
    void assessesNoRisk() {
        opens(officer, ref.folio());

        assertThat(officer.does(() -> risks.assess(ref, Answers.NONE, RiskLevel.HIGH)))
                .isInstanceOf(RiskAssessments.Outcome.NotFound.class);
    }

    @Test
    void putsUpNoWallWithWhichNobodyCouldReviewIt() {
        opens(officer, ref.folio());

        assertThat(officer.does(() -> walls.raise(ref, direction.id(), Walls.Reason.CLOSE)))
                .isEqualTo(Walls.Raised.NOT_RAISED);

        assertThat(use().result()).isNull();
        assertThatThrownBy(() -> officer.runs(() -> transaction.executeWithoutResult(status -> jdbc.update(
                        "insert into case_exclusion (id, case_id, person_id, staff_id, reason, from_at, created_by) values (?, ?, ?, ?, 'CLOSE', now(), ?)",
                        Ids.next(),
                        ref.id().value(),
                        ref.person().value(),
                        direction.id().value(),
                        officer.id().value()))))
                .hasStackTraceContaining("permission denied for table case_exclusion");
    }

    @Test
    void aBlockedCaseAnswersLikeAnUnknownOneAndCounts() {
        superuser(
                "insert into cauce.case_block (id, case_id, person_id, folio, reason, blocked_at, blocked_by) values (gen_random_uuid(), '"
                        + ref.id() + "', '" + ref.person() + "', '" + ref.folio()
                        + "', 'ORDER', now(), gen_random_uuid())");
        var before = denials(officer);

        assertThat(opens(officer, ref.folio())).isEqualTo(new EmergencyOutcome.Refused(Reason.NOTHING));

        assertThat(denials(officer) - before).isEqualTo(1);
        for (int i = 0; i < 9; i++) opens(officer, ref.folio());
        assertThat(opens(officer, ref.folio())).isEqualTo(new EmergencyOutcome.Refused(Reason.TOO_MANY));
    }

    @Test
    void nobodyWritesReservedNotesForWhoeverIsThereInAnEmergency() {
        var ours = acting.someone(Acting.HEALTH, Role.PSYCHOLOGY);
        var other = acting.someone(Acting.HEALTH, Role.PSYCHOLOGY);
        var stranger = acting.someone(Acting.POLICE, Role.PSYCHOLOGY);
        opens(stranger, ref.folio());

        assertThat(readersOfNotes(ours))
                .contains(other.id().value())
                .doesNotContain(stranger.id().value());
        assertThat(readersOfNotes(stranger)).isEmpty();
    }

    private List<UUID> readersOfNotes(Acting.Someone who) {
        return who.does(() -> transaction.execute(status -> jdbc.queryForList(
                "select staff_id from reserved_readers(?, 'PSYCHOLOGY')",
                UUID.class,
                ref.id().value())));
    }

    @Test
    void unknownAndWalledAnswerAlikeAndBothStayInTheTrail() {
        health.runs(() -> walls.raise(ref, officer.id(), Walls.Reason.AGGRESSOR));
        var before = denials(officer);

        var walled = opens(officer, ref.folio());
        var unknown = opens(officer, "CAU-2026-99997");

        assertThat(walled)
                .isEqualTo(new EmergencyOutcome.Refused(Reason.NOTHING))
                .isEqualTo(unknown);
        assertThat(sees(officer)).isFalse();
        assertThat(denials(officer) - before).isEqualTo(3);
        assertThat(direction.does(() -> emergency.toReview()))
                .noneMatch(use -> use.ref().equals(ref));
    }

    @Test
    void aWallRaisedAfterwardsEndsIt() {
        opens(officer, ref.folio());
        assertThat(sees(officer)).isTrue();

        health.runs(() -> walls.raise(ref, officer.id(), Walls.Reason.CLOSE));

        assertThat(sees(officer)).isFalse();
        assertThat(officer.does(() -> emergency.running(ref))).isEmpty();
    }

    @Test
    void endsAfterFourHours() {
        opens(officer, ref.folio());

        superuser(
                "update cauce.case_grant set until_at = until_at - interval '4 hours' where source = 'BREAK_GLASS' and case_id = '"
                        + ref.id().value() + "'");

        assertThat(sees(officer)).isFalse();
    }

    @Test
    void ofAFolioOfThisYearTheNumberIsEnough() {
        var number = Integer.toString(Folio.parse(ref.folio()).orElseThrow().number());

        assertThat(opens(officer, " " + number))
                .isInstanceOfSatisfying(
                        EmergencyOutcome.Opened.class,
                        opened -> assertThat(opened.ref()).isEqualTo(ref));
    }

    @Test
    void whatNoListShowsAnyMoreIsNotCountedEither() {
        var audit = acting.someone(Acting.AUDITORS, Role.AUDIT);
        opens(officer, ref.folio());
        var toClose = direction.does(() -> emergency.waiting()).toClose();
        var toSee = health.does(() -> emergency.waiting()).toSee();
        var counted = audit.does(() -> budgets.waiting()).emergencies();

        superuser("update cauce.case_grant set until_at = now() where case_id = '" + ref.id() + "'");
        superuser(
                "insert into cauce.case_block (id, case_id, person_id, folio, reason, blocked_at, blocked_by) values (gen_random_uuid(), '"
                        + ref.id() + "', '" + ref.person() + "', '" + ref.folio()
                        + "', 'ORDER', now(), gen_random_uuid())");

        assertThat(direction.does(() -> emergency.toReview()))
                .noneMatch(one -> one.ref().equals(ref));
        assertThat(direction.does(() -> emergency.waiting()).toClose()).isEqualTo(toClose - 1);
        assertThat(health.does(() -> emergency.waiting()).toSee()).isEqualTo(toSee - 1);
        assertThat(audit.does(() -> budgets.waiting()).emergencies()).isEqualTo(counted - 1);
    }

    @Test
    void theDireccionAndTheAreaAreToldAtOnceAndTheReviewHasToBeClosed() {
        opens(officer, ref.folio());

        var use = use();
        assertThat(use.reason()).isEqualTo(WHY);
        assertThat(health.does(() -> emergency.unseen())).anySatisfy(seen -> {
            assertThat(seen.ref()).isEqualTo(ref);
            assertThat(seen.reason()).isNull();
        });
        assertThat(health.does(() -> events.timeline(ref, 0, 10)))
                .anyMatch(entry -> entry.kind().equals("BREAK_GLASS"));
        assertThat(health.does(() -> emergency.seen(use))).isTrue();
        assertThat(health.does(() -> emergency.unseen()))
                .noneMatch(one -> one.ref().equals(ref));

        assertThat(direction.does(() -> emergency.close(use, Result.NOT_JUSTIFIED, Sensitive.of("No había prisa"))))
                .isTrue();

        assertThat(direction.does(() -> emergency.toReview()))
                .noneMatch(one -> one.ref().equals(ref));
        assertThat(sees(officer)).isFalse();
        assertThat(direction.does(() -> emergency.close(use, Result.JUSTIFIED, Sensitive.of("otra vez"))))
                .isFalse();
    }

    @Test
    void nobodyReviewsHerOwn() {
        var both = acting.someone(Acting.POLICE, Role.FIRST_CONTACT, Role.DIRECTION);
        opens(both, ref.folio());
        var use = use();

        assertThat(both.does(() -> emergency.close(use, Result.JUSTIFIED, Sensitive.of("Fui yo"))))
                .isFalse();
        assertThat(use().result()).isNull();
    }

    @Test
    void wantsAReasonInWordsAndAFolioOrACurp() {
        assertThat(officer.does(() -> emergency.open(Sensitive.of(ref.folio()), Sensitive.of("urge mucho"))))
                .isEqualTo(new EmergencyOutcome.Refused(Reason.REASON_TOO_SHORT));
        assertThat(officer.does(() -> emergency.open(Sensitive.of("Edna Loza"), WHY)))
                .isEqualTo(new EmergencyOutcome.Refused(Reason.NEITHER_FOLIO_NOR_CURP));
    }

    @Test
    void asksFirstWhoSitsThere() {
        superuser("update cauce.staff_session set proved_at = proved_at - interval '6 minutes' where staff_id = '"
                + officer.id() + "'");

        assertThatThrownBy(() -> opens(officer, ref.folio())).isInstanceOf(NotFreshException.class);
        assertThat(sees(officer)).isFalse();
    }

    @Test
    void afterTenMissesInADayNothingIsLookedUp() {
        for (int i = 0; i < 10; i++) opens(officer, "CAU-2026-%05d".formatted(90_000 + i));

        assertThat(opens(officer, ref.folio())).isEqualTo(new EmergencyOutcome.Refused(Reason.TOO_MANY));
        assertThat(sees(officer)).isFalse();
    }

    @Test
    void isNotForWhoAttendsNobody() {
        for (var role : new Role[] {Role.ADMINISTRATION, Role.PLANNING, Role.AUDIT, Role.TRANSPARENCY}) {
            var other = acting.someone(Acting.SYSTEMS, role);

            assertThatThrownBy(() -> opens(other, ref.folio())).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void theReasonLiesSealed() throws SQLException {
        opens(officer, ref.folio());

        try (var owner = TestDatabase.shared().asSuperuser();
                var rows = owner.createStatement()
                        .executeQuery(
                                "select count(*) from cauce.break_glass b where position('puerta'::bytea in b.sealed) > 0"
                                        + " or b.case_id is not null and b.sealed is null")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private static long denials(Acting.Someone who) {
        try (var owner = TestDatabase.shared().asSuperuser();
                var rows = owner.createStatement()
                        .executeQuery("select count(*) from cauce.trail_entry where outcome = 'DENIED' and actor = '"
                                + who.id() + "'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
