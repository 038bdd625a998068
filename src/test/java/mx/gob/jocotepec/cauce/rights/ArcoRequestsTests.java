package mx.gob.jocotepec.cauce.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.rights.ArcoOutcome.Done;
import mx.gob.jocotepec.cauce.rights.ArcoOutcome.Invalid;
import mx.gob.jocotepec.cauce.rights.ArcoOutcome.Refused;
import mx.gob.jocotepec.cauce.rights.ArcoRequest.Identified;
import mx.gob.jocotepec.cauce.rights.ArcoRequest.Kind;
import mx.gob.jocotepec.cauce.rights.ArcoRequest.Requester;
import mx.gob.jocotepec.cauce.rights.ArcoRequest.State;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.shared.WorkingDays;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Acting.Someone;
import mx.gob.jocotepec.cauce.staff.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** UC-020, UC-021, UC-023. */
@SpringBootTest
@Import({Acting.class, RightsScene.class})
class ArcoRequestsTests {
    @Autowired
    ArcoRequests requests;

    @Autowired
    RightsAgenda agenda;

    @Autowired
    RightsRules rules;

    @Autowired
    Breaches breaches;

    @Autowired
    AccessReport reports;

    @Autowired
    Walls walls;

    @Autowired
    EmergencyAccess emergency;

    @Autowired
    CaseFiles cases;

    @Autowired
    Acting acting;

    @Autowired
    RightsScene scene;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final WorkingDays days = new WorkingDays();
    private final LocalDate today = LocalDate.now(Clock.system(Office.ZONE));
    private Someone clerk;
    private Someone director;
    private Someone transparency;
    private CaseRef ref;

    @BeforeEach
    void people() {
        clerk = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        director = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        transparency = acting.someone(Acting.area(18), Role.TRANSPARENCY);
        ref = scene.caseOf(clerk);
    }

    @Test
    void keepsTheDaysTheLawGives() {
        var made = received(Kind.ACCESS);
        assertThat(line(made).answerDue()).isEqualTo(days.plus(today, 20));

        director.does(() -> requests.askForData(made.id(), line(made).version()));
        assertThat(line(made).due()).isEqualTo(days.plus(today, 10));

        director.does(() -> requests.completed(made.id(), line(made).version()));
        director.does(() -> requests.extend(made.id(), line(made).version()));
        assertThat(line(made).due()).isEqualTo(days.plus(days.plus(today, 20), 10));
        assertThat(director.does(() -> requests.extend(made.id(), line(made).version())))
                .as("once only")
                .isInstanceOf(Refused.class);

        director.does(() ->
                requests.answer(made.id(), line(made).version(), ArcoRequest.Answer.GRANTED, Sensitive.of("Procede.")));
        assertThat(line(made).due()).isEqualTo(days.plus(today, 15));

        director.does(() -> requests.end(made.id(), line(made).version(), State.EFFECTIVE));
        assertThat(line(made).state()).isEqualTo(State.EFFECTIVE);
        assertThat(director.does(() -> requests.words(made.id()))
                        .orElseThrow()
                        .answer()
                        .reveal())
                .isEqualTo("Procede.");
    }

    @Test
    void whatIsLateOrDueSoonWaitsOnTheStartPageOfWhoHandlesOrWatches() {
        var before = director.does(() -> agenda.waiting());
        var made = received(Kind.ACCESS);
        assertThat(director.does(() -> agenda.waiting()))
                .as("twenty working days away")
                .isEqualTo(before);

        RightsScene.superuser("update rights_request set answer_due = date '" + today.plusDays(5) + "' where id = '"
                + made.id() + "'");
        assertThat(director.does(() -> agenda.waiting()).soon()).isEqualTo(before.soon() + 1);
        RightsScene.superuser("update rights_request set answer_due = date '" + today.minusDays(1) + "' where id = '"
                + made.id() + "'");

        assertThat(director.does(() -> agenda.waiting()).late()).isEqualTo(before.late() + 1);
        assertThat(transparency.does(() -> agenda.waiting()).late()).isEqualTo(before.late() + 1);
        assertThatThrownBy(() -> clerk.does(() -> agenda.waiting())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void transparencySeesDaysButNeitherCaseNorWords() {
        var made = received(Kind.CANCELLATION);

        var seen = transparency.does(() -> requests.list()).stream()
                .filter(line -> line.id().equals(made.id()))
                .findFirst()
                .orElseThrow();

        assertThat(seen.folio()).isNull();
        assertThat(seen.answerDue()).isNotNull();
        assertThatThrownBy(() -> transparency.does(() -> requests.words(made.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(line(made).folio()).isEqualTo(ref.folio());
    }

    @Test
    void firstContactReceivesOneAndSeesNone() {
        received(Kind.OPPOSITION);

        assertThatThrownBy(() -> clerk.does(() -> requests.list())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoReadsACaseInAnEmergencyOnlyFilesNoRequestAboutIt() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        RightsScene.superuser(
                "insert into case_grant (id, case_id, person_id, audience, audience_kind, compartments, source, from_at, until_at)"
                        + " values (gen_random_uuid(), '" + ref.id() + "', '" + ref.person() + "', '"
                        + officer.id()
                        + "', 'STAFF', '{IDENTITY,FACTS}', 'BREAK_GLASS', now(), now() + interval '4 hours')");
        assertThat(officer.does(() -> cases.head(ref.id()))).isPresent();

        assertThat(officer.does(() -> requests.receive(request(Kind.CANCELLATION, ref.folio()))))
                .isEqualTo(new Invalid(java.util.Map.of("folio", "unknownFolio")));
    }

    @Test
    void aFolioOutOfReachIsAnUnknownOne() {
        var stranger = acting.someone(Acting.HEALTH, Role.FIRST_CONTACT);

        var outcome = stranger.does(() -> requests.receive(request(Kind.ACCESS, ref.folio())));

        assertThat(outcome).isEqualTo(new Invalid(java.util.Map.of("folio", "unknownFolio")));
    }

    @Test
    void whoWasFasterWins() {
        var made = received(Kind.ACCESS);
        int seen = line(made).version();
        director.does(() -> requests.askForData(made.id(), seen));

        assertThat(director.does(() -> requests.end(made.id(), seen, State.LAPSED)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anAnswerThatIsRefusedLeavesTheOneThatWasGiven() {
        var made = received(Kind.ACCESS);
        int seen = line(made).version();
        director.does(() -> requests.answer(made.id(), seen, ArcoRequest.Answer.GRANTED, Sensitive.of("Procede.")));

        for (int version : new int[] {seen, seen + 1}) {
            assertThat(director.does(() -> requests.answer(
                            made.id(), version, ArcoRequest.Answer.REFUSED, Sensitive.of("No procede."))))
                    .isInstanceOf(Refused.class);
        }

        assertThat(line(made).answer()).isEqualTo(ArcoRequest.Answer.GRANTED);
        assertThat(director.does(() -> requests.words(made.id()))
                        .orElseThrow()
                        .answer()
                        .reveal())
                .isEqualTo("Procede.");
    }

    @Test
    void tellsUntilWhenDataMayBeAskedForAndAnotherAuthorityBeNamed() {
        var made = received(Kind.ACCESS);

        var first = director.does(() -> requests.firstDays(line(made)));

        assertThat(first.askForData()).isEqualTo(days.plus(today, 5));
        assertThat(first.notCompetent()).isEqualTo(days.plus(today, 3));
    }

    @Test
    void thePeriodOfTheStateLawHoldsOnceItIsConfirmed() {
        var rule = director.does(() -> rules.all()).stream()
                .filter(one -> one.key().equals("ANSWER_STATE"))
                .findFirst()
                .orElseThrow();
        director.runs(() -> rules.change(
                new RightsRules.Rule(rule.key(), rule.kind(), rule.amount(), rule.source(), true, rule.version())));
        try {
            assertThat(line(received(Kind.ACCESS)).answerDue()).isEqualTo(days.plus(today, 10));
        } finally {
            director.runs(() -> rules.change(new RightsRules.Rule(
                    rule.key(), rule.kind(), rule.amount(), rule.source(), false, rule.version() + 1)));
        }
        assertThat(line(received(Kind.ACCESS)).answerDue()).isEqualTo(days.plus(today, 20));
    }

    @Test
    void everyRuleOnTheScreenIsReadSomewhere() {
        assertThat(director.does(() -> rules.all()))
                .extracting(RightsRules.Rule::key)
                .containsExactlyInAnyOrder(
                        "ANSWER",
                        "ANSWER_EXTENSION",
                        "ANSWER_STATE",
                        "ASK_FOR_DATA",
                        "BREACH_NOTICE",
                        "COMPLETE_DATA",
                        "EFFECT",
                        "NOT_COMPETENT",
                        "BLOCKED",
                        "CASE_CLOSED");
    }

    @Test
    void wordsLieSealed() {
        received(Kind.ACCESS);

        assertThat(
                        RightsScene.list(
                                "select 1 from rights_request where sealed::text like '%Marta%' or encode(sealed, 'escape') like '%Marta%'"))
                .isEmpty();
    }

    @Test
    void aBreachHasItsDayToTellThePeople() {
        var words = new Breach.Words(
                Sensitive.of("Se perdió una carpeta"),
                Sensitive.of("Descuido"),
                Sensitive.of("Se buscó"),
                Sensitive.of("–"));
        var outcome = (Done) director.does(
                () -> breaches.record(Breach.Kind.LOSS, Instant.now().minusSeconds(60), 2, true, words));
        var breach = director.does(() -> breaches.list()).stream()
                .filter(one -> one.id().equals(outcome.id()))
                .findFirst()
                .orElseThrow();

        assertThat(breach.noticeDue()).isEqualTo(days.plus(today, 3));
        assertThat(director.<Boolean>does(() -> breaches.done(breach.id(), Breach.Step.PEOPLE_TOLD, breach.version())))
                .isTrue();
        assertThat(director.<Boolean>does(() -> breaches.done(breach.id(), Breach.Step.CLOSED, breach.version())))
                .as("an old version")
                .isFalse();
    }

    @Test
    void aPeriodIsASettingWithItsSource() {
        var rule = director.does(() -> rules.all()).stream()
                .filter(one -> one.key().equals("ANSWER_STATE"))
                .findFirst()
                .orElseThrow();

        assertThat(rule.confirmed()).isFalse();
        assertThat(director.does(() -> rules.all()).stream().filter(one -> one.kind() == RightsRules.Kind.RETENTION))
                .as("no default that erases")
                .allMatch(one -> one.amount() == null);
    }

    @Test
    void theReportTellsWhoTriedAnEmergencyInVain() throws IOException {
        var kept = acting.someone(Acting.area(9), Role.FIRST_CONTACT);
        clerk.runs(() -> walls.raise(ref, kept.id(), Walls.Reason.AGGRESSOR));
        kept.runs(() -> emergency.open(Sensitive.of(ref.folio()), Sensitive.of("La señora está aquí y me necesita")));

        assertThat(text(director.does(() -> reports.make(ref, true)))).contains("Sindicatura", "no se permitió");
    }

    @Test
    void theReportTellsWhoSawHerFileWhenAndWhyAndNotHerName() throws IOException {
        var stranger = acting.someone(Acting.HEALTH, Role.FIRST_CONTACT);
        stranger.does(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));
        clerk.does(() -> cases.findByFolio(Folio.parse(ref.folio()).orElseThrow()));

        var text = text(director.does(() -> reports.make(ref, true)));

        assertThat(text)
                .contains(
                        "DIF Municipal",
                        "Su área registró",
                        "Abrir expediente",
                        "Servicios Médicos",
                        "no se permitió",
                        ref.folio())
                .doesNotContain("Marta", "Ibarra");
        assertThatThrownBy(() -> transparency.does(() -> reports.make(ref, true)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoIsKeptAwayFromSomebodyReadsNoRequestThatNamesNobodyUnlessSheReceivedIt() {
        var kept = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        var hers = (Done) clerk.does(() -> requests.receive(request(Kind.ACCESS, null)));
        var own = (Done) kept.does(() -> requests.receive(request(Kind.ACCESS, null)));
        var document = document(hers);
        assertThat(kept.does(() -> requests.words(hers.id()))).isPresent();

        clerk.runs(() -> walls.raise(ref, kept.id(), Walls.Reason.AGGRESSOR));

        assertThat(kept.does(() -> requests.words(hers.id()))).isEmpty();
        assertThat(kept.does(() -> requests.list()))
                .extracting(ArcoRequest::id)
                .contains(own.id())
                .doesNotContain(hers.id());
        assertThat(documentsSeenBy(kept, document)).isZero();
        assertThat(kept.does(() -> requests.words(own.id()))).isPresent();
        assertThat(director.does(() -> requests.words(hers.id()))).isPresent();
        assertThat(documentsSeenBy(director, document)).isOne();
    }

    @Test
    void aDocumentFollowsItsRequestAlsoWhereThatCameToNameHerLater() {
        var kept = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        var made = received(Kind.ACCESS);
        var document = document(made);
        assertThat(documentsSeenBy(kept, document)).isOne();

        clerk.runs(() -> walls.raise(ref, kept.id(), Walls.Reason.AGGRESSOR));

        assertThat(documentsSeenBy(kept, document)).isZero();
    }

    private UUID document(Done of) {
        var id = UUID.randomUUID();
        RightsScene.superuser(
                "insert into rights_document (id, request_id, media_type, size, added_at, added_by) values ('" + id
                        + "', '" + of.id() + "', 'application/pdf', 1, now(), '" + director.id() + "')");
        return id;
    }

    private int documentsSeenBy(Someone who, UUID document) {
        return java.util.Objects.requireNonNull(who.does(() -> transaction.execute(status ->
                jdbc.queryForObject("select count(*) from rights_document where id = ?", Integer.class, document))));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                    .as("tagged")
                    .isTrue();
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private Done received(Kind kind) {
        return (Done) clerk.does(() -> requests.receive(request(kind, ref.folio())));
    }

    private static NewArcoRequest request(Kind kind, @Nullable String folio) {
        return new NewArcoRequest(
                kind,
                Requester.HOLDER,
                Identified.INE,
                folio == null ? null : Folio.parse(folio).orElseThrow(),
                Sensitive.of("Marta Ibarra"),
                Sensitive.of("En persona"),
                Sensitive.of("Quiero saber qué datos tienen."));
    }

    private ArcoRequest line(Done made) {
        return director.does(() -> requests.list()).stream()
                .filter(line -> line.id().equals(made.id()))
                .findFirst()
                .orElseThrow();
    }
}
