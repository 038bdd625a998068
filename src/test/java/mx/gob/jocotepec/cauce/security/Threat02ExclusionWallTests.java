package mx.gob.jocotepec.cauce.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.attention.Agenda;
import mx.gob.jocotepec.cauce.attention.Appointments;
import mx.gob.jocotepec.cauce.attention.AttentionMode;
import mx.gob.jocotepec.cauce.attention.Attentions;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.attention.NewAppointment;
import mx.gob.jocotepec.cauce.audit.TrailFilter;
import mx.gob.jocotepec.cauce.audit.TrailReader;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.oversight.EmergencyOutcome;
import mx.gob.jocotepec.cauce.referral.ConsentBasis;
import mx.gob.jocotepec.cauce.referral.NewReferral;
import mx.gob.jocotepec.cauce.referral.Only;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome;
import mx.gob.jocotepec.cauce.referral.ReferralReads;
import mx.gob.jocotepec.cauce.referral.Referrals;
import mx.gob.jocotepec.cauce.referral.TrayQuery;
import mx.gob.jocotepec.cauce.referral.Urgency;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Office;
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
    CaseEvents events;

    @Autowired
    ReferralReads referrals;

    @Autowired
    Referrals sending;

    @Autowired
    Agenda agenda;

    @Autowired
    Appointments appointments;

    @Autowired
    Attentions attentions;

    @Autowired
    EmergencyAccess emergency;

    @Autowired
    TrailReader trail;

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
                .isEqualTo(Walls.Raised.STANDS);
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

    /** Areas that do not see each other's cases make two rows of one woman. */
    @Test
    void theWallHoldsForEveryRowOfTheSameWoman() {
        var elsewhere = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        var curp = Map.of("given", "Xitlali", "surname1", "Zepeda", "curp", "BOXW310820HNERXN09");
        var first = registered(elsewhere, curp);
        var before = registered(officer, curp);
        elsewhere.does(() -> walls.raise(first, aggressor.id(), Walls.Reason.RELATIVE));

        var after = registered(officer, curp);

        for (var row : List.of(before, after)) {
            assertThat(officer.does(() -> cases.head(row.id()))).isPresent();
            assertThat(aggressor.does(() -> cases.head(row.id()))).isEmpty();
            assertThat(aggressor.does(() -> cases.read(row, Compartment.CONTACT)))
                    .isEmpty();
        }
        assertThat(aggressor.does(() -> lists.search("BOXW310820HNERXN09", 0, 50)))
                .isEmpty();
    }

    private CaseRef registered(Acting.Someone by, Map<String, String> identity) {
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(Compartment.IDENTITY, new Answers(identity)),
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
    void whoLiftsItProvesHerselfFirst() throws java.sql.SQLException {
        var wall = direction.does(() -> walls.of(ref)).getFirst();
        try (var owner = mx.gob.jocotepec.cauce.database.TestDatabase.shared().asSuperuser();
                var work = owner.createStatement()) {
            work.execute(
                    "update cauce.staff_session set proved_at = proved_at - interval '6 minutes' where staff_id = '"
                            + direction.id() + "'");
        }

        assertThatThrownBy(() -> direction.does(() -> walls.lift(ref, wall.id())))
                .isInstanceOf(NotFreshException.class);
        assertThat(direction.does(() -> walls.of(ref))).contains(wall);
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

    /** What somebody can see without knowing of her: lists, counts, searches, proposals while typing, trays, agenda, start pages. */
    private Map<String, Object> seenBy(Acting.Someone who) {
        var seen = new LinkedHashMap<String, Object>();
        var today = LocalDate.now(Office.ZONE);
        who.runs(() -> {
            seen.put("list", lists.page(CaseQuery.ALL, 0, 200));
            seen.put("count", lists.count(CaseQuery.ALL));
            seen.put("waiting", lists.waiting());
            seen.put("name", lists.search("Xitlali Zepeda", 0, 200));
            seen.put("telephone", lists.search("3339990002", 0, 200));
            seen.put("curp", lists.search("HEGG560427MVZRRL04", 0, 200));
            for (var side : TrayQuery.Side.values()) {
                seen.put(side.name(), referrals.tray(new TrayQuery(side, Set.of(), Only.ALL), 0, 200));
            }
            seen.put("referrals", referrals.waiting());
            for (var scope : Agenda.Scope.values()) {
                seen.put("agenda " + scope, agenda.of(scope, today.minusDays(1), today.plusDays(30)));
            }
            seen.put("appointments", agenda.counts());
            seen.put("emergencies", emergency.unseen());
            seen.put("to see", emergency.waiting());
        });
        return seen;
    }

    @Test
    void fromTheFirstMomentOnNoDoorOfHisAreaShowsATrace() {
        var area = Acting.area(11);
        var name = "Threat" + Ids.next().toString().replaceAll("[0-9-]", "") + " Zwei Uribe";
        var kept = acting.named(area, name, Role.FIRST_CONTACT, Role.SOCIAL_WORK);
        var colleague = acting.someone(area, Role.FIRST_CONTACT, Role.SOCIAL_WORK);
        var stranger = acting.someone(Acting.area(10), Role.FIRST_CONTACT);
        var before = seenBy(kept);
        var colleagueBefore = seenBy(colleague);

        // his own area registers her, naming him; she is referred, given an appointment, and opened in an emergency
        var hers = ((RegisterOutcome.Registered) colleague.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(
                                Compartment.IDENTITY,
                                        new Answers(Map.of(
                                                "given",
                                                "Xitlali",
                                                "surname1",
                                                "Zepeda",
                                                "curp",
                                                "HEGG560427MVZRRL04")),
                                Compartment.CONTACT, new Answers(Map.of("phone", "3339990002")),
                                Compartment.AGGRESSOR, new Answers(Map.of("name", name))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
        assertThat(colleague.does(() -> sending.send(new NewReferral(
                        hers.id(),
                        new Counterpart.OfArea(Acting.PSYCHOLOGY),
                        "PSYCHOLOGICAL",
                        Urgency.NORMAL,
                        Set.of(Compartment.IDENTITY),
                        new ConsentBasis.OfTheCase(),
                        Sensitive.of("Acompañamiento"),
                        Sensitive.of(""),
                        null))))
                .isInstanceOf(ReferralOutcome.Sent.class);
        var inTwoDays = LocalDate.now(Office.ZONE).plusDays(2).atTime(10, 0).atZone(Office.ZONE);
        colleague.runs(() -> appointments.schedule(new NewAppointment(
                hers.id(), inTwoDays.toInstant(), Discipline.SOCIAL_WORK, "FOLLOW_UP", AttentionMode.IN_PERSON, null)));
        assertThat(stranger.does(() ->
                        emergency.open(Sensitive.of(hers.folio()), Sensitive.of("Está en la puerta de la delegación"))))
                .isInstanceOf(EmergencyOutcome.Opened.class);

        assertThat(seenBy(kept)).isEqualTo(before);
        // and the comparison would notice: his colleague sees more in most of these places
        var colleagueNow = seenBy(colleague);
        assertThat(colleagueNow.keySet().stream()
                        .filter(key -> !colleagueNow.get(key).equals(colleagueBefore.get(key))))
                .contains(
                        "list",
                        "count",
                        "waiting",
                        "name",
                        "telephone",
                        "curp",
                        "SENT",
                        "agenda AREA",
                        "emergencies",
                        "to see");
    }

    @Test
    void noAddressNoPartAndNoEmergencyOpensHerForHim() {
        assertThat(aggressor.does(() -> cases.head(ref.id()))).isEmpty();
        assertThat(aggressor.does(() -> cases.revealName(ref))).isEmpty();
        assertThat(aggressor.does(() -> cases.readers(ref))).isEmpty();
        assertThat(aggressor.does(() -> events.timeline(ref, 0, 50))).isEmpty();
        assertThat(aggressor.does(() -> attentions.ofCase(ref, 0, 50))).isEmpty();
        assertThat(aggressor.does(() -> referrals.ofCase(ref))).isEmpty();
        assertThat(aggressor.does(() -> cases.past(ref, Compartment.FACTS))).isEmpty();
        assertThat(aggressor.does(() -> walls.declare(ref, Walls.Reason.OTHER))).isFalse();
        assertThat(aggressor.does(
                        () -> emergency.open(Sensitive.of(ref.folio()), Sensitive.of("Dice que le urge entrar ya"))))
                .isEqualTo(new EmergencyOutcome.Refused(EmergencyOutcome.Reason.NOTHING));
    }

    @Test
    void auditDoesNotReadOfHerWhereTheWallStandsAgainstIt() {
        var auditor = acting.someone(Acting.AUDITORS, Role.AUDIT);
        officer.runs(() -> walls.raise(ref, auditor.id(), Walls.Reason.RELATIVE));
        var other = acting.someone(Acting.AUDITORS, Role.AUDIT);
        var filter = new TrailFilter(
                null, null, null, null, null, Folio.parse(ref.folio()).orElseThrow());

        assertThat(other.does(() -> trail.page(filter, 0, 50))).isNotEmpty();
        assertThat(auditor.does(() -> trail.page(filter, 0, 50))).isEmpty();
    }

    @Test
    void auditDoesNotReadThatSomebodyElseWasDeniedHerCaseEither() {
        var auditor = acting.someone(Acting.AUDITORS, Role.AUDIT);
        officer.runs(() -> walls.raise(ref, auditor.id(), Walls.Reason.RELATIVE));
        var other = acting.someone(Acting.AUDITORS, Role.AUDIT);
        var stranger = acting.someone(Acting.area(10), Role.FIRST_CONTACT);
        stranger.runs(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));
        aggressor.runs(() -> emergency.open(Sensitive.of(ref.folio()), Sensitive.of("Dice que le urge entrar ya")));
        stranger.runs(() -> cases.findByFolio(new Folio(2026, 99_998)));
        other.runs(() -> trail.page(
                new TrailFilter(
                        null, null, null, null, null, Folio.parse(ref.folio()).orElseThrow()),
                0,
                50));

        assertThat(details(other))
                .filteredOn(detail -> detail.contains("folio=" + ref.folio()))
                .hasSizeGreaterThan(2);
        assertThat(details(auditor)).noneMatch(detail -> detail.contains(ref.folio()));
        assertThat(details(auditor)).as("what others were denied stays").contains("folio=" + new Folio(2026, 99_998));
    }

    private List<String> details(Acting.Someone auditor) {
        return Objects.requireNonNull(auditor.does(() ->
                transaction.execute(status -> jdbc.queryForList("select detail from trail_entry", String.class))));
    }
}
