package mx.gob.jocotepec.cauce.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.AreaSummary;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Switching an area off. */
@SpringBootTest
@Import(Acting.class)
class AreasViewTests extends SpringBrowserlessTest {
    @Autowired
    Acting acting;

    @Autowired
    Areas areas;

    Acting.Someone administration;
    AreaSummary area;

    @BeforeEach
    void anArea() {
        administration = acting.someone(Acting.SYSTEMS, Role.ADMINISTRATION);
        var name = "Prueba " + UUID.randomUUID().toString().substring(0, 18);
        area = new AreaSummary(
                AreaId.next(),
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                name,
                AreaSummary.Kind.OTHER,
                null,
                false,
                true,
                true,
                0);
        administration.does(() -> areas.save(area));
        acting.someone(area.id(), Role.SOCIAL_WORK);
        acting.someone(area.id(), Role.FIRST_CONTACT);
    }

    @Test
    void saysWhoKeepsWorkingThereAndAsks() {
        switchOff();

        var ask = find(ConfirmDialog.class).single();
        assertThat(ask.getElement().getProperty("message"))
                .contains("Tiene 2 cuentas activas, que siguen entrando")
                .contains("No tiene canalizaciones abiertas");
        assertThat(active()).isTrue();

        test(ask).confirm();
        assertThat(active()).isFalse();
    }

    @Test
    void whoCancelsChangesNothing() {
        switchOff();

        test(find(ConfirmDialog.class).single()).cancel();

        assertThat(active()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private void switchOff() {
        administration.signIn();
        UI.getCurrent().navigate("areas");
        var grid = (Grid<AreaSummary>) find(Grid.class).single();
        grid.getSelectionModel().selectFromClient(now());
        find(Checkbox.class).all().stream()
                .filter(box -> "Activa".equals(box.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue(false);
        test(find(Button.class).withText("Guardar").single()).click();
    }

    private AreaSummary now() {
        return administration.does(() -> areas.find(area.id())).orElseThrow();
    }

    private boolean active() {
        return now().active();
    }
}
