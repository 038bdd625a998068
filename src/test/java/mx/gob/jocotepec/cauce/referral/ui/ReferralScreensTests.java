package mx.gob.jocotepec.cauce.referral.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.agreement.Directory;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.referral.ConsentBasis;
import mx.gob.jocotepec.cauce.referral.NewReferral;
import mx.gob.jocotepec.cauce.referral.Only;
import mx.gob.jocotepec.cauce.referral.ReferralLine;
import mx.gob.jocotepec.cauce.referral.ReferralOutcome;
import mx.gob.jocotepec.cauce.referral.ReferralResult;
import mx.gob.jocotepec.cauce.referral.ReferralStatus;
import mx.gob.jocotepec.cauce.referral.TrayQuery;
import mx.gob.jocotepec.cauce.referral.Urgency;
import mx.gob.jocotepec.cauce.referral.ui.ReferralFilter.Look;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.uikit.Panel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** UC-004, UC-005 and UC-007 on screen: the dialog, the tray, the answer, the board. */
@SpringBootTest
@Import(Acting.class)
class ReferralScreensTests extends SpringBrowserlessTest {
    @Autowired
    Desk desk;

    @Autowired
    CaseFiles cases;

    @Autowired
    Acting acting;

    Acting.Someone officer;
    Acting.Someone psychologist;
    Acting.Someone direction;
    CaseRef ref;

    @BeforeEach
    void aCaseOfThePolice() {
        officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        officer.signIn();
        ref = ((RegisterOutcome.Registered) cases.register(anotherCase())).ref();
    }

    private static NewCase anotherCase() {
        return new NewCase(
                null,
                Map.of(
                        Compartment.IDENTITY, new Answers(Map.of("given", "Marta", "surname1", "Gómez", "age", "34")),
                        Compartment.FACTS, new Answers(Map.of("types", "PHYSICAL"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON");
    }

    @Test
    void whatIsMissingStandsBesideItsFieldAndTheDialogKeepsTheRest() {
        var dialog = opened();
        choose("Atención psicológica", Acting.PSYCHOLOGY);

        test(button("Canalizar")).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(area("Motivo").isInvalid()).isTrue();
        assertThat(combo("Área o institución").getValue()).isNotNull();
        assertThat(sentByMe()).isEmpty();
    }

    @Test
    void onlyWhoeverGivesTheServiceIsOfferedAndNeverTheOwnArea() {
        opened();

        choose("Protección policial", null);

        assertThat(targets()).doesNotContain(Acting.POLICE);
        choose("Atención psicológica", null);
        assertThat(targets()).contains(Acting.PSYCHOLOGY).doesNotContain(Acting.LEGAL);
    }

    @Test
    void theReceivingAreaFindsItInItsTrayAcceptsAndAnswers() {
        refer("Necesita acompañamiento");
        psychologist.signIn();

        navigate(ReferralsView.class);
        assertThat(links()).contains(ref.folio());
        test(inTray("Aceptar")).click();
        var id = desk
                .reads
                .tray(new TrayQuery(TrayQuery.Side.RECEIVED, Set.of(ReferralStatus.ACCEPTED), Only.ALL), 0, 50)
                .stream()
                .filter(line -> ref.equals(line.caseRef()))
                .map(ReferralLine::id)
                .findFirst()
                .orElseThrow();
        UI.getCurrent().navigate(ReferralNavigation.to(id));
        assertThat(texts()).contains("Necesita acompañamiento");
        test(button("Responder")).click();
        answer();
        test(area("Qué se hizo")).setValue("Tres sesiones");
        test(button("Enviar respuesta")).click();

        officer.signIn();
        UI.getCurrent().navigate(ReferralNavigation.to(id));

        assertThat(texts()).contains("Tres sesiones");
        assertThat(find(Span.class).all()).extracting(Span::getText).contains("Respondida");
    }

    @Test
    void aRejectionAsksWhyAndGoesBackToTheSender() {
        refer("Otra vez");
        psychologist.signIn();
        navigate(ReferralsView.class);

        test(inTray("Rechazar")).click();
        test(button("Rechazar", RejectDialog.class)).click();

        assertThat(select("Motivo").isInvalid()).isTrue();
        select("Motivo").setValue(select("Motivo").getListDataView().getItem(0));
        test(area("Explicación")).setValue("No es nuestro servicio.");
        test(button("Rechazar", RejectDialog.class)).click();
        officer.signIn();
        assertThat(sentByMe()).extracting(ReferralLine::status).contains(ReferralStatus.REJECTED);
    }

    @Test
    void theReasonOfARejectionIsShownWithoutAnExplanationToo() {
        refer("Sin más palabras");
        var id = sentByMe().getFirst().id();
        var reason = desk.labels.name(Catalog.REFERRAL_REJECT_REASON, "NO_CAPACITY");
        psychologist.runs(() -> desk.referrals.reject(id, "NO_CAPACITY", Sensitive.of("")));

        for (var who : List.of(officer, psychologist)) {
            who.signIn();
            UI.getCurrent().navigate(ReferralNavigation.to(id));
            assertThat(texts()).containsOnlyOnce(reason);
        }
    }

    @Test
    void onceTakenBackTheReasonOfTheRejectionIsNotThatOfTheSender() {
        refer("Y se retira");
        var id = sentByMe().getFirst().id();
        var reason = desk.labels.name(Catalog.REFERRAL_REJECT_REASON, "NO_CAPACITY");
        psychologist.runs(() -> desk.referrals.reject(id, "NO_CAPACITY", Sensitive.of("")));
        officer.runs(() -> desk.referrals.cancel(id, Sensitive.of("Ya no hace falta")));
        officer.signIn();

        UI.getCurrent().navigate(ReferralNavigation.to(id));

        assertThat(panel("Por qué se rechazó")).containsExactly(reason);
        assertThat(panel("Por qué se retiró")).containsExactly("Ya no hace falta");
    }

    @Test
    void aFilterByWhoReceivesNothingAnyMoreShowsHerReferralsAndAnUnknownOneNone() throws SQLException {
        refer("Antes del cambio");
        var other = cases.register(anotherCase());
        var toHealth = desk.referrals.send(new NewReferral(
                ((RegisterOutcome.Registered) other).ref().id(),
                new Counterpart.OfArea(Acting.HEALTH),
                "MEDICAL",
                Urgency.IMMEDIATE,
                Set.of(Compartment.IDENTITY),
                new ConsentBasis.OfTheCase(),
                Sensitive.of("Necesita curación"),
                Sensitive.of(""),
                null));
        assertThat(toHealth).isInstanceOf(ReferralOutcome.Sent.class);
        var otherFolio = ((RegisterOutcome.Registered) other).ref().folio();
        direction.signIn();
        receives(Acting.HEALTH, false);
        try {
            show(ReferralFilter.first(Look.LIST).withTo(Acting.HEALTH.value()));
            assertThat(links()).contains(otherFolio).doesNotContain(ref.folio());
            assertThat(((Directory.Entry) combo("Área o institución").getValue()).name())
                    .contains("Servicios Médicos");

            show(ReferralFilter.first(Look.LIST).withTo(Ids.next()));
            assertThat(links()).doesNotContain(otherFolio, ref.folio());
        } finally {
            receives(Acting.HEALTH, true);
        }
    }

    private static void show(ReferralFilter filter) {
        UI.getCurrent().navigate(ReferralNavigation.ALL, filter.address());
    }

    private static void receives(AreaId area, boolean referrals) throws SQLException {
        try (var owner = TestDatabase.shared().asSuperuser();
                var open = owner.createStatement()) {
            open.execute("update cauce.area set receives_referrals = " + referrals + " where id = '" + area + "'");
        }
    }

    @Test
    void onlyTheDireccionSeesTheBoard() {
        refer("Para el tablero");
        officer.signIn();
        navigate(ReferralsView.class);
        assertThat(find(ReferralBoard.class).exists()).isFalse();

        direction.signIn();
        navigate(ReferralsView.class);

        assertThat(find(ReferralBoard.class).exists()).isTrue();
        assertThat(links()).contains(ref.folio());
    }

    @Test
    void anothersReferralAnswersLikeAnUnknownOne() {
        refer("Solo para dos");
        var id = sentByMe().getFirst().id();
        acting.someone(Acting.DIF, Role.FIRST_CONTACT).signIn();

        UI.getCurrent().navigate(ReferralNavigation.to(id));
        var title = find(H1.class).single().getText();
        UI.getCurrent().navigate("canalizaciones/00000000-0000-7000-8000-00000000ffff");

        assertThat(title).isEqualTo(find(H1.class).single().getText());
        assertThat(title).isEqualTo("No encontramos esa página o no está a su alcance");
    }

    private ReferDialog opened() {
        var dialog = new ReferDialog(desk, cases.head(ref.id()).orElseThrow(), () -> {});
        dialog.open();
        roundTrip();
        return dialog;
    }

    private void refer(String reason) {
        opened();
        choose("Atención psicológica", Acting.PSYCHOLOGY);
        test(area("Motivo")).setValue(reason);
        test(button("Canalizar")).click();
        roundTrip();
    }

    /** In the row of this case: the tray holds what other tests sent, too. */
    private Button inTray(String text) {
        var row = find(ReferralCard.class).all().stream()
                .filter(card -> find(Anchor.class, card).withText(ref.folio()).exists())
                .findFirst()
                .orElseThrow();
        return find(Button.class, row).withText(text).single();
    }

    @SuppressWarnings("unchecked")
    private void answer() {
        ((RadioButtonGroup<ReferralResult>)
                        find(RadioButtonGroup.class).withLabel("Resultado").single())
                .setValue(ReferralResult.values()[0]);
    }

    @SuppressWarnings("unchecked")
    private void choose(String service, @Nullable AreaId area) {
        var services = (ComboBox<CatalogEntry>) combo("Servicio que necesita");
        services.setValue(services.getListDataView()
                .getItems()
                .filter(entry -> entry.nameEs().equals(service))
                .findFirst()
                .orElseThrow());
        if (area == null) return;
        var targets = (ComboBox<Directory.Entry>) combo("Área o institución");
        targets.setValue(targets.getListDataView()
                .getItems()
                .filter(entry -> entry.to().equals(new Counterpart.OfArea(area)))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private List<AreaId> targets() {
        return ((ComboBox<Directory.Entry>) combo("Área o institución"))
                .getListDataView()
                .getItems()
                .flatMap(entry -> entry.to() instanceof Counterpart.OfArea(var area) ? Stream.of(area) : Stream.empty())
                .toList();
    }

    private List<ReferralLine> sentByMe() {
        return desk.reads.tray(new TrayQuery(TrayQuery.Side.SENT, Set.of(), Only.ALL), 0, 50).stream()
                .filter(line -> ref.equals(line.caseRef()))
                .toList();
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getText).toList();
    }

    private List<String> panel(String title) {
        var panel = find(Panel.class).all().stream()
                .filter(each -> find(H2.class, each).withText(title).exists())
                .findFirst()
                .orElseThrow();
        return find(Paragraph.class, panel).all().stream()
                .map(Paragraph::getText)
                .toList();
    }

    private List<String> texts() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private Button button(String text, Class<? extends Component> within) {
        return find(Button.class, find(within).single()).withText(text).single();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private ComboBox<?> combo(String label) {
        return find(ComboBox.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private Select<CatalogEntry> select(String label) {
        return find(Select.class).withLabel(label).single();
    }
}
