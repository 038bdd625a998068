package mx.gob.jocotepec.cauce.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Set;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.staff.StaffAccounts;
import mx.gob.jocotepec.cauce.staff.StaffData;
import mx.gob.jocotepec.cauce.staff.StaffSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import(Acting.class)
class StaffViewTests extends SpringBrowserlessTest {
    @Autowired
    private Acting acting;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Areas areas;

    @BeforeEach
    void openAsAdministration() {
        acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION).signIn();
        UI.getCurrent().navigate("personal");
    }

    @Test
    void createsAnAccountAndShowsItsLinkOnce() {
        var username = "view" + System.nanoTime();
        press("Agregar persona");
        var form = find(StaffForm.class).single();
        test(form.name).setValue("Ana Prueba");
        test(form.username).setValue(username);
        form.area.setValue(form.area.getListDataView().getItems().findFirst().orElseThrow());
        form.roles.setValue(Set.of(Role.PLANNING));

        press("Crear cuenta e invitar");

        assertThat(find(InvitationDialog.class).all()).hasSize(1);
        assertThat(accounts.list())
                .filteredOn(account -> account.username().equals(username))
                .extracting(StaffSummary::state)
                .containsExactly(StaffSummary.State.INVITED);
    }

    @Test
    void asksBeforeANewPersonIsThrownAway() {
        press("Agregar persona");
        test(find(StaffForm.class).single().name).setValue("Ana Prueba");

        press("Cancelar");
        assertThat(find(StaffForm.class).exists()).isTrue();
        test(find(ConfirmDialog.class).single()).reject();

        assertThat(find(StaffForm.class).exists()).isFalse();
    }

    @Test
    void saysWhatIsMissingAboveTheFormAndBesideTheField() {
        press("Agregar persona");

        press("Crear cuenta e invitar");

        var form = find(StaffForm.class).single();
        assertThat(form.name.isInvalid()).isTrue();
        assertThat(form.name.getErrorMessage()).isEqualTo("Escriba el nombre completo");
        assertThat(find(NativeButton.class).all())
                .extracting(NativeButton::getText)
                .hasSize(4);
        assertThat(find(InvitationDialog.class).all()).isEmpty();
    }

    @Test
    void saysPlainlyThatAMoveWaitsForSomebodyElse() {
        var id = acting.someone(Acting.POLICE, Role.FIRST_CONTACT).id();
        var before = accounts.find(id).orElseThrow();
        accounts.change(
                id,
                new StaffData(before.username(), "Ana Prueba", null, Acting.DIRECTION, before.roles()),
                before.version());

        var form = new StaffForm(areas.all(), accounts.find(id).orElseThrow());

        assertThat(form.area.getValue().id()).isEqualTo(Acting.DIRECTION);
        assertThat(form.area.getHelperText()).endsWith("queda por confirmar por otra persona");
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }
}
