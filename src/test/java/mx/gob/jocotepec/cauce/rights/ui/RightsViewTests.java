package mx.gob.jocotepec.cauce.rights.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.casefile.RegisterOutcome;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.rights.ArcoRequest;
import mx.gob.jocotepec.cauce.rights.ArcoRequests;
import mx.gob.jocotepec.cauce.rights.NewArcoRequest;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(Acting.class)
class RightsViewTests extends SpringBrowserlessTest {
    @Autowired
    Acting acting;

    @Autowired
    ArcoRequests requests;

    @Autowired
    CaseFiles cases;

    @Test
    void theDireccionSeesAllRoomsAndEachOpens() {
        var director = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        received(director);
        director.signIn();

        var view = navigate(RightsView.class);

        var tabs = find(Tabs.class).single();
        assertThat(tabs.getChildren().filter(Tab.class::isInstance).count()).isEqualTo(4);
        assertThat(text(view)).contains("ARCO-", "Por responder");
        for (int i = 0; i < 4; i++) {
            tabs.setSelectedIndex(i);
            assertThat(text(view)).doesNotContain("!rights.");
        }
        assertThat(text(view)).contains("Por confirmar", "20 días hábiles");
    }

    @Test
    void transparencySeesNoBreachesAndHandlesNothing() {
        received(acting.someone(Acting.DIRECTION, Role.DIRECTION));
        acting.someone(Acting.area(18), Role.TRANSPARENCY).signIn();

        var view = navigate(RightsView.class);

        assertThat(find(Tabs.class)
                        .single()
                        .getChildren()
                        .filter(Tab.class::isInstance)
                        .count())
                .isEqualTo(3);
        assertThat(text(view)).contains("ARCO-").doesNotContain("Atender");
    }

    @Test
    void itsListsAreThoseThatEveryPageHasAStyleFor() {
        received(acting.someone(Acting.DIRECTION, Role.DIRECTION));
        acting.someone(Acting.area(18), Role.TRANSPARENCY).signIn();

        navigate(RightsView.class);

        assertThat(find(Entry.class).all()).isNotEmpty();
        assertThat(find(Div.class).all())
                .flatExtracting(div -> List.copyOf(div.getClassNames()))
                .contains("c-entries")
                .noneMatch(name -> name.startsWith("c-referral"));
    }

    @Test
    void ofAFolioOfThisYearTheNumberIsEnough() {
        var director = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        director.signIn();
        var registered = (RegisterOutcome.Registered) cases.register(new NewCase(
                null,
                Map.of(Compartment.IDENTITY, new Answers(Map.of("given", "Marta", "surname1", "Ibarra"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON"));
        var folio = registered.ref().folio();
        navigate(RightsView.class);

        test(find(Button.class).withText("Recibir solicitud ARCO").single()).click();
        test(find(TextField.class).withLabel("Folio del caso, si lo hay").single())
                .setValue(Integer.toString(Folio.parse(folio).orElseThrow().number()));
        test(find(TextField.class).withLabel("Nombre de quien pide").single()).setValue("Marta Ibarra");
        test(find(TextArea.class).withLabel("Qué solicita, con sus palabras").single())
                .setValue("Qué datos tienen");
        test(find(Button.class).withText("Recibir").single()).click();

        assertThat(requests.list()).extracting(ArcoRequest::folio).contains(folio);
    }

    @Test
    void oneIsNotMany() {
        var texts = new Texts();

        assertThat(texts.getTranslation("rights.breach.people.n", Texts.SPANISH, 1))
                .isEqualTo("1 persona");
        assertThat(texts.getTranslation("rights.breach.people.n", Texts.SPANISH, 0))
                .isEqualTo("ninguna persona");
        assertThat(texts.getTranslation("rights.rule.amount.PERIOD", Texts.SPANISH, 1))
                .isEqualTo("1 día hábil");
        assertThat(texts.getTranslation("rights.rule.amount.PERIOD", Texts.SPANISH, 20))
                .isEqualTo("20 días hábiles");
        assertThat(texts.getTranslation("rights.rule.amount.RETENTION", Texts.SPANISH, 1))
                .isEqualTo("1 mes");
    }

    private void received(Acting.Someone by) {
        by.does(() -> requests.receive(new NewArcoRequest(
                ArcoRequest.Kind.ACCESS,
                ArcoRequest.Requester.HOLDER,
                ArcoRequest.Identified.INE,
                null,
                Sensitive.of("Alguien"),
                Sensitive.of(""),
                Sensitive.of("Qué datos tienen"))));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively()
                + component.getChildren().map(RightsViewTests::text).collect(Collectors.joining(" "));
    }
}
