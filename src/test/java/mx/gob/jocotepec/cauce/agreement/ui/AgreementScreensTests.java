package mx.gob.jocotepec.cauce.agreement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.AgreementLine;
import mx.gob.jocotepec.cauce.agreement.AgreementState;
import mx.gob.jocotepec.cauce.agreement.Institution;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** UC-008 on screen: registering an agreement, its list, and who may change it. */
@SpringBootTest
@Import(Acting.class)
class AgreementScreensTests extends SpringBrowserlessTest {
    @Autowired
    AgreementDesk desk;

    @Autowired
    Acting acting;

    String number;

    @BeforeEach
    void direction() {
        number = "P-" + Ids.next().toString().substring(28);
        acting.someone(Acting.DIRECTION, Role.DIRECTION).signIn();
    }

    @Test
    void registersWhatIsCompleteAndOpensItsPage() {
        opened();
        fill();

        test(register()).click();

        assertThat(find(H1.class).single().getText()).isEqualTo(number);
        navigate(AgreementsView.class);
        assertThat(find(Anchor.class).withText(number).exists()).isTrue();
    }

    @Test
    void whatIsMissingIsSaidBesideEachFieldAndNothingTypedIsLost() {
        var dialog = opened();
        test(text("Número o clave")).setValue(number);

        test(register()).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(object().isInvalid()).isTrue();
        assertThat(until().isInvalid()).isTrue();
        assertThat(text("Número o clave").getValue()).isEqualTo(number);
        assertThat(numbers()).doesNotContain(number);
    }

    @Test
    void anEndBeforeItsBeginningIsRefused() {
        opened();
        fill();
        until().setValue(LocalDate.now(Office.ZONE).minusDays(400));

        test(register()).click();

        assertThat(until().isInvalid()).isTrue();
        assertThat(numbers()).doesNotContain(number);
    }

    @Test
    void daysOfWarningThatWereNotUnderstoodAreRefused() {
        var dialog = opened();
        fill();
        var days = find(IntegerField.class)
                .withLabel("Avisar con días de anticipación")
                .single();
        days.clear();

        test(register()).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(days.getErrorMessage()).isEqualTo("Escriba un número de 0 a 365");
        assertThat(numbers()).doesNotContain(number);
    }

    @Test
    void whoeverOnlyReadsFindsNoButtonToChange() {
        acting.someone(Acting.POLICE, Role.FIRST_CONTACT).signIn();

        navigate(AgreementsView.class);

        assertThat(find(Button.class).withText("Registrar convenio").exists()).isFalse();
    }

    @Test
    void theAddressOfAShelterIsNotAskedFor() {
        var blank =
                new Institution(InstitutionId.next(), "", Institution.Kind.OTHER, null, null, null, Set.of(), true, 0);
        new InstitutionDialog(desk, blank, () -> {}).open();
        roundTrip();
        assertThat(find(TextField.class).withLabel("Domicilio").exists()).isTrue();

        kind().setValue(Institution.Kind.SHELTER);

        assertThat(find(TextField.class).withLabel("Domicilio").exists()).isFalse();
        assertThat(find(Span.class)
                        .withText("La dirección de un refugio no se escribe aquí: la conocen quienes van a él.")
                        .exists())
                .isTrue();
    }

    @SuppressWarnings("unchecked")
    private Select<Institution.Kind> kind() {
        return find(Select.class).withLabel("Tipo").single();
    }

    private AgreementDialog opened() {
        var dialog = AgreementDialog.register(desk);
        dialog.open();
        roundTrip();
        return dialog;
    }

    @SuppressWarnings("unchecked")
    private void fill() {
        test(text("Número o clave")).setValue(number);
        var sides = find(ComboBox.class).withLabel("Con quién").single();
        sides.setValue(sides.getListDataView().getItem(0));
        test(object()).setValue("Atención jurídica gratuita.");
        var services = find(MultiSelectComboBox.class).withLabel("Servicios").single();
        services.select(services.getListDataView().getItem(0));
        until().setValue(LocalDate.now(Office.ZONE).plusYears(1));
    }

    private List<String> numbers() {
        return desk.agreements.list(EnumSet.allOf(AgreementState.class)).stream()
                .map(AgreementLine::number)
                .toList();
    }

    private Button register() {
        return find(Button.class, find(AgreementDialog.class).single())
                .withText("Registrar convenio")
                .single();
    }

    private TextField text(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextArea object() {
        return find(TextArea.class).withLabel("Objeto").single();
    }

    private DateInput until() {
        return find(DateInput.class).withLabel("Vigente hasta").single();
    }
}
