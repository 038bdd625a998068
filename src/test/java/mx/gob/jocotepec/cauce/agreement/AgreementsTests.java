package mx.gob.jocotepec.cauce.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome.Invalid;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome.Reason;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome.Refused;
import mx.gob.jocotepec.cauce.agreement.AgreementOutcome.Saved;
import mx.gob.jocotepec.cauce.files.Samples;
import mx.gob.jocotepec.cauce.shared.AgreementId;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@Import(Acting.class)
class AgreementsTests {
    private static final byte[] PDF = Samples.pdf();

    @Autowired
    Agreements agreements;

    @Autowired
    AgreementScans scans;

    @Autowired
    Institutions institutions;

    @Autowired
    Directory directory;

    @Autowired
    Acting acting;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    Acting.Someone direction;
    Acting.Someone officer;
    InstitutionId shelter;
    LocalDate today;

    @BeforeEach
    void anInstitution() {
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        today = LocalDate.now(Office.ZONE);
        shelter = InstitutionId.next();
        direction.runs(() -> institutions.save(institution("Refugio de prueba " + shelter)));
    }

    @Test
    void anAgreementInForceBacksTheServicesItNames() {
        var id = registered(terms(today.minusDays(10), today.plusDays(100)));

        assertThat(officer.does(() -> agreements.offering("SHELTER", today)))
                .extracting(AgreementLine::id)
                .contains(id);
        assertThat(officer.does(() -> agreements.offering("SHELTER", today.plusDays(101))))
                .extracting(AgreementLine::id)
                .doesNotContain(id);
        assertThat(officer.does(() -> directory.find(new Counterpart.OfInstitution(shelter))))
                .hasValueSatisfying(entry -> {
                    assertThat(entry.offers("SHELTER")).isTrue();
                    assertThat(entry.offers("MEDICAL")).isFalse();
                    assertThat(entry.backing("SHELTER")).contains(id);
                });
    }

    @Test
    void warnsAsManyDaysAheadAsAskedFor() {
        var soon = registered(terms(today.minusDays(10), today.plusDays(30)));
        var later = registered(terms(today.minusDays(10), today.plusDays(31)));
        var over = registered(terms(today.minusDays(10), today.minusDays(1)));
        var next = registered(terms(today.plusDays(1), today.plusDays(9)));

        assertThat(state(soon)).isEqualTo(AgreementState.EXPIRING);
        assertThat(state(later)).isEqualTo(AgreementState.IN_FORCE);
        assertThat(state(over)).isEqualTo(AgreementState.ENDED);
        assertThat(state(next)).isEqualTo(AgreementState.UPCOMING);
        assertThat(direction.does(() -> agreements.expiring()))
                .extracting(AgreementLine::id)
                .contains(soon)
                .doesNotContain(later, over, next);
    }

    @Test
    void renewingFollowsItWithoutGapOrOverlapAndStopsTheWarning() {
        var old = registered(terms(today.minusDays(10), today.plusDays(5)));

        var outcome = direction.does(() -> agreements.renew(old, 0, terms(today.plusDays(2), today.plusYears(1))));

        var anew = ((Saved) outcome).id();
        assertThat(find(old).endedOn()).isEqualTo(today.plusDays(2));
        assertThat(find(old).renewedBy()).isEqualTo(anew);
        assertThat(state(old)).isEqualTo(AgreementState.IN_FORCE);
        assertThat(officer.does(() -> agreements.offering("SHELTER", today.plusDays(2))))
                .extracting(AgreementLine::id)
                .contains(anew)
                .doesNotContain(old);
        assertThat(direction.does(() -> agreements.renew(old, 1, terms(today.plusDays(3), today.plusYears(1)))))
                .isEqualTo(new Refused(Reason.RENEWED_ALREADY));
    }

    @Test
    void endsWithAReasonAndAtOnce() {
        var id = registered(terms(today.minusDays(10), today.plusDays(100)));

        assertThat(direction.does(() -> agreements.end(id, 0, today, " ")))
                .isEqualTo(new Invalid(java.util.Map.of("reason", "required")));
        assertThat(direction.does(() -> agreements.end(id, 0, today, "Cambio de administración")))
                .isEqualTo(new Saved(id));

        assertThat(state(id)).isEqualTo(AgreementState.ENDED);
        assertThat(direction.does(() -> agreements.end(id, 1, today, "Otra vez")))
                .isEqualTo(new Refused(Reason.ENDED_ALREADY));
    }

    @Test
    void endedForALaterDayItWarnsAndCountsTheDaysToThatOne() {
        var id = registered(terms(today.minusDays(10), today.plusDays(100)));
        var other = registered(terms(today.minusDays(10), today.plusDays(20)));

        direction.runs(() -> agreements.end(id, 0, today.plusDays(8), "Cambio de administración"));

        assertThat(state(id)).isEqualTo(AgreementState.EXPIRING);
        assertThat(find(id).daysLeft()).isEqualTo(7);
        var expiring = direction.does(() -> agreements.expiring());
        assertThat(expiring).extracting(AgreementLine::id).containsSubsequence(id, other);
        assertThat(expiring)
                .filteredOn(line -> line.id().equals(id))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.daysLeft()).isEqualTo(7);
                    assertThat(line.until()).isEqualTo(today.plusDays(7));
                });
    }

    @Test
    void tellsWhatIsWrongFieldByField() {
        var bad = new AgreementTerms(
                " ",
                null,
                "abc",
                Set.of(),
                new AgreementTerms.Contact(null, null, null, "sin arroba"),
                null,
                null,
                today,
                today.minusDays(1),
                400);

        assertThat(direction.does(() -> agreements.register(bad)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .containsOnlyKeys(
                                        "number", "counterpart", "object", "services", "until", "warnDays", "email"));
    }

    @Test
    void aNumberIsGivenOnce() {
        var terms = terms(today, today.plusDays(1));
        registered(terms);

        assertThat(direction.does(() -> agreements.register(terms)))
                .isEqualTo(new Invalid(java.util.Map.of("number", "numberTaken")));
    }

    @Test
    void twoWhoChangeItDoNotOverwriteEachOther() {
        var terms = terms(today, today.plusDays(90));
        var id = registered(terms);
        direction.runs(() -> agreements.change(id, 0, terms));

        assertThat(direction.does(() -> agreements.change(id, 0, terms)))
                .isEqualTo(new Refused(Reason.CHANGED_MEANWHILE));
        assertThat(direction.does(() -> institutions.save(institution("Otro nombre"))))
                .isInstanceOf(InstitutionOutcome.Saved.class);
        assertThat(direction.does(() -> institutions.save(institution("Y otro"))))
                .isEqualTo(new InstitutionOutcome.ChangedMeanwhile());
    }

    @Test
    void keepsPdfJpegAndPngByTheirContentAndGivesThemBackUnchanged() {
        var id = registered(terms(today, today.plusDays(90)));

        var kept = direction.does(() -> scans.keep(id, PDF));

        var scan = ((ScanOutcome.Kept) kept).id();
        var opened = direction.does(() -> scans.open(scan)).orElseThrow();
        assertThat(opened.content()).isEqualTo(PDF);
        assertThat(opened.mediaType()).isEqualTo("application/pdf");
        assertThat(opened.fileName()).endsWith(".pdf");
        assertThat(find(id).scans())
                .singleElement()
                .satisfies(found -> assertThat(found.size()).isEqualTo(PDF.length));
    }

    @Test
    void whereAShelterLiesIsNeitherKeptNorFoundInWhatWasSignedWithIt() {
        var address = "Calle Escondida 5";
        for (var kind : Institution.Kind.values()) {
            for (var services : List.of(Set.of("SHELTER", "MEDICAL"), Set.of("MEDICAL"))) {
                var one = new Institution(InstitutionId.next(), "Prueba", kind, address, null, null, services, true, 0);

                var outcome = direction.does(() -> institutions.save(one));

                if (one.isShelter()) {
                    assertThat(outcome).isEqualTo(new InstitutionOutcome.Invalid(Map.of("address", "shelterAddress")));
                } else {
                    assertThat(outcome).isInstanceOf(InstitutionOutcome.Saved.class);
                }
            }
        }
        assertThatThrownBy(() -> direction.runs(() -> transaction.executeWithoutResult(status ->
                        jdbc.update("update institution set address = ? where id = ?", address, shelter.value()))))
                .hasStackTraceContaining("institution_shelter_hidden");

        var id = registered(terms(today, today.plusDays(90)));
        var scan = ((ScanOutcome.Kept) direction.does(() -> scans.keep(id, PDF))).id();
        assertThat(officer.does(() -> scans.open(scan))).isEmpty();
        assertThat(officer.does(() -> agreements.find(id)).orElseThrow().scans())
                .isEmpty();
        assertThat(direction.does(() -> scans.open(scan))).isPresent();
    }

    @Test
    void whoReadsAgreementsOpensTheCopiesOfOthers() {
        var id = registered(new AgreementTerms(
                "CONV-" + AgreementId.next(),
                new Counterpart.OfArea(Acting.DIF),
                "Acompañamiento",
                Set.of("LEGAL"),
                AgreementTerms.Contact.NONE,
                null,
                null,
                today,
                today.plusDays(9),
                30));
        var scan = ((ScanOutcome.Kept) direction.does(() -> scans.keep(id, PDF))).id();

        assertThat(officer.does(() -> scans.open(scan))).isPresent();
    }

    @Test
    void refusesAnyOtherContent() {
        var id = registered(terms(today, today.plusDays(90)));

        for (var content : new String[] {"<html>%PDF-1.7", "MZ programa", "PK\u0003\u0004", "GIF89a"}) {
            assertThat(direction.does(() -> scans.keep(id, content.getBytes(StandardCharsets.ISO_8859_1))))
                    .as(content)
                    .isEqualTo(new ScanOutcome.Refused(ScanOutcome.Reason.OTHER_TYPE));
        }
        assertThat(direction.does(() -> scans.keep(id, new byte[0])))
                .isEqualTo(new ScanOutcome.Refused(ScanOutcome.Reason.EMPTY));
        assertThat(direction.does(() -> scans.keep(id, new byte[AgreementScans.LARGEST + 1])))
                .isEqualTo(new ScanOutcome.Refused(ScanOutcome.Reason.TOO_LARGE));
    }

    @Test
    void onlyTheDireccionChangesAgreements() {
        assertThatThrownBy(() -> officer.does(() -> agreements.register(terms(today, today.plusDays(1)))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anAreaOffersWhatWasWrittenDownForIt() {
        direction.runs(() -> directory.describe(Acting.area(9), Set.of("DOCUMENTS")));
        var entry = officer.does(() -> directory.find(new Counterpart.OfArea(Acting.area(9))))
                .orElseThrow();

        assertThat(entry.offers("DOCUMENTS")).isTrue();
        assertThat(entry.offers("LEGAL")).isFalse();
        direction.runs(() -> directory.describe(Acting.area(9), Set.of("LEGAL", "DOCUMENTS")));
    }

    private AgreementId registered(AgreementTerms terms) {
        return ((Saved) direction.does(() -> agreements.register(terms))).id();
    }

    private AgreementState state(AgreementId id) {
        return direction.does(() -> agreements.list(EnumSet.allOf(AgreementState.class))).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Agreement find(AgreementId id) {
        return direction.does(() -> agreements.find(id)).orElseThrow();
    }

    private AgreementTerms terms(LocalDate from, LocalDate until) {
        return new AgreementTerms(
                "CONV-" + AgreementId.next(),
                new Counterpart.OfInstitution(shelter),
                "Alojamiento temporal",
                Set.of("SHELTER"),
                AgreementTerms.Contact.NONE,
                null,
                null,
                from,
                until,
                30);
    }

    private Institution institution(String name) {
        return new Institution(shelter, name, Institution.Kind.SHELTER, null, null, null, Set.of(), true, 0);
    }
}
