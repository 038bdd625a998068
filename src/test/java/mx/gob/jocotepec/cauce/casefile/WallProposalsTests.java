package mx.gob.jocotepec.cauce.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Decision;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Ground;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Curp;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.staff.StaffAccounts;
import mx.gob.jocotepec.cauce.staff.StaffCurps;
import mx.gob.jocotepec.cauce.staff.StaffData;
import mx.gob.jocotepec.cauce.staff.StaffOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** UC-012: the program proposes walls, the Dirección decides. */
@SpringBootTest
@Import(Acting.class)
class WallProposalsTests {
    @Autowired
    CaseFiles cases;

    @Autowired
    WallProposals proposals;

    @Autowired
    Walls walls;

    @Autowired
    WallBacklog backlog;

    @Autowired
    StaffCurps curps;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    Acting.Someone officer;
    Acting.Someone direction;
    String given;
    String surname;

    @BeforeEach
    void people() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        // of this test alone, so that no case of another one matches
        given = "Ad" + letters();
        surname = "Uz" + letters();
    }

    private static String letters() {
        return Ids.next()
                .toString()
                .substring(24)
                .chars()
                .collect(
                        StringBuilder::new,
                        (text, sign) -> text.append((char) ('a' + sign % 16)),
                        StringBuilder::append)
                .toString();
    }

    private CaseRef register(Acting.Someone by, Map<String, String> aggressor) {
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(
                                Compartment.IDENTITY, new Answers(Map.of("given", "Ilse", "surname1", "Razo")),
                                Compartment.AGGRESSOR, new Answers(aggressor)),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
    }

    private boolean sees(Acting.Someone who, CaseRef ref) {
        return who.does(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()))
                .isPresent();
    }

    private List<WallProposals.Proposal> of(CaseRef ref) {
        return direction.does(() -> proposals.of(ref));
    }

    @Test
    void theSameNamePutsTheWallUpAtOnceAndTellsTheDireccionOnly() {
        var policeman = acting.named(Acting.POLICE, "Cmdte. " + given + " " + surname + " Paz", Role.FIRST_CONTACT);

        var ref = register(officer, Map.of("name", surname + " Paz " + given));

        assertThat(sees(officer, ref)).isTrue();
        assertThat(sees(policeman, ref)).isFalse();
        assertThat(of(ref)).singleElement().satisfies(proposal -> {
            assertThat(proposal.staff()).isEqualTo(policeman.id());
            assertThat(proposal.ground()).isEqualTo(Ground.SAME_NAME);
            assertThat(proposal.standing()).isTrue();
        });
    }

    @Test
    void whatIsAboutABlockedCaseIsNeitherListedNorCounted() throws java.sql.SQLException {
        acting.named(Acting.POLICE, given + " " + surname + " Paz", Role.FIRST_CONTACT);
        var ref = register(officer, Map.of("name", surname + " Paz " + given));
        var before = direction.does(() -> proposals.count());

        try (var owner = mx.gob.jocotepec.cauce.database.TestDatabase.shared().asSuperuser();
                var open = owner.createStatement()) {
            open.execute("update cauce.case_grant set until_at = now() where case_id = '" + ref.id() + "'");
            open.execute(
                    "insert into cauce.case_block (id, case_id, person_id, folio, reason, blocked_at, blocked_by) values (gen_random_uuid(), '"
                            + ref.id() + "', '" + ref.person() + "', '" + ref.folio()
                            + "', 'ORDER', now(), gen_random_uuid())");
        }

        assertThat(of(ref)).isEmpty();
        assertThat(direction.does(() -> proposals.count())).isEqualTo(before - 1);
    }

    @Test
    void whoRegistersHisOwnNameGetsTheUsualAnswerAndNothingElse() {
        var policeman = acting.named(Acting.POLICE, given + " " + surname + " Paz", Role.FIRST_CONTACT);

        var ref = register(policeman, Map.of("name", given + " " + surname + " Paz"));

        assertThat(ref.folio()).isNotBlank();
        assertThat(sees(policeman, ref)).isFalse();
        assertThat(policeman.does(() -> cases.head(ref.id()))).isEmpty();
        assertThat(sees(officer, ref)).isTrue();
        assertThat(of(ref)).hasSize(1);
    }

    @Test
    void aNameThatOnlySoundsAlikeIsProposedAndTheDireccionKeepsHimAway() {
        var policeman = acting.named(Acting.POLICE, given + " " + surname + " Hernández", Role.FIRST_CONTACT);
        var ref = register(officer, Map.of("name", given + " " + surname + " Ernandes"));
        assertThat(sees(policeman, ref)).isTrue();
        var proposal = of(ref).getFirst();
        assertThat(proposal.ground()).isEqualTo(Ground.SOUNDS_ALIKE);

        assertThat(direction.does(() -> proposals.decide(proposal.id(), Decision.KEPT_AWAY)))
                .isTrue();

        assertThat(sees(policeman, ref)).isFalse();
        assertThat(of(ref)).isEmpty();
    }

    @Test
    void withoutAReasonTheProvisionalWallFallsAndIsNotProposedAgain() {
        var policeman = acting.named(Acting.POLICE, given + " " + surname + " Paz", Role.FIRST_CONTACT);
        var ref = register(officer, Map.of("name", given + " " + surname + " Paz"));
        var proposal = of(ref).getFirst();

        direction.runs(() -> proposals.decide(proposal.id(), Decision.NO_REASON));
        var part = officer.does(() -> cases.read(ref, Compartment.AGGRESSOR)).orElseThrow();
        officer.runs(
                () -> cases.save(ref, Compartment.AGGRESSOR, part.answers().with(Map.of("age", "41")), part.version()));

        assertThat(sees(policeman, ref)).isTrue();
        assertThat(of(ref)).isEmpty();
    }

    @Test
    void aLaterChangeOfTheSectionIsComparedToo() {
        var policeman = acting.named(Acting.POLICE, given + " " + surname + " Paz", Role.FIRST_CONTACT);
        var ref = register(officer, Map.of("relationship", "HUSBAND"));
        assertThat(of(ref)).isEmpty();
        var part = officer.does(() -> cases.read(ref, Compartment.AGGRESSOR)).orElseThrow();

        officer.runs(() -> cases.save(
                ref,
                Compartment.AGGRESSOR,
                part.answers().with(Map.of("name", given + " " + surname + " Paz")),
                part.version()));

        assertThat(sees(policeman, ref)).isFalse();
    }

    @Test
    void aNewAccountIsComparedWithEveryAggressorOnRecord() {
        var ref = register(officer, Map.of("name", given + " " + surname + " Paz"));
        var late = acting.named(Acting.POLICE, given + " " + surname + " Paz", Role.FIRST_CONTACT);
        var sister = acting.named(Acting.POLICE, "Otra " + surname + " Paz", Role.FIRST_CONTACT);

        backlog.catchUp();

        assertThat(sees(late, ref)).isFalse();
        assertThat(sees(sister, ref)).isTrue();
        assertThat(of(ref))
                .extracting(WallProposals.Proposal::ground)
                .containsExactlyInAnyOrder(Ground.SAME_NAME, Ground.SURNAMES);
    }

    @Test
    void aPublicServantWithoutANameIsLookedAtByTheDireccion() {
        for (var answers : List.of(
                Map.of("publicServant", "YES"),
                Map.of("relationship", "PUBLIC_SERVANT"),
                Map.of("occupation", "Policía municipal"))) {
            var ref = register(officer, answers);

            assertThat(of(ref)).as(answers.toString()).singleElement().satisfies(proposal -> {
                assertThat(proposal.staff()).isNull();
                assertThat(proposal.ground()).isEqualTo(Ground.PUBLIC_SERVANT);
            });
        }
        assertThat(of(register(officer, Map.of("occupation", "Albañil")))).isEmpty();
    }

    @Test
    void whoKnowsOneOfThemStepsAside() {
        var neighbour = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        var ref = register(officer, new HashMap<>());
        assertThat(sees(neighbour, ref)).isTrue();

        assertThat(neighbour.does(() -> walls.declare(ref, Walls.Reason.CLOSE))).isTrue();

        assertThat(sees(neighbour, ref)).isFalse();
        assertThat(neighbour.does(() -> walls.declare(ref, Walls.Reason.CLOSE))).isFalse();
        assertThat(of(ref)).extracting(WallProposals.Proposal::ground).containsExactly(Ground.DECLARED);
    }

    @Test
    void nobodySeesOrDecidesWhatConcernsHerself() {
        var head = acting.named(Acting.DIRECTION, given + " " + surname + " Ernandes", Role.DIRECTION);
        var ref = register(officer, Map.of("name", given + " " + surname + " Hernández"));
        var proposal = of(ref).getFirst();
        assertThat(proposal.staff()).isEqualTo(head.id());

        assertThat(head.does(() -> proposals.of(ref))).isEmpty();
        assertThat(head.does(() -> proposals.open())).noneMatch(one -> one.ref().equals(ref));
        assertThat(head.does(() -> proposals.decide(proposal.id(), Decision.NO_REASON)))
                .isFalse();
    }

    @Test
    void anAuditorCountsNeitherWhatIsAboutHerNorWhomSheIsKeptAwayFrom() {
        var auditor = acting.named(Acting.AUDITORS, given + " " + surname + " Hernández", Role.AUDIT);
        int before = waiting(auditor);
        var another = acting.someone(Acting.AUDITORS, Role.AUDIT);
        int othersBefore = waiting(another);

        register(officer, Map.of("name", given + " " + surname + " Ernandes"));
        var walled = register(officer, Map.of("name", given + " " + surname + " Hernández"));
        officer.runs(() -> walls.declare(walled, Walls.Reason.CLOSE));

        assertThat(waiting(another)).isEqualTo(othersBefore + 3);
        assertThat(waiting(auditor)).isEqualTo(before);
    }

    private int waiting(Acting.Someone auditor) {
        return java.util.Objects.requireNonNull(auditor.does(() -> transaction.execute(
                status -> jdbc.queryForObject("select walls from reviews_waiting()", Integer.class))));
    }

    @Test
    void whoSetsACurpProvesHerselfFirst() throws java.sql.SQLException {
        var administrator = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        try (var owner = mx.gob.jocotepec.cauce.database.TestDatabase.shared().asSuperuser();
                var work = owner.createStatement()) {
            work.execute(
                    "update cauce.staff_session set proved_at = proved_at - interval '6 minutes' where staff_id = '"
                            + administrator.id() + "'");
        }
        var curp = ((Curp.Valid) Curp.parse("SABC560626MDFLRN01")).curp();

        assertThatThrownBy(() -> administrator.does(() -> curps.set(officer.id(), curp)))
                .isInstanceOf(mx.gob.jocotepec.cauce.staff.NotFreshException.class);
    }

    @Test
    void anAdministratorSetsHerOwnCurpNeitherHereNorInTheDatabase() {
        var administrator = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        var curp = ((Curp.Valid) Curp.parse("SABC560626MDFLRN01")).curp();

        assertThat(administrator.does(() -> curps.set(administrator.id(), curp)))
                .isEqualTo(StaffCurps.Answer.YOURSELF);
        assertThatThrownBy(() -> administrator.runs(() -> transaction.executeWithoutResult(status -> jdbc.queryForList(
                        "select set_staff_curp(?, 'x'::bytea)",
                        administrator.id().value()))))
                .hasStackTraceContaining("nobody sets her own");
    }

    @Test
    void theSameCurpPutsTheWallUpWhateverTheName() {
        var curp = (Curp.Valid) Curp.parse("BEML920313HCMLNS09");
        var policeman = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        var administrator = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        assertThat(administrator.does(() -> curps.set(policeman.id(), curp.curp())))
                .isEqualTo(StaffCurps.Answer.SET);
        assertThat(administrator.does(() -> curps.set(officer.id(), curp.curp())))
                .isEqualTo(StaffCurps.Answer.NOT_HERS);

        var ref =
                register(officer, Map.of("name", "El Chato", "curp", curp.curp().value()));

        assertThat(sees(policeman, ref)).isFalse();
        assertThat(of(ref)).extracting(WallProposals.Proposal::ground).containsExactly(Ground.CURP);
    }

    @Test
    void thatHeKnowsOneOfThemAndHasNoConflictDoesNotSwitchTheCertainMatchOff() {
        var neighbour = acting.named(Acting.POLICE, given + " " + surname + " Paz", Role.FIRST_CONTACT);
        var ref = register(officer, Map.of("description", "un vecino"));
        neighbour.runs(() -> walls.declare(ref, Walls.Reason.OTHER));
        decide(ref, Ground.DECLARED, Decision.NO_REASON);
        assertThat(sees(neighbour, ref)).isTrue();

        name(ref, given + " " + surname + " Paz");

        assertThat(sees(neighbour, ref)).isFalse();
        assertThat(of(ref)).extracting(WallProposals.Proposal::ground).containsExactly(Ground.SAME_NAME);
    }

    @Test
    void whatIsFoundWhileHeIsKeptAwayAnywayKeepsHimAwayWhenTheOtherReasonFalls() {
        var neighbour = acting.named(Acting.POLICE, given + " " + surname + " Paz", Role.FIRST_CONTACT);
        var ref = register(officer, Map.of("description", "un vecino"));
        neighbour.runs(() -> walls.declare(ref, Walls.Reason.OTHER));
        name(ref, given + " " + surname + " Paz");

        decide(ref, Ground.DECLARED, Decision.NO_REASON);
        assertThat(sees(neighbour, ref)).isFalse();

        decide(ref, Ground.SAME_NAME, Decision.NO_REASON);
        assertThat(sees(neighbour, ref)).isTrue();
        name(ref, given + " " + surname + " Paz ");
        assertThat(sees(neighbour, ref)).as("not again on the same ground").isTrue();
    }

    @Test
    void aNewNameOfAnAccountHidesNobody() {
        var policeman = acting.named(Acting.POLICE, given + " " + surname + " Paz", Role.FIRST_CONTACT);
        rename(policeman, "Otro Nombre Cualquiera");

        var ref = register(officer, Map.of("name", given + " " + surname + " Paz"));

        assertThat(sees(policeman, ref)).isFalse();
        rename(policeman, given + " " + surname + " Ernandes");
        assertThat(sees(policeman, ref)).isFalse();
    }

    @Test
    void anAccountThatWasRenamedBeforeItWasComparedIsComparedByBothNames() {
        var ref = register(officer, Map.of("name", given + " " + surname + " Paz"));
        var late = acting.named(Acting.POLICE, given + " " + surname + " Paz", Role.FIRST_CONTACT);
        rename(late, "Otra " + surname + " Paz");

        backlog.catchUp();

        assertThat(sees(late, ref)).isFalse();
        assertThat(of(ref)).extracting(WallProposals.Proposal::ground).containsExactly(Ground.SAME_NAME);
    }

    private void decide(CaseRef ref, Ground ground, Decision decision) {
        var proposal = of(ref).stream()
                .filter(one -> one.ground() == ground)
                .findFirst()
                .orElseThrow();
        assertThat(direction.does(() -> proposals.decide(proposal.id(), decision)))
                .isTrue();
    }

    private void name(CaseRef ref, String name) {
        var part = officer.does(() -> cases.read(ref, Compartment.AGGRESSOR)).orElseThrow();
        officer.runs(() ->
                cases.save(ref, Compartment.AGGRESSOR, part.answers().with(Map.of("name", name)), part.version()));
    }

    private void rename(Acting.Someone who, String name) {
        var administrator = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        var was = administrator.does(() -> accounts.find(who.id())).orElseThrow();
        assertThat(administrator.does(() -> accounts.change(
                        who.id(), new StaffData(was.username(), name, null, was.area(), was.roles()), was.version())))
                .isEqualTo(new StaffOutcome.Changed());
    }
}
