package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The aggressor works in the area that registered the case. */
@SpringBootTest
@Import(Acting.class)
class Threat02ExclusionWallTests {
    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    Walls walls;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    Acting.Someone officer;
    Acting.Someone aggressor;
    Acting.Someone direction;
    CaseRef ref;

    @BeforeEach
    void aCaseWithAWall() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        aggressor = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        ref = register(null);
        assertThat(officer.does(() -> walls.raise(ref, aggressor.id(), Walls.Reason.AGGRESSOR)))
                .isTrue();
    }

    private CaseRef register(CaseRef same) {
        return ((RegisterOutcome.Registered) officer.does(() -> cases.register(new NewCase(
                        same == null ? null : same.person(),
                        Map.of(
                                Compartment.IDENTITY, new Answers(Map.of("given", "Xitlali", "surname1", "Zepeda")),
                                Compartment.CONTACT, new Answers(Map.of("phone", "3339990001"))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
    }

    @Test
    void theGrantOfTheAreaDoesNotHelp() {
        var folio = Folio.parse(ref.folio()).orElseThrow();

        assertThat(officer.does(() -> cases.findByFolio(folio))).isPresent();
        assertThat(aggressor.does(() -> cases.findByFolio(folio)))
                .isEqualTo(aggressor.does(() -> cases.findByFolio(new Folio(2026, 99_998))));
        for (var compartment : Compartment.granted()) {
            assertThat(aggressor.does(() -> cases.read(ref, compartment))).isEmpty();
        }
    }

    @Test
    void noListNoCountNoSearchShowsATrace() {
        int seen = officer.does(() -> lists.count(CaseQuery.ALL));
        int seenByAggressor = aggressor.does(() -> lists.count(CaseQuery.ALL));

        assertThat(seenByAggressor).isLessThan(seen);
        assertThat(aggressor.does(() -> lists.page(CaseQuery.ALL, 0, 200)))
                .extracting(line -> line.ref().folio())
                .doesNotContain(ref.folio());
        assertThat(aggressor.does(() -> lists.search("Xitlali Zepeda", 0, 200)))
                .extracting(line -> line.ref().folio())
                .doesNotContain(ref.folio());
        assertThat(aggressor.does(() -> lists.search("3339990001", 0, 200)))
                .extracting(line -> line.ref().folio())
                .doesNotContain(ref.folio());
        assertThat(aggressor.does(() -> lists.search(ref.folio(), 0, 200))).isEmpty();
    }

    @Test
    void whatIsRegisteredForHerLaterIsBehindTheWallToo() {
        var later = register(ref);

        assertThat(aggressor.does(
                        () -> cases.findByFolio(Folio.parse(later.folio()).orElseThrow())))
                .isEmpty();
    }

    @Test
    void thePersonKeptAwayCannotSeeThatThereIsAWall() {
        Integer rows = aggressor.does(() -> transaction.execute(
                status -> jdbc.queryForObject("select count(*) from case_exclusion", Integer.class)));

        assertThat(rows).isZero();
    }

    @Test
    void noTableOfCasesShowsARowOfHersToSql() {
        for (var table : new String[] {
            "case_file", "case_part", "case_grant", "case_event", "risk_assessment", "referral", "attention"
        }) {
            var column = table.equals("case_file") ? "id" : "case_id";
            Integer rows = aggressor.does(() -> transaction.execute(status -> jdbc.queryForObject(
                    "select count(*) from " + table + " where " + column + " = ?",
                    Integer.class,
                    ref.id().value())));
            assertThat(rows).as(table).isZero();
        }
        for (var table : new String[] {"person_part", "person_phone"}) {
            Integer rows = aggressor.does(() -> transaction.execute(status -> jdbc.queryForObject(
                    "select count(*) from " + table + " where person_id = ?",
                    Integer.class,
                    ref.person().value())));
            assertThat(rows).as(table).isZero();
        }
    }

    @Test
    void onceLiftedTheAreaSeesHerAgain() {
        var wall = direction.does(() -> walls.of(ref)).getFirst();
        assertThat(direction.does(() -> walls.lift(ref, wall.id()))).isTrue();

        assertThat(aggressor.does(
                        () -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow())))
                .isPresent();
    }

    @Test
    void nobodyLiftsTheWallAroundHerself() {
        var own = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        officer.runs(() -> walls.raise(ref, own.id(), Walls.Reason.RELATIVE));

        assertThat(own.does(() -> walls.of(ref))).isEmpty();
        var wall = direction.does(() -> walls.of(ref)).stream()
                .filter(one -> one.staff().equals(own.id()))
                .findFirst()
                .orElseThrow();
        assertThat(own.does(() -> walls.lift(ref, wall.id()))).isFalse();
    }
}
