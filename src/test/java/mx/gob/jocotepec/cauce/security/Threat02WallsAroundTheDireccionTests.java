package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.WallProposals;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Decision;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Ground;
import mx.gob.jocotepec.cauce.casefile.WallProposals.Proposal;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.casefile.Walls.Raised;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Acting.Someone;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever may edit a case would hide it from all of the Dirección; or the aggressor is the Dirección. Of a database of its own. */
@SpringBootTest
@Import(Acting.class)
@DirtiesContext
class Threat02WallsAroundTheDireccionTests extends SpringBrowserlessTest {
    private static TestDatabase database;

    @Autowired
    CaseFiles cases;

    @Autowired
    Walls walls;

    @Autowired
    WallProposals proposals;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    Someone officer;
    Someone auditor;
    CaseRef ref;

    @DynamicPropertySource
    static void databaseOfItsOwn(DynamicPropertyRegistry registry) {
        database = TestDatabase.fresh("walls_around_the_direccion");
        database.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void aCaseAndNobodyInTheDireccion() throws SQLException {
        superuser("update cauce.staff_account set active = false where 'DIRECTION' = any (roles)");
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        auditor = acting.someone(Acting.AUDITORS, Role.AUDIT);
        ref = register(Map.of());
    }

    @Test
    void whileSomebodyElseIsThereItStandsAtOnceAndSheLooksAtIt() throws SQLException {
        var kept = direction();
        var other = direction();

        assertThat(raise(officer, kept)).isEqualTo(Raised.LOOKED_AT);

        assertThat(sees(kept)).isFalse();
        assertThat(sees(other)).isTrue();
        assertThat(listed(kept)).isEmpty();
        assertThat(forAudit()).isEmpty();
        var proposal = listed(other).getFirst();
        assertThat(proposal.ground()).isEqualTo(Ground.RAISED);
        assertThat(proposal.standing()).isTrue();
        assertThat(kept.does(() -> proposals.decide(proposal.id(), Decision.NO_REASON)))
                .isFalse();
        assertThat(auditor.does(() -> proposals.decideWithoutDirection(proposal.id(), Decision.NO_REASON)))
                .isFalse();

        assertThat(other.does(() -> proposals.decide(proposal.id(), Decision.NO_REASON)))
                .isTrue();

        assertThat(sees(kept)).isTrue();
        assertThat(raise(officer, kept)).as("once").isEqualTo(Raised.NOT_RAISED);
    }

    @Test
    void theLastWhoCouldSeeHerIsKeptAwayOnlyWhenAuditSaysSo() throws SQLException {
        var first = direction();
        var last = direction();
        raise(officer, first);

        assertThat(raise(officer, last)).as("the same answer").isEqualTo(Raised.LOOKED_AT);

        assertThat(sees(last)).isTrue();
        assertThat(listed(last)).extracting(Proposal::staff).containsExactly(first.id());
        var proposal = forAudit().stream()
                .filter(one -> last.id().equals(one.staff()))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.standing()).isFalse();
        assertThat(last.does(() -> proposals.decide(proposal.id(), Decision.NO_REASON)))
                .isFalse();
        assertThat(auditor.does(() -> proposals.decideWithoutDirection(proposal.id(), Decision.KEPT_AWAY)))
                .isTrue();

        assertThat(sees(last)).isFalse();
    }

    @Test
    void whereHeIsTheOnlyOneThereItStandsAndAuditMayLiftIt() throws SQLException {
        var head = direction();

        assertThat(raise(officer, head)).isEqualTo(Raised.LOOKED_AT);

        assertThat(sees(head)).isFalse();
        assertThat(listed(head)).isEmpty();
        var proposal = forAudit().getFirst();
        assertThat(proposal.ref().folio()).isEqualTo(ref.folio());
        assertThat(auditor.does(() -> proposals.decideWithoutDirection(proposal.id(), Decision.NO_REASON)))
                .isTrue();

        assertThat(sees(head)).isTrue();
    }

    @Test
    void auditDecidesOnAPageThatShowsTheFolioAndNotTheCase() throws SQLException {
        var head = direction();
        raise(officer, head);
        auditor.signIn();

        UI.getCurrent().navigate("conflictos");

        assertThat(find(Span.class).withText(ref.folio()).all()).hasSize(1);
        assertThat(find(Anchor.class).withText(ref.folio()).all()).isEmpty();
        test(find(Button.class).withText("Confirmar").single()).click();
        assertThat(forAudit()).isEmpty();
        assertThat(sees(head)).isFalse();
    }

    @Test
    void writingTheNamesOfTheDireccionAsTheAggressorsKeepsTheLastAwayNoMore() throws SQLException {
        var first = direction();
        var last = direction();
        ref = register(Map.of("name", name(first)));
        assertThat(sees(first)).isFalse();
        var part = officer.does(() -> cases.read(ref, Compartment.AGGRESSOR)).orElseThrow();

        officer.runs(() -> cases.save(
                ref, Compartment.AGGRESSOR, part.answers().with(Map.of("name", name(last))), part.version()));

        assertThat(sees(last)).isTrue();
        assertThat(listed(last)).extracting(Proposal::staff).containsExactly(first.id());
        assertThat(forAudit()).extracting(Proposal::staff).containsExactly(last.id());
    }

    @Test
    void whoPutItUpAroundAColleagueDoesNotDecideIt() throws SQLException {
        var kept = direction();
        var raiser = direction();

        assertThat(raise(raiser, kept)).isEqualTo(Raised.LOOKED_AT);

        assertThat(sees(kept)).isFalse();
        assertThat(listed(raiser)).isEmpty();
        assertThat(forAudit()).extracting(Proposal::staff).containsExactly(kept.id());
        var third = direction();
        assertThat(forAudit()).isEmpty();
        assertThat(listed(third)).extracting(Proposal::staff).containsExactly(kept.id());
    }

    @Test
    void anAuditorDecidesNeitherAboutHerselfNorAWomanFromWhomSheIsKeptAway() throws SQLException {
        var head = direction();
        raise(officer, head);
        var proposal = forAudit().getFirst();
        officer.runs(() -> walls.raise(ref, auditor.id(), Walls.Reason.RELATIVE));

        assertThat(forAudit()).isEmpty();
        assertThat(auditor.does(() -> proposals.decideWithoutDirection(proposal.id(), Decision.NO_REASON)))
                .isFalse();
        assertThat(sees(head)).isFalse();
    }

    @Test
    void aWallAroundAnybodyElseStandsAtOnceAndWaitsForNobody() {
        var colleague = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);

        assertThat(raise(officer, colleague)).isEqualTo(Raised.STANDS);

        assertThat(sees(colleague)).isFalse();
    }

    @Test
    void theRuntimeRolePutsUpAndDecidesNothingByItself() throws SQLException {
        var head = direction();
        var other = direction();
        raise(officer, head);

        assertRefused(
                officer,
                "insert into case_exclusion (id, case_id, person_id, staff_id, reason, from_at, created_by) values ('"
                        + Ids.next() + "', '" + ref.id() + "', '" + ref.person() + "', '" + other.id()
                        + "', 'OTHER', now(), '" + officer.id() + "')");
        assertRefused(other, "update wall_proposal set decided_at = now(), decision = 'KEPT_AWAY'");
        assertRefused(
                officer, "select propose_wall(gen_random_uuid(), '" + ref.id() + "', null, 'RAISED', 'OTHER', now())");
    }

    @Test
    void anUnknownCaseIsAnsweredLikeOneOfOthers() {
        var stranger = acting.someone(Acting.HEALTH, Role.FIRST_CONTACT);

        assertThat(proposing(stranger, Ids.next().toString()))
                .isEqualTo(proposing(stranger, ref.id().toString()))
                .contains("not a case of the actor");
    }

    private String proposing(Someone who, String id) {
        try {
            who.runs(() -> execute(
                    "select propose_wall(gen_random_uuid(), '" + id + "', null, 'PUBLIC_SERVANT', 'OTHER', now())"));
            return "proposed";
        } catch (DataAccessException e) {
            return e.getMostSpecificCause().getMessage().replaceAll("(?s)\n.*", "");
        }
    }

    private void assertRefused(Someone who, String statement) {
        assertThatThrownBy(() -> who.runs(() -> execute(statement))).isInstanceOf(DataAccessException.class);
    }

    private void execute(String statement) {
        transaction.executeWithoutResult(status -> jdbc.execute(statement));
    }

    /** With a password, as somebody who can sign in and decide. */
    private Someone direction() throws SQLException {
        var person = acting.named(Acting.DIRECTION, "Ximena " + letters() + " " + letters(), Role.DIRECTION);
        superuser("update cauce.staff_account set password_hash = 'x' where id = '" + person.id() + "'");
        return person;
    }

    private static String letters() {
        return "Uz"
                + Ids.next()
                        .toString()
                        .substring(24)
                        .chars()
                        .mapToObj(sign -> String.valueOf((char) ('a' + sign % 16)))
                        .reduce("", String::concat);
    }

    private String name(Someone who) {
        return java.util.Objects.requireNonNull(who.does(() -> transaction.execute(status -> jdbc.queryForObject(
                "select display_name from staff_account where id = ?",
                String.class,
                who.id().value()))));
    }

    private Raised raise(Someone by, Someone who) {
        StaffId id = who.id();
        return by.does(() -> walls.raise(ref, id, Walls.Reason.CLOSE));
    }

    private boolean sees(Someone who) {
        return who.does(() -> cases.head(ref.id())).isPresent();
    }

    private List<Proposal> listed(Someone who) {
        return who.does(proposals::open).stream()
                .filter(one -> one.ref().equals(ref))
                .toList();
    }

    private List<Proposal> forAudit() {
        return auditor.does(proposals::withoutDirection).stream()
                .filter(one -> one.ref().equals(ref))
                .toList();
    }

    private CaseRef register(Map<String, String> aggressor) {
        return ((RegisterOutcome.Registered) officer.does(() -> cases.register(new NewCase(
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

    private static void superuser(String statement) throws SQLException {
        try (var superuser = database.asSuperuser();
                var open = superuser.createStatement()) {
            open.execute(statement);
        }
    }
}
