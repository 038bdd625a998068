package mx.gob.jocotepec.cauce.catalog.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The catalogs on screen. */
@SpringBootTest
@Import(Acting.class)
@ViewPackages(classes = CatalogView.class)
class CatalogViewTests extends SpringBrowserlessTest {
    @Autowired
    Catalogs catalogs;

    @Autowired
    Acting acting;

    @BeforeEach
    void anAdministrator() {
        acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION).signIn();
    }

    @Test
    void showsTheChoicesWithValidityAndWhatIsStillToBeConfirmed() {
        var view = open("LOCALITY");

        assertThat(text(view)).contains("San Juan Cosalá", "140500011", "INEGI", "Por confirmar", "Desde 1 ene 2024");
    }

    @Test
    void aNewChoiceNeedsItsNamesAndGetsAKeyOfItsOwn() {
        open("HOW_LEARNED");
        test(find(Button.class).id("catalog-add")).click();

        test(find(Button.class).id("add-save")).click();
        assertThat(find(TextField.class).id("add-name-es").isInvalid()).isTrue();
        assertThat(find(TextField.class).id("add-name-es").getErrorMessage()).isEqualTo("Escriba el nombre");

        test(find(TextField.class).id("add-name-es")).setValue("Por la radio, 107.1");
        test(find(TextField.class).id("add-name-en")).setValue("From the radio");
        assertThat(find(TextField.class).id("add-key").getValue()).isEqualTo("POR_LA_RADIO_107_1");
        test(find(Button.class).id("add-save")).click();

        assertThat(catalogs.find(Catalog.HOW_LEARNED, "POR_LA_RADIO_107_1")).isPresent();
        assertThat(text(find(CatalogView.class).single())).contains("Por la radio, 107.1");
    }

    @Test
    void aChoiceIsRenamedAndThenRetired() {
        open("WEAPON");
        test(find(Button.class).withAriaLabel("Renombrar Vehículo").single()).click();
        test(find(TextField.class).id("rename-es")).setValue("Vehículo de motor");
        test(find(Button.class).id("rename-save")).click();
        assertThat(catalogs.find(Catalog.WEAPON, "VEHICLE").orElseThrow().nameEs())
                .isEqualTo("Vehículo de motor");

        test(find(Button.class).withAriaLabel("Retirar Vehículo de motor").single())
                .click();
        test(find(DateInput.class).id("retire-last-day"))
                .setValue(LocalDate.now(Office.ZONE).minusDays(1));
        test(find(Button.class).id("retire-save")).click();

        var view = find(CatalogView.class).single();
        assertThat(text(view)).doesNotContain("Vehículo de motor");
        test(find(Checkbox.class).id("catalog-retired")).click();
        assertThat(text(view)).contains("Vehículo de motor", "Retirada");
    }

    @Test
    void aFixedCatalogIsRenamedOnlyAndSaysWhy() {
        open("DISCIPLINE");

        assertThat(find(Div.class).withId("catalog-fixed").exists()).isTrue();
        assertThat(find(Button.class).withId("catalog-add").exists()).isFalse();
        assertThat(find(Button.class).withText("Retirar").exists()).isFalse();
        assertThat(find(Button.class).withText("Renombrar").all()).isNotEmpty();
    }

    private CatalogView open(String catalog) {
        UI.getCurrent().navigate(CatalogView.class, QueryParameters.of("lista", catalog));
        return find(CatalogView.class).single();
    }

    private static String text(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively();
    }
}
