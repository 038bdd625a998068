package mx.gob.jocotepec.cauce.casefile.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead.Consent;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.Drafts;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.person.PersonPart;
import mx.gob.jocotepec.cauce.person.SaveOutcome;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/** UC-001, UC-002 and UC-003 on screen. */
@SpringBootTest
@Import(Acting.class)
class CaseScreensTests extends SpringBrowserlessTest {
    private static final String NOWHERE = "No encontramos esa página o no está a su alcance";

    @Autowired
    CaseFiles cases;

    @Autowired
    Drafts drafts;

    @Autowired
    Walls walls;

    @Autowired
    EmergencyAccess emergency;

    @Autowired
    CaseEvents events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Acting acting;

    @Autowired
    Clock clock;

    Acting.Someone officer;
    Acting.Someone neighbour;

    @BeforeEach
    void people() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        neighbour = acting.someone(Acting.DIF, Role.FIRST_CONTACT);
        officer.signIn();
    }

    @Test
    void anEmergencyNamesWhatLiesOutsideAndInventsNoEmptiness() {
        var theirs = registered(neighbour, "Tomasa", "Lira");
        officer.does(
                () -> emergency.open(Sensitive.of(theirs.folio()), Sensitive.of("Está en la puerta y él la busca")));
        officer.signIn();

        UI.getCurrent().navigate("casos/" + theirs.folio());

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Fuera de este acceso: Atenciones, Canalizaciones"));
        assertThat(spans()).contains("Las atenciones y las canalizaciones quedan fuera de este acceso.");
        assertThat(find(Details.class).all())
                .extracting(details -> details.getSummary().getElement().getTextRecursively())
                .contains("Hechos")
                .doesNotContain("Atenciones", "Canalizaciones", "Quién ha visto este expediente");
        assertThat(find(Button.class).withText("Canalizar").all()).isEmpty();
    }

    @Test
    void theTimelineSaysWhereAReferralWentAndAtWhatHour() {
        var ref = registered(officer, "Tomasa", "Lira");
        officer.runs(() -> transaction.executeWithoutResult(
                status -> events.tell(ref, "REFERRAL_SENT", "service=PSYCHOLOGICAL;to=psicologia", null)));
        officer.signIn();

        UI.getCurrent().navigate("casos/" + ref.folio());

        assertThat(spans())
                .contains("Canalizada a Psicología (Dirección de Igualdad): Atención psicológica")
                .anyMatch(text -> text.matches("\\d{2}:\\d{2}"));
    }

    @Test
    void aNameIsEnoughToRegisterAndThePageOfTheCaseFollows() {
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Eulalia");

        test(button("Registrar caso")).click();

        assertThat(getCurrentView()).isInstanceOf(CaseView.class);
        assertThat(title()).matches("CAU-\\d{4}-\\d{5}");
        assertThat(spans()).contains("E.").doesNotContain("Eulalia");
    }

    @Test
    void whatCannotBeIsSaidBesideTheFieldAndNothingIsLost() {
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Eulalia");
        test(text("Edad")).setValue("300");

        test(button("Registrar caso")).click();

        assertThat(getCurrentView()).isInstanceOf(RegisterCaseView.class);
        assertThat(text("Edad").getErrorMessage()).isEqualTo("Escriba un número entre 0 y 120");
        assertThat(text("Nombre(s)").getValue()).isEqualTo("Eulalia");
    }

    @Test
    void whatIsTypedIsThereAgainLaterAndGoneOnceRegistered() {
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Eulalia");
        UI.getCurrent().navigate("inicio");

        navigate(RegisterCaseView.class);

        assertThat(text("Nombre(s)").getValue()).isEqualTo("Eulalia");
        test(button("Registrar caso")).click();
        assertThat(drafts.find(RegisterCaseView.DRAFT, null)).isEmpty();
    }

    @Test
    void whileTypingOnlyCasesWithinReachAreProposed() {
        var mine = registered(officer, "Zenaida", "Ochoa");
        registered(neighbour, "Zenaida", "Ochoa");
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Senaida");
        test(text("Primer apellido")).setValue("Ochoa");

        assertThat(find(Button.class).withText("Abrir").all()).hasSize(1);
        test(button("Abrir")).click();
        assertThat(title()).isEqualTo(mine.folio());
    }

    /** Each look is a search that stands in the trail: the rest of the form must not make more of them. */
    @Test
    void sheIsLookedForWhenHerNameChangesAndNotWhileTheFactsAreWritten() {
        registered(officer, "Walburga", "Xicoténcatl");
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Walburga");
        test(text("Primer apellido")).setValue("Xicoténcatl");
        assertThat(find(Button.class).withText("Abrir").all()).hasSize(1);
        long before = searches(officer);

        test(text("Horario seguro")).setValue("martes");
        test(text("Nombre de la persona agresora")).setValue("Uno");
        assertThat(searches(officer)).isEqualTo(before);
        assertThat(find(Button.class).withText("Abrir").all()).hasSize(1);

        test(text("Primer apellido")).setValue("Quintanilla");
        assertThat(searches(officer)).isGreaterThan(before);
        assertThat(find(Button.class).withText("Abrir").all()).isEmpty();
    }

    private static long searches(Acting.Someone by) {
        return inTheTrail("actor = ? and action = 'CASES_SEARCHED'", by.id().value());
    }

    @Test
    void whoBeginsAnewRegistersAnotherWoman() {
        var before = registered(officer, "Zenaida", "Ochoa");
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Zenaida");
        test(text("Primer apellido")).setValue("Ochoa");
        test(find(Button.class).withText("Es ella: nuevo caso").all().getFirst())
                .click();

        test(button("Empezar de nuevo")).click();
        test(text("Nombre(s)")).setValue("Hermelinda");
        test(button("Registrar caso")).click();

        var after = cases.findByFolio(Folio.parse(title()).orElseThrow()).orElseThrow();
        assertThat(after.ref().person()).isNotEqualTo(before.person());
        assertThat(after.initials()).isEqualTo("H.");
    }

    @Test
    void whatWasEmptiedBySlipComesBackWithOneClick() {
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Eulalia");

        test(button("Empezar de nuevo")).click();
        assertThat(text("Nombre(s)").getValue()).isEmpty();
        assertThat(drafts.find(RegisterCaseView.DRAFT, null)).isEmpty();
        test(button("Deshacer")).click();

        assertThat(text("Nombre(s)").getValue()).isEqualTo("Eulalia");
        assertThat(drafts.find(RegisterCaseView.DRAFT, null)).isPresent();
    }

    @Test
    void aRegistrationPutAsideWaitsWhileAnotherIsMade() {
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Primera");
        test(button("Guardar y seguir después")).click();

        navigate(RegisterCaseView.class);
        assertThat(text("Nombre(s)").getValue()).isEmpty();
        test(text("Nombre(s)")).setValue("Segunda");
        test(button("Seguir con éste")).click();
        assertThat(text("Nombre(s)").getValue()).isEqualTo("Primera");
        assertThat(drafts.aside(RegisterCaseView.DRAFT)).hasSize(1);
        test(button("Registrar caso")).click();

        navigate(RegisterCaseView.class);
        assertThat(text("Nombre(s)").getValue()).isEmpty();
        test(button("Seguir con éste")).click();
        assertThat(text("Nombre(s)").getValue()).isEqualTo("Segunda");
        neighbour.runs(() -> assertThat(drafts.aside(RegisterCaseView.DRAFT)).isEmpty());
    }

    @Test
    void theDraftRemembersOfWhomTheCaseIs() {
        var before = registered(officer, "Crisóstoma", "Urrea");
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Crisóstoma");
        test(text("Primer apellido")).setValue("Urrea");
        test(find(Button.class).withText("Es ella: nuevo caso").all().getFirst())
                .click();
        test(button("Guardar y seguir después")).click();

        navigate(RegisterCaseView.class);
        test(button("Seguir con éste")).click();
        assertThat(spans()).anyMatch(text -> text.contains(before.folio()));
        test(button("Registrar caso")).click();

        var after = cases.findByFolio(Folio.parse(title()).orElseThrow()).orElseThrow();
        assertThat(after.ref().person()).isEqualTo(before.person());
    }

    @Test
    void aDraftAboutAWomanOutOfReachSinceSaysNothingOfHer() {
        var before = registered(officer, "Nicandra", "Uribe");
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Nicandra");
        test(text("Primer apellido")).setValue("Uribe");
        test(find(Button.class).withText("Es ella: nuevo caso").all().getFirst())
                .click();
        acting.someone(Acting.DIRECTION, Role.DIRECTION)
                .runs(() -> walls.raise(before, officer.id(), Walls.Reason.CLOSE));
        officer.signIn();

        navigate(RegisterCaseView.class);

        assertThat(spans()).noneMatch(text -> text.contains(before.folio()));
        test(button("Registrar caso")).click();
        assertThat(title()).isNotEqualTo(before.folio());
    }

    @Test
    void aTelephoneFromElsewhereIsDoubtedAndKept() {
        navigate(RegisterCaseView.class);
        test(text("Nombre(s)")).setValue("Eulalia");
        var phone = text("Teléfono seguro");
        test(phone).setValue("+1 312 555 0199");
        assertThat(phone.getHelperText()).contains("10 dígitos");
        assertThat(phone.isInvalid()).isFalse();

        test(button("Registrar caso")).click();

        var ref = cases.findByFolio(Folio.parse(title()).orElseThrow())
                .orElseThrow()
                .ref();
        assertThat(cases.read(ref, Compartment.CONTACT).orElseThrow().answers().get("phone"))
                .contains("+1 312 555 0199");
    }

    @Test
    void theListOfWhatToMendNamesTheField() {
        navigate(RegisterCaseView.class);
        test(text("Edad")).setValue("300");

        test(button("Registrar caso")).click();

        assertThat(find(NativeButton.class).all())
                .extracting(NativeButton::getText)
                .contains("Edad: Escriba un número entre 0 y 120");
    }

    @Test
    void theNoticeToTheProsecutorIsNotedWithItsDateAndNeverByASlip() {
        var ref = registered(officer, "Blanca", "Nieves");
        officer.runs(() -> cases.save(
                ref,
                Compartment.FACTS,
                new Answers(Map.of("types", "SEXUAL", "injuries", "YES")),
                cases.read(ref, Compartment.FACTS).map(PersonPart::version).orElse(0)));
        UI.getCurrent().navigate("casos/" + ref.folio());

        test(button("Ya se dio aviso")).click();
        assertThat(cases.head(ref.id()).orElseThrow().prosecutorNotifiedAt()).isNull();
        find(DatePicker.class)
                .withLabel("Fecha del aviso")
                .single()
                .setValue(LocalDate.now(clock).plusDays(2));
        test(button("Anotar aviso")).click();
        assertThat(cases.head(ref.id()).orElseThrow().prosecutorNotifiedAt()).isNull();
        find(DatePicker.class)
                .withLabel("Fecha del aviso")
                .single()
                .setValue(LocalDate.now(clock).minusDays(1));
        test(button("Anotar aviso")).click();

        assertThat(cases.head(ref.id()).orElseThrow().prosecutorNotifiedAt()).isBefore(clock.instant());
    }

    @Test
    void aDraftTakenUpAgainNeverPassesOverWhatSomebodyElseStored() {
        var ref = registered(officer, "Blanca", "Nieves");
        openFacts(ref);
        test(area("Qué pasó, con sus palabras")).setValue("Lo que ella contó.");
        var colleague = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        colleague.runs(() -> store(ref, Map.of("place", "Casa de la hermana")));
        officer.signIn();

        openFacts(ref);
        assertThat(spans()).anyMatch(text -> text.startsWith("Alguien guardó esta sección después de su borrador"));
        test(button("Guardar")).click();

        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Otra persona guardó esta sección");
        test(find(Button.class, find(Dialog.class).single()).withText("Guardar").single())
                .click();
        var facts = cases.read(ref, Compartment.FACTS).orElseThrow().answers();
        assertThat(facts.get("place")).as("what she did not touch").contains("Casa de la hermana");
        assertThat(facts.get("narrative")).contains("Lo que ella contó.");
        assertThat(facts.values()).allSatisfy((key, value) -> assertThat(key).doesNotStartWith("_"));
    }

    @Test
    void whatIsTypedAndIsNoDateIsNeitherDroppedNorExchanged() {
        var ref = registered(officer, "Blanca", "Nieves");
        officer.runs(() -> store(ref, Map.of("on", "2026-11-20")));
        openFacts(ref);
        unreadable(find(DatePicker.class).withLabel("Fecha de los hechos").single());

        test(button("Guardar")).click();

        assertThat(find(NativeButton.class).all())
                .extracting(NativeButton::getText)
                .contains("Fecha de los hechos: Escriba la fecha como 22/11/2026");
        assertThat(cases.read(ref, Compartment.FACTS).orElseThrow().answers().get("on"))
                .contains("2026-11-20");

        navigate(RegisterCaseView.class);
        unreadable(find(DatePicker.class).withLabel("Fecha de los hechos").single());
        test(button("Registrar caso")).click();
        assertThat(getCurrentView()).isInstanceOf(RegisterCaseView.class);
    }

    @Test
    void aRetiredChoiceStaysWithTheCaseThatHasIt() {
        var ref = registered(officer, "Blanca", "Nieves");
        officer.runs(() -> store(ref, Map.of("locality", "NO_LONGER_THERE", "types", "PHYSICAL,NO_LONGER_THERE")));
        openFacts(ref);
        test(area("Qué pasó, con sus palabras")).setValue("Lo que ella contó.");

        test(button("Guardar")).click();

        var facts = cases.read(ref, Compartment.FACTS).orElseThrow().answers();
        assertThat(facts.get("locality")).contains("NO_LONGER_THERE");
        assertThat(facts.list("types")).containsExactlyInAnyOrder("PHYSICAL", "NO_LONGER_THERE");
    }

    @Test
    void theFiltersUnfoldWhenTheAddressSetsOneAndOpenOnAClickOtherwise() {
        navigate(CaseListView.class);
        assertThat(find(Button.class).withText("Quitar filtros").exists()).isFalse();

        UI.getCurrent().navigate("casos", QueryParameters.of("riesgo", "HIGH"));

        assertThat(find(Button.class).withText("Quitar filtros").exists()).isTrue();
        assertThat(find(Button.class).withText("Filtros (1)").exists()).isTrue();
        test(button("Quitar filtros")).click();
        assertThat(find(Button.class).withText("Filtros").exists()).isTrue();
    }

    @Test
    void aMisspeltNameIsFoundAndWhatIsNotThereSaysWhatToTry() {
        var found = registered(officer, "Perfecta", "Quezada");
        navigate(CaseListView.class);

        test(text("Buscar")).setValue("perfecta kesada");

        assertThat(folios()).contains(found.folio());
        test(text("Buscar")).setValue("nadieconestenombre");
        assertThat(folios()).doesNotContain(found.folio());
        assertThat(find(EmptyState.class).exists()).isTrue();
    }

    @Test
    void theNameIsCoveredUntilAskedForAndAskingLeavesATrace() {
        var ref = registered(officer, "Blanca", "Nieves");
        UI.getCurrent().navigate("casos/" + ref.folio());
        assertThat(spans()).noneMatch(text -> text.contains("Blanca"));
        assertThat(namesRead(ref)).isZero();

        test(button("Mostrar nombre")).click();

        assertThat(spans()).anyMatch(text -> text.contains("Blanca Nieves"));
        assertThat(namesRead(ref)).isEqualTo(1);
    }

    @Test
    void aSectionIsReadWhenItIsOpenedAndChangedInPlace() {
        var ref = registered(officer, "Blanca", "Nieves");
        UI.getCurrent().navigate("casos/" + ref.folio());
        var section = find(Details.class).all().stream()
                .filter(each -> says(each, "Contacto, domicilio y red de apoyo"))
                .findFirst()
                .orElseThrow();
        section.setOpened(true);

        test(find(Button.class, section).withText("Editar").single()).click();
        test(text("Horario seguro")).setValue("martes 10 a 12");
        test(find(Button.class, section).withText("Guardar").single()).click();

        assertThat(officer.does(() -> cases.read(ref, Compartment.CONTACT))
                        .orElseThrow()
                        .answers()
                        .get("hours"))
                .contains("martes 10 a 12");
    }

    @Test
    void forWhomItIsOutOfReachTheAddressAnswersLikeAnUnknownOne() {
        var ref = registered(officer, "Blanca", "Nieves");
        var walled = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        officer.runs(() -> walls.raise(ref, walled.id(), Walls.Reason.CLOSE));

        for (var who : List.of(neighbour, walled)) {
            who.signIn();
            UI.getCurrent().navigate("casos/" + ref.folio());
            assertThat(title()).isEqualTo(NOWHERE);
            UI.getCurrent().navigate("casos/CAU-2026-99999");
            assertThat(title()).isEqualTo(NOWHERE);
        }
    }

    private CaseRef registered(Acting.Someone by, String given, String surname) {
        var request = new NewCase(
                null,
                Map.of(Compartment.IDENTITY, new Answers(Map.of("given", given, "surname1", surname, "age", "31"))),
                true,
                Consent.GIVEN,
                null,
                "IN_PERSON");
        return ((RegisterOutcome.Registered) by.does(() -> cases.register(request))).ref();
    }

    private void openFacts(CaseRef ref) {
        UI.getCurrent().navigate("inicio");
        UI.getCurrent().navigate("casos/" + ref.folio());
        test(button("Editar")).click();
    }

    private void store(CaseRef ref, Map<String, String> changes) {
        var before = cases.read(ref, Compartment.FACTS).orElseThrow();
        assertThat(cases.save(ref, Compartment.FACTS, before.answers().with(changes), before.version()))
                .isInstanceOf(SaveOutcome.Saved.class);
    }

    /** As the browser reports what it cannot read. */
    private static void unreadable(DatePicker field) {
        field.clear();
        var element = field.getElement();
        element.setProperty("_inputElementValue", "99/99/2026");
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "unparsable-change", JsonNodeFactory.instance.objectNode()));
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private static long namesRead(CaseRef ref) {
        return inTheTrail(
                "case_id = ? and action = 'PART_READ' and detail like 'part=IDENTITY%'",
                ref.id().value());
    }

    private static long inTheTrail(String where, UUID of) {
        try (var connection = TestDatabase.shared().asSuperuser();
                var count = connection.prepareStatement("select count(*) from cauce.trail_entry where " + where)) {
            count.setObject(1, of);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    private List<String> folios() {
        return find(Anchor.class).all().stream()
                .flatMap(Component::getChildren)
                .filter(Span.class::isInstance)
                .map(span -> ((Span) span).getText())
                .toList();
    }

    private List<String> spans() {
        return find(Span.class).all().stream().map(Span::getText).toList();
    }

    private boolean says(Details details, String text) {
        return find(Span.class, details).all().stream()
                .anyMatch(span -> span.getText().contains(text));
    }

    private TextField text(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}
