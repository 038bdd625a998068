package mx.gob.jocotepec.cauce.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Clock;
import java.time.LocalDate;
import mx.gob.jocotepec.cauce.staff.Acting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Nothing written in a dialog is lost by a key, and a date that was not understood is no missing one. */
@SpringBootTest
@Import(Acting.class)
class FormDialogTests extends SpringBrowserlessTest {
    private static final class Form extends FormDialog {
        final LongTextInput text = new LongTextInput("uikit.discard.text", 100);

        Form() {
            super("uikit.discard.title", "uikit.save");
            content(text);
        }

        @Override
        protected void submit() {
            close();
        }
    }

    @Autowired
    Clock clock;

    @Test
    void closesAtOnceWhenNothingWasTyped() {
        var form = opened();

        escape(form);

        assertThat(form.isOpened()).isFalse();
    }

    @Test
    void asksFromTheFirstLetterOnBeforeTheFieldHasReportedIt() {
        var form = opened();
        send(form, "input");

        escape(form);

        assertThat(form.text.getValue()).isEmpty();
        assertThat(form.isOpened()).isTrue();
        assertThat(question().isOpened()).isTrue();
    }

    @Test
    void theButtonAtHandKeepsWhatWasWritten() {
        var form = opened();
        test(form.text).setValue("Llamó la vecina");
        escape(form);

        test(question()).confirm();

        assertThat(form.isOpened()).isTrue();
    }

    @Test
    void discardsWhenThatIsWhatSheWants() {
        var form = opened();
        test(form.text).setValue("Llamó la vecina");
        test(find(Button.class).withText("Cancelar").single()).click();

        test(question()).reject();

        assertThat(form.isOpened()).isFalse();
    }

    @Test
    void noQuestionStaysOpenUnderACoveredScreen() {
        var form = opened();
        send(form, "input");
        escape(form);
        var question = question();

        send(question, "cauce-covered");

        assertThat(question.isOpened()).isFalse();
        assertThat(form.isOpened()).isTrue();
    }

    @Test
    void theHelpStaysWhileTypingAndTheLettersLeftStandBesideIt() {
        var form = opened();
        form.text.setHelperText("Qué pasó y dónde");

        test(form.text).setValue("Breve");
        assertThat(form.text.getHelperText()).isEqualTo("Qué pasó y dónde");

        test(form.text).setValue("a".repeat(95));
        assertThat(form.text.getHelperText()).isEqualTo("Qué pasó y dónde · Quedan 5 letras");

        test(form.text).setValue("a".repeat(99));
        assertThat(form.text.getHelperText()).isEqualTo("Qué pasó y dónde · Queda una letra");

        test(form.text).setValue("a".repeat(100));
        assertThat(form.text.getHelperText()).isEqualTo("Qué pasó y dónde · No queda ninguna letra");
    }

    @Test
    void aDayThatDoesNotExistIsUnreadAndNotMissing() {
        var date = new DateInput("attention.date", clock);
        var form = opened();
        form.content(date);

        date.getElement().setProperty("_inputElementValue", "31/02/2027");
        send(date, "unparsable-change");

        assertThat(date.isEmpty()).isTrue();
        assertThat(date.isUnread()).isTrue();
        assertThat(date.missing("uikit.required")).isEqualTo("Escriba la fecha como 22/11/2026");
    }

    @Test
    void aDateOutsideItsLimitsSaysWhichDatesWillDo() {
        var date = new DateInput("attention.date", clock);
        date.setMin(LocalDate.of(2026, 1, 1));
        assertThat(date.getI18n().getMinErrorMessage()).isEqualTo("Elija una fecha del 1 ene 2026 en adelante");

        date.setMax(LocalDate.of(2026, 12, 31));

        assertThat(date.getI18n().getMaxErrorMessage())
                .isEqualTo("Elija una fecha entre el 1 ene 2026 y el 31 dic 2026");
    }

    private Form opened() {
        var form = new Form();
        form.open();
        roundTrip();
        return form;
    }

    private ConfirmDialog question() {
        return find(ConfirmDialog.class).single();
    }

    private void escape(Dialog dialog) {
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
        roundTrip();
    }

    /** As the browser sends it, with what the listener asked for. */
    private void send(Component component, String type) {
        var listeners = component.getElement().getNode().getFeature(ElementListenerMap.class);
        var data = JacksonUtils.createObjectNode();
        listeners.getExpressions(type).forEach(asked -> data.put(asked, true));
        data.put("for", "leading");
        listeners.fireEvent(new DomEvent(component.getElement(), type, data));
        roundTrip();
    }
}
