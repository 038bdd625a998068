package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mx.gob.jocotepec.cauce.audit.ReadBudgetSpentException;
import mx.gob.jocotepec.cauce.audit.TrailFilter;
import mx.gob.jocotepec.cauce.audit.TrailReader;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.oversight.ReadBudgets;
import mx.gob.jocotepec.cauce.oversight.ReadBudgets.Kind;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.NotFreshException;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Somebody with an account opens one case after the other. */
@SpringBootTest
@Import(Acting.class)
class Threat09MassExtractionTests {
    private static final int ALLOWED = 60;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseLists lists;

    @Autowired
    ReadBudgets budgets;

    @Autowired
    TrailReader trail;

    @Autowired
    Acting acting;

    Acting.Someone officer;
    Acting.Someone direction;

    @BeforeEach
    void people() {
        officer = acting.someone(Acting.area(16), Role.FIRST_CONTACT);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
    }

    private List<CaseRef> register(int number) {
        var clerk = acting.someone(Acting.area(16), Role.FIRST_CONTACT);
        var refs = new ArrayList<CaseRef>();
        for (int i = 0; i < number; i++) {
            refs.add(((RegisterOutcome.Registered) clerk.does(() -> cases.register(new NewCase(
                            null,
                            Map.of(Compartment.IDENTITY, new Answers(Map.of("given", "Delia"))),
                            true,
                            CaseHead.Consent.GIVEN,
                            null,
                            "IN_PERSON"))))
                    .ref());
        }
        return refs;
    }

    private boolean opens(CaseRef ref) {
        return officer.does(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()))
                .isPresent();
    }

    @Test
    void theOneTooManyIsBlockedAndReportedAtOnce() {
        var refs = register(ALLOWED + 1);
        var auditor = acting.someone(Acting.AUDITORS, Role.AUDIT);
        for (var ref : refs.subList(0, ALLOWED)) assertThat(opens(ref)).isTrue();

        assertThatThrownBy(() -> opens(refs.getLast())).isInstanceOf(ReadBudgetSpentException.class);

        // the same case by another door, and one that was open already
        assertThatThrownBy(() -> officer.runs(() -> cases.read(refs.getLast(), Compartment.IDENTITY)))
                .isInstanceOf(ReadBudgetSpentException.class);
        assertThat(opens(refs.getFirst())).isTrue();
        assertThat(direction.does(() -> budgets.alerts()))
                .filteredOn(alert -> alert.staff().equals(officer.id()))
                .extracting(ReadBudgets.Alert::kind)
                .containsExactlyInAnyOrder(Kind.NEAR, Kind.SPENT);
        assertThat(auditor.does(() -> budgets.waiting()).alerts()).isPositive();
        var filter = new TrailFilter(null, null, officer.id().value(), "READ_BUDGET_SPENT", null, null);
        assertThat(auditor.does(() -> trail.page(filter, 0, 10)))
                .isNotEmpty()
                .allMatch(line -> line.outcome().equals("REFUSED"));
    }

    @Test
    void theDireccionWidensItForTodayAndNobodyForHerself() {
        var refs = register(ALLOWED + 3);
        for (var ref : refs.subList(0, ALLOWED)) opens(ref);
        assertThat(officer.does(() -> budgets.today())).isEqualTo(new ReadBudgets.Today(ALLOWED, ALLOWED));

        assertThat(direction.does(() -> budgets.raise(officer.id(), 2))).isTrue();

        assertThat(opens(refs.get(ALLOWED))).isTrue();
        assertThat(opens(refs.get(ALLOWED + 1))).isTrue();
        assertThatThrownBy(() -> opens(refs.get(ALLOWED + 2))).isInstanceOf(ReadBudgetSpentException.class);
        assertThat(direction.does(() -> budgets.raise(direction.id(), 2))).isFalse();
    }

    @Test
    void whoWidensItProvesHerselfFirst() throws java.sql.SQLException {
        try (var owner = mx.gob.jocotepec.cauce.database.TestDatabase.shared().asSuperuser();
                var work = owner.createStatement()) {
            work.execute(
                    "update cauce.staff_session set proved_at = proved_at - interval '6 minutes' where staff_id = '"
                            + direction.id() + "'");
        }

        assertThatThrownBy(() -> direction.does(() -> budgets.raise(officer.id(), 2)))
                .isInstanceOf(NotFreshException.class);
        assertThat(officer.does(() -> budgets.today())).isEqualTo(new ReadBudgets.Today(0, ALLOWED));
    }

    @Test
    void sessionsSideBySideTogetherGetNoMore() throws Exception {
        var refs = register(ALLOWED + 12);
        try (var sessions = Executors.newFixedThreadPool(6)) {
            var work = new ArrayList<Callable<Boolean>>();
            for (var ref : refs) {
                work.add(() -> {
                    try {
                        return opens(ref);
                    } catch (ReadBudgetSpentException e) {
                        return false;
                    }
                });
            }

            long opened = 0;
            for (var answer : sessions.invokeAll(work)) if (answer.get()) opened++;

            assertThat(opened).isEqualTo(ALLOWED);
        }
        assertThat(officer.does(() -> budgets.today()).cases()).isEqualTo(ALLOWED);
    }

    @Test
    void whatWasRolledBackIsNotCounted() {
        var refs = register(2);
        opens(refs.getFirst());
        int before = officer.does(() -> budgets.today()).cases();

        assertThat(officer.does(() -> cases.findByFolio(new Folio(2026, 99_996))))
                .isEmpty();

        assertThat(officer.does(() -> budgets.today()).cases())
                .isEqualTo(before)
                .isOne();
    }

    @Test
    void listsHaveABoundToo() throws SQLException {
        register(1);
        try (var owner = TestDatabase.shared().asSuperuser();
                var used = owner.prepareStatement("insert into cauce.read_day (staff_id, day, rows)"
                        + " values (?, (now() at time zone 'America/Mexico_City')::date, 5999)")) {
            used.setObject(1, officer.id().value());
            used.executeUpdate();
        }

        assertThatThrownBy(() -> officer.runs(() -> lists.page(CaseQuery.ALL, 0, 50)))
                .isInstanceOfSatisfying(
                        ReadBudgetSpentException.class,
                        spent -> assertThat(spent.kind()).isEqualTo(ReadBudgetSpentException.Kind.ROWS));
        assertThatThrownBy(() -> officer.runs(() -> lists.search("Delia", 0, 50)))
                .isInstanceOf(ReadBudgetSpentException.class);
    }
}
