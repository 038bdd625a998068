package mx.gob.jocotepec.cauce.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.referral.Answer;
import mx.gob.jocotepec.cauce.referral.BoardQuery;
import mx.gob.jocotepec.cauce.referral.ConsentBasis;
import mx.gob.jocotepec.cauce.referral.NewReferral;
import mx.gob.jocotepec.cauce.referral.Only;
import mx.gob.jocotepec.cauce.referral.ReferralLine;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome;
import mx.gob.jocotepec.cauce.referral.ReferralReads;
import mx.gob.jocotepec.cauce.referral.ReferralResult;
import mx.gob.jocotepec.cauce.referral.Referrals;
import mx.gob.jocotepec.cauce.referral.StepOutcome;
import mx.gob.jocotepec.cauce.referral.TrayQuery;
import mx.gob.jocotepec.cauce.referral.Urgency;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Acting.Someone;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A blocked case is not read through its referrals either. */
@SpringBootTest
@Import({Acting.class, RightsScene.class})
class ShutReferralTests {
    private static final StepOutcome NOT_FOUND = new StepOutcome.Refused(StepOutcome.Reason.NOT_FOUND);

    @Autowired
    Blocks blocks;

    @Autowired
    Erasures erasures;

    @Autowired
    Referrals referrals;

    @Autowired
    ReferralReads reads;

    @Autowired
    Acting acting;

    @Autowired
    RightsScene scene;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Someone clerk;
    private Someone psychologist;
    private Someone director;
    private CaseRef ref;
    private ReferralId id;

    @BeforeEach
    void aBlockedCaseWithAnAnsweredReferral() {
        clerk = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        director = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        ref = scene.caseOf(clerk);
        var sent = clerk.does(() -> referrals.send(new NewReferral(
                ref.id(),
                new Counterpart.OfArea(Acting.PSYCHOLOGY),
                "PSYCHOLOGICAL",
                Urgency.NORMAL,
                Set.of(Compartment.IDENTITY),
                new ConsentBasis.OfTheCase(),
                Sensitive.of("Necesita acompañamiento"),
                Sensitive.of(""),
                null)));
        id = ((ReferralOutcome.Sent) sent).id();
        clerk.runs(() -> referrals.comment(id, Sensitive.of("Ya se le avisó")));
        psychologist.runs(() -> referrals.accept(id));
        psychologist.runs(() -> referrals.answer(
                id,
                new Answer(
                        ReferralResult.ATTENDED,
                        Sensitive.of("Tres sesiones"),
                        Sensitive.of(""),
                        null,
                        Sensitive.of(""))));
        scene.close(ref);
        assertThat(psychologist.does(() -> reads.find(id))).isPresent();
        director.runs(() -> blocks.block(ref, BlockedCase.Why.RETENTION));
    }

    @Test
    void neitherTheAreasItRanBetweenNorTheDireccionFindIt() {
        for (var who : List.of(clerk, psychologist, director)) {
            assertThat(who.does(() -> reads.find(id))).isEmpty();
            assertThat(who.does(() -> referrals.comment(id, Sensitive.of("Otra vez"))))
                    .isEqualTo(NOT_FOUND);
            assertThat(who.does(() -> rows("select 1 from referral_note where referral_id = ?")))
                    .isZero();
            assertThat(who.does(() -> changed("update referral set version = version + 1 where id = ?")))
                    .isZero();
        }
        assertThat(clerk.does(() -> reads.tray(new TrayQuery(TrayQuery.Side.SENT, Set.of(), Only.ALL), 0, 10_000)))
                .extracting(ReferralLine::id)
                .doesNotContain(id);
        assertThat(director.does(() -> reads.list(BoardQuery.ALL, 0, 10_000)))
                .extracting(ReferralLine::id)
                .doesNotContain(id);
    }

    @Test
    void theHourTheDireccionOpensItForReadsItAndWritesNothing() {
        director.runs(() -> blocks.open(ref, BlockedCase.Opening.COURT));

        var detail = director.does(() -> reads.find(id)).orElseThrow();

        var words = detail.words().orElseThrow();
        assertThat(words.reason().reveal()).isEqualTo("Necesita acompañamiento");
        assertThat(words.notes()).hasSize(1);
        assertThat(detail.steps()).isEmpty();
        assertThat(director.does(() -> referrals.comment(id, Sensitive.of("Otra vez"))))
                .isEqualTo(NOT_FOUND);
        assertThat(director.does(() -> changed("update referral set version = version + 1 where id = ?")))
                .isZero();
        assertThatThrownBy(
                        () -> director.does(
                                () -> changed(
                                        "insert into referral_note (id, referral_id, case_id, person_id, at, by_staff, by_area) select gen_random_uuid(),"
                                                + " id, case_id, person_id, now(), (actor()).staff, (actor()).area from referral where id = ?")))
                .isInstanceOf(DataAccessException.class);
        assertThat(psychologist.does(() -> reads.find(id))).as("to her alone").isEmpty();
    }

    @Test
    void itComesBackWithItsCase() {
        director.runs(() -> blocks.unblock(ref));

        assertThat(clerk.does(() -> referrals.comment(id, Sensitive.of("De vuelta"))))
                .isInstanceOf(StepOutcome.Done.class);
        // what it had opened to her was to end anyway, and so did its words
        assertThat(psychologist.does(() -> reads.find(id)).orElseThrow().words())
                .isEmpty();
    }

    @Test
    void itIsCountedAllTheSame() {
        var planner = acting.someone(Acting.PLANNING, Role.PLANNING);
        var count =
                "select n from indicator_counts(array[now() - interval '200 days', now() - interval '110 days', now() -"
                        + " interval '20 days', now() + interval '70 days', now() + interval '160 days'], array[current_date - 200, current_date - 110,"
                        + " current_date - 20, current_date + 70, current_date + 160], current_date) where counter = 'referrals_sent' and quarter = 3";
        var shut = planner.does(() -> number(count));

        director.runs(() -> blocks.unblock(ref));

        assertThat(planner.does(() -> number(count))).isEqualTo(shut);
    }

    @Test
    void onceErasedItOpensWithoutWords() {
        director.runs(() -> erasures.propose(ref.id(), BlockedCase.Ground.CANCELLATION, null));
        var erasure = director.does(() -> blocks.list()).stream()
                .filter(blocked -> blocked.ref().equals(ref))
                .map(blocked -> Objects.requireNonNull(blocked.erasure()).id())
                .findFirst()
                .orElseThrow();
        acting.someone(Acting.area(18), Role.TRANSPARENCY).runs(() -> erasures.confirm(erasure));
        // a tombstone that came back with a restored backup does not keep anybody from lifting the block
        RightsScene.superuser("update case_block set lifted_at = now() where case_id = '" + ref.id() + "'");

        var detail = clerk.does(() -> reads.find(id)).orElseThrow();

        assertThat(detail.erased()).isTrue();
        assertThat(detail.words()).isEmpty();
        assertThat(detail.steps()).isEmpty();
        assertThat(clerk.does(() -> referrals.comment(id, Sensitive.of("Otra vez"))))
                .isEqualTo(new StepOutcome.Refused(StepOutcome.Reason.NOT_IN_THIS_STATE));
    }

    private int rows(String query) {
        return Objects.requireNonNull(transaction.execute(status ->
                jdbc.sql(query).param(id.value()).query(Integer.class).list().size()));
    }

    private long number(String query) {
        return Objects.requireNonNull(
                transaction.execute(status -> jdbc.sql(query).query(Long.class).single()));
    }

    private int changed(String statement) {
        return Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql(statement).param(id.value()).update()));
    }
}
