package mx.gob.jocotepec.cauce.oversight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.NewCase;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.oversight.Exports;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What is missing is said before the password is asked for. */
@SpringBootTest
@Import(Acting.class)
class OversightScreensTests extends SpringBrowserlessTest {
    @Autowired
    Acting acting;

    @Autowired
    CaseFiles cases;

    @Autowired
    Exports exports;

    @BeforeEach
    void signIn() {
        acting.someone(Acting.DIRECTION, Role.DIRECTION, Role.FIRST_CONTACT).signIn();
    }

    @Test
    void anExportWithoutAReasonAndADayIsNotWorthAPassword() {
        navigate(ExportView.class);
        var from = find(DatePicker.class).withLabel("Desde").single();
        from.clear();

        test(find(Button.class).withText("Pedir autorización").single()).click();

        assertThat(find(TextArea.class).single().getErrorMessage())
                .isEqualTo("Escriba para qué se necesita, con al menos cinco palabras.");
        assertThat(from.getErrorMessage()).isEqualTo("Falta este dato");
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void theSecondHalfOfADoubleClickAsksForNothing() {
        acting.someone(Acting.area(9), Role.FIRST_CONTACT).signIn();
        cases.register(new NewCase(
                null,
                Map.of(Compartment.IDENTITY, new Answers(Map.of("given", "Wendolyn", "surname1", "Kuri"))),
                true,
                CaseHead.Consent.GIVEN,
                null,
                "IN_PERSON"));
        navigate(ExportView.class);
        test(find(TextArea.class).single()).setValue("Para el informe del trimestre municipal");
        var send = find(Button.class).withText("Pedir autorización").single();

        test(send).click();
        test(send).click();

        assertThat(exports.mine()).hasSize(1);
        assertThat(find(TextArea.class).single().isInvalid()).isFalse();
        assertThat(find(ErrorSummary.class).exists()).isFalse();
    }

    @Test
    void anEmergencyWithNothingWrittenNamesTheFolioToo() {
        navigate(EmergencyView.class);

        test(find(Button.class).withText("Abrir ahora").single()).click();

        assertThat(find(TextField.class).single().isInvalid()).isTrue();
        assertThat(find(TextArea.class).single().isInvalid()).isTrue();
        assertThat(find(Dialog.class).exists()).isFalse();
    }
}
