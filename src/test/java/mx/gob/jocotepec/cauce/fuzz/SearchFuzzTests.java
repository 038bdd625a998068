package mx.gob.jocotepec.cauce.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What is typed into the search and into the address. */
@SpringBootTest
@Import(Acting.class)
class SearchFuzzTests extends SpringBrowserlessTest {
    @Autowired
    CaseLists lists;

    @Autowired
    CaseFiles cases;

    @Autowired
    Acting acting;

    @Test
    void searchAnswersWhateverIsTyped() {
        var clerk = acting.someone(Acting.area(9), Role.FIRST_CONTACT);
        clerk.does(() -> cases.register(new NewCase(
                null,
                java.util.Map.of(
                        Compartment.IDENTITY, new Answers(java.util.Map.of("given", "Marta", "surname1", "Gómez"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON")));
        var examples = new String[] {
            "Marta Gómez", "name:*", "Mart~ AND [a TO z]", "CAU-2026-00001", "AAPR630321HDFLRC09", "3877630000"
        };

        Mutations.each(
                11,
                600,
                examples,
                text -> assertThat(clerk.does(() -> lists.search(text, 0, 20))).isNotNull());
    }

    @Test
    void everyAddressShowsAPageOrSaysThatThereIsNone() {
        acting.someone(Acting.DIRECTION, Role.DIRECTION).signIn();
        var places = new String[] {
            "casos/CAU-2026-00001",
            "canalizaciones/0190f7a0-0000-7000-8000-000000000001",
            "agenda/2026-11-22",
            "derechos",
            "casos?estado=OPEN",
            "convenios/0190f7a0-0000-7000-8000-000000000001",
            "plan?anio=2026",
            "catalogos?catalogo=SERVICE",
            "canalizaciones?estado=SENT",
            "bitacora",
            "emergencia",
            "supervision"
        };

        Mutations.each(12, 250, places, text -> {
            var address = clean(text);
            // Vaadin answers these before any page of ours, with 400
            if (address.contains("..")) return;
            var parts = address.split("[?]", 2);
            UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
            assertThat((Component) getCurrentView()).isNotNull();
            assertThat(getCurrentView().getClass().getSimpleName())
                    .as("an error page")
                    .isNotEqualTo("BrokenView");
        });
    }

    /** As a browser would send it. */
    private static String clean(String text) {
        var parts = text.split("(?<=[/?&=])|(?=[/?&=])", -1);
        var address = new StringBuilder();
        for (var part : parts)
            address.append(part.matches("[/?&=]") ? part : URLEncoder.encode(part, StandardCharsets.UTF_8));
        return address.length() > 1_000 ? address.substring(0, 1_000).replaceAll("%.?.?$", "") : address.toString();
    }
}
