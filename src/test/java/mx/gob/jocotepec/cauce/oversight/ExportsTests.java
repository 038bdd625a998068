package mx.gob.jocotepec.cauce.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.oversight.ExportOutcome.Reason;
import mx.gob.jocotepec.cauce.oversight.Exports.Kind;
import mx.gob.jocotepec.cauce.oversight.Exports.State;
import mx.gob.jocotepec.cauce.referral.ConsentBasis;
import mx.gob.jocotepec.cauce.referral.NewReferral;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome;
import mx.gob.jocotepec.cauce.referral.Referrals;
import mx.gob.jocotepec.cauce.referral.Urgency;
import mx.gob.jocotepec.cauce.shared.Answers;
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
import org.springframework.security.access.AccessDeniedException;

/** UC-014: a list as a file, with a second person. */
@SpringBootTest
@Import(Acting.class)
class ExportsTests {
    private static final Sensitive WHY = Sensitive.of("Informe mensual para la reunión del consejo");

    @Autowired
    Exports exports;

    @Autowired
    CaseFiles cases;

    @Autowired
    EmergencyAccess emergency;

    @Autowired
    Walls walls;

    @Autowired
    Referrals referrals;

    @Autowired
    Acting acting;

    Acting.Someone officer;
    Acting.Someone direction;
    CaseRef ref;
    LocalDate today;

    @BeforeEach
    void aCaseOfToday() {
        officer = acting.someone(Acting.area(9), Role.FIRST_CONTACT);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        today = LocalDate.now(Office.ZONE);
        ref = register(officer);
    }

    private CaseRef register(Acting.Someone by) {
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(new NewCase(
                        null,
                        Map.of(Compartment.IDENTITY, new Answers(Map.of("given", "Wendolyn", "surname1", "Kuri"))),
                        true,
                        CaseHead.Consent.GIVEN,
                        null,
                        "IN_PERSON"))))
                .ref();
    }

    private Exports.Request requested() {
        assertThat(officer.does(() -> exports.request(Kind.CASES, today, today, WHY)))
                .isInstanceOf(ExportOutcome.Requested.class);
        return officer.does(() -> exports.mine()).getFirst();
    }

    private State state() {
        return officer.does(() -> exports.mine()).getFirst().state();
    }

    @Test
    void isTakenOnceAfterSomebodyElseAllowedIt() throws IOException {
        var request = requested();
        assertThat(request.state()).isEqualTo(State.WAITING);
        assertThat(officer.does(() -> exports.take(request.id()))).isEmpty();
        assertThat(direction.does(() -> exports.toDecide())).anySatisfy(one -> {
            assertThat(one.id()).isEqualTo(request.id());
            assertThat(one.reason()).isEqualTo(WHY);
        });

        assertThat(direction.does(() -> exports.decide(request.id(), true))).isTrue();

        var file = officer.does(() -> exports.take(request.id())).orElseThrow();
        var text = unpacked(file.content());
        assertThat(file.name()).isEqualTo(request.folio() + ".xlsx");
        assertThat(text)
                .contains(ref.folio(), "W. K.", request.folio(), "Persona de prueba", "oddHeader", "oddFooter")
                .doesNotContain("Wendolyn", "Kuri", "!oversight", "!casefile", "!uikit");
        assertThat(officer.does(() -> exports.take(request.id()))).isEmpty();
        assertThat(state()).isEqualTo(State.TAKEN);
        assertThat(stored(request)).isZero();
    }

    @Test
    void nobodyAllowsHerOwnNorTakesAnothers() {
        var both = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        both.runs(() -> exports.request(Kind.CASES, today, today, WHY));
        var own = both.does(() -> exports.mine()).getFirst();

        assertThat(both.does(() -> exports.decide(own.id(), true))).isFalse();
        assertThat(both.does(() -> exports.toDecide()))
                .noneMatch(one -> one.id().equals(own.id()));
        assertThat(direction.does(() -> exports.decide(own.id(), true))).isTrue();
        assertThat(direction.does(() -> exports.take(own.id()))).isEmpty();
        assertThatThrownBy(() -> officer.does(() -> exports.decide(own.id(), true)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsNotAllowedIsForgotten() {
        var request = requested();

        direction.runs(() -> exports.decide(request.id(), false));

        assertThat(state()).isEqualTo(State.NOT_ALLOWED);
        assertThat(officer.does(() -> exports.take(request.id()))).isEmpty();
        assertThat(stored(request)).isZero();
    }

    @Test
    void afterADayItIsTooLateAndTheFileIsGone() {
        var request = requested();
        direction.runs(() -> exports.decide(request.id(), true));
        superuser("update cauce.export_request set expires_at = expires_at - interval '24 hours' where id = '"
                + request.id() + "'");

        assertThat(officer.does(() -> exports.take(request.id()))).isEmpty();
        assertThat(state()).isEqualTo(State.EXPIRED);
        assertThat(stored(request)).isZero();
    }

    @Test
    void aWallRaisedMeanwhileKeepsTheFileBack() {
        var request = requested();
        direction.runs(() -> exports.decide(request.id(), true));

        direction.runs(() -> walls.raise(ref, officer.id(), Walls.Reason.CLOSE));

        assertThat(officer.does(() -> exports.take(request.id()))).isEmpty();
    }

    @Test
    void bothProveThatItIsThey() {
        var request = requested();
        for (var who : new Acting.Someone[] {officer, direction}) {
            superuser("update cauce.staff_session set proved_at = proved_at - interval '6 minutes' where staff_id = '"
                    + who.id() + "'");
        }

        assertThatThrownBy(() -> direction.does(() -> exports.decide(request.id(), true)))
                .isInstanceOf(NotFreshException.class);
        assertThatThrownBy(() -> officer.does(() -> exports.take(request.id()))).isInstanceOf(NotFreshException.class);
        assertThatThrownBy(() -> officer.does(() -> exports.request(Kind.CASES, today, today, WHY)))
                .isInstanceOf(NotFreshException.class);
    }

    @Test
    void wantsAReasonAndDaysThatHoldSomething() {
        assertThat(officer.does(() -> exports.request(Kind.CASES, today, today, Sensitive.of("informe"))))
                .isEqualTo(new ExportOutcome.Refused(Reason.REASON_TOO_SHORT));
        assertThat(officer.does(() -> exports.request(Kind.CASES, today, today.minusDays(1), WHY)))
                .isEqualTo(new ExportOutcome.Refused(Reason.DAYS_REVERSED));
        assertThat(officer.does(() -> exports.request(Kind.CASES, today.minusDays(9), today.minusDays(8), WHY)))
                .isEqualTo(new ExportOutcome.Refused(Reason.NOTHING_THERE));
        assertThat(officer.does(() -> exports.request(Kind.REFERRALS, today, today, WHY)))
                .isEqualTo(new ExportOutcome.Refused(Reason.NOTHING_THERE));
    }

    @Test
    void manyReferralsOfOtherDaysTakeNoPlaceOfThoseAskedFor() {
        var day = LocalDate.of(2025, 1, 15);
        var sent = (ReferralOutcome.Sent) officer.does(() -> referrals.send(new NewReferral(
                ref.id(),
                new Counterpart.OfArea(Acting.HEALTH),
                "MEDICAL",
                Urgency.NORMAL,
                Set.of(Compartment.IDENTITY),
                new ConsentBasis.OfTheCase(),
                Sensitive.of("Necesita curación"),
                Sensitive.of(""),
                null)));
        superuser("update cauce.referral set sent_at = '" + day + " 23:30-06' where id = '" + sent.id() + "'");
        superuser(
                "insert into cauce.referral (id, case_id, person_id, from_area, to_area, service, urgency, risk_at_sending, compartments,"
                        + " consent, status, sent_at, sent_by, accept_due_at, answer_due_at, cancelled_at) select gen_random_uuid(), case_id, person_id,"
                        + " from_area, to_area, service, urgency, risk_at_sending, compartments, consent, 'CANCELLED', now(), sent_by, now(), now(),"
                        + " now() from cauce.referral, generate_series(1, 2001) where id = '" + sent.id() + "'");
        try {
            for (var who : new Acting.Someone[] {officer, direction}) {
                var asked = who.does(() -> exports.request(Kind.REFERRALS, day.minusDays(14), day, WHY));
                assertThat(asked)
                        .isInstanceOfSatisfying(
                                ExportOutcome.Requested.class,
                                requested -> assertThat(requested.lines()).isOne());
                assertThat(personsOf(asked)).contains(ref.person().toString());
                assertThat(who.does(() -> exports.request(Kind.REFERRALS, today, today, WHY)))
                        .isEqualTo(new ExportOutcome.Refused(Reason.TOO_MANY));
            }
        } finally {
            superuser("delete from cauce.referral where status = 'CANCELLED' and case_id = '" + ref.id() + "'");
        }
    }

    @Test
    void whatIsOpenInAnEmergencyOnlyStaysOutOfIt() {
        var elsewhere = acting.someone(Acting.area(8), Role.FIRST_CONTACT);
        elsewhere.runs(
                () -> emergency.open(Sensitive.of(ref.folio()), Sensitive.of("Está en el juzgado y tiene miedo")));

        assertThat(elsewhere.does(() -> cases.head(ref.id()))).isPresent();
        assertThat(elsewhere.does(() -> exports.request(Kind.CASES, today, today, WHY)))
                .isEqualTo(new ExportOutcome.Refused(Reason.NOTHING_THERE));
    }

    @Test
    void neitherDoesAReferralWhoseCaseIsOpenInAnEmergencyOnly() {
        var sender = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        var theirs = register(sender);
        var sent = sender.does(() -> referrals.send(new NewReferral(
                theirs.id(),
                new Counterpart.OfArea(Acting.HEALTH),
                "MEDICAL",
                Urgency.NORMAL,
                Set.of(Compartment.IDENTITY),
                new ConsentBasis.OfTheCase(),
                Sensitive.of("Necesita curación"),
                Sensitive.of(""),
                null)));
        assertThat(sent).isInstanceOf(ReferralOutcome.Sent.class);
        superuser("update cauce.case_grant set until_at = now() where source = 'REFERRAL' and case_id = '" + theirs.id()
                + "'");
        var nurse = acting.someone(Acting.HEALTH, Role.FIRST_CONTACT);
        nurse.runs(() -> emergency.open(Sensitive.of(theirs.folio()), Sensitive.of("Llegó herida y no puede hablar")));
        assertThat(nurse.does(() -> cases.head(theirs.id()))).isPresent();

        var asked = nurse.does(() -> exports.request(Kind.REFERRALS, today, today, WHY));

        assertThat(personsOf(asked)).doesNotContain(theirs.person().toString());
    }

    private static String personsOf(ExportOutcome asked) {
        if (!(asked instanceof ExportOutcome.Requested(var folio, var lines))) return "";
        try (var owner = TestDatabase.shared().asSuperuser();
                var rows = owner.createStatement()
                        .executeQuery("select persons::text from cauce.export_request where folio = '" + folio + "'")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasBlockedMeanwhileIsNotHandedOut() {
        var request = requested();
        direction.runs(() -> exports.decide(request.id(), true));
        superuser(
                "insert into cauce.case_block (id, case_id, person_id, folio, reason, blocked_at, blocked_by) values (gen_random_uuid(), '"
                        + ref.id() + "', '" + ref.person() + "', '" + ref.folio()
                        + "', 'ORDER', clock_timestamp(), gen_random_uuid())");

        assertThat(officer.does(() -> exports.take(request.id()))).isEmpty();
        assertThat(stored(request)).isZero();
    }

    @Test
    void whoWorksInAnotherAreaByNowDoesNotGetIt() {
        var request = requested();
        direction.runs(() -> exports.decide(request.id(), true));
        superuser("update cauce.export_request set area_id = '" + Acting.DIF + "' where id = '" + request.id() + "'");

        assertThat(officer.does(() -> exports.take(request.id()))).isEmpty();
        assertThat(stored(request)).isZero();
    }

    private static String unpacked(byte[] workbook) throws IOException {
        // the writer leaves sizes to the directory at the end, which a stream does not read
        var file = Files.createTempFile(Path.of("target"), "export", ".xlsx");
        Files.write(file, workbook);
        var text = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    private static int stored(Exports.Request request) {
        try (var owner = TestDatabase.shared().asSuperuser();
                var rows = owner.createStatement()
                        .executeQuery("select count(*) from cauce.export_request where file is not null and id = '"
                                + request.id() + "'")) {
            rows.next();
            return rows.getInt(1);
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
