package mx.gob.jocotepec.cauce.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.node.JsonNodeFactory;

/** A choice by the keyboard alone: what was typed is taken, or it is said that it was not. */
@SpringBootTest
class ChoiceInputTests extends SpringBrowserlessTest {
    private static final List<String> PLACES =
            List.of("San Juan Cosalá", "San Pedro Tesistán", "Chantepec (El Chante)", "Jocotepec", "Otra localidad");

    @Test
    void theBeginningOfANameIsEnoughWhereOnlyOneFits() {
        assertThat(typed("San Ju").getValue()).isEqualTo("San Juan Cosalá");
        assertThat(typed("san pedro tesistan").getValue()).isEqualTo("San Pedro Tesistán");
        assertThat(typed("el chante").getValue()).isEqualTo("Chantepec (El Chante)");
    }

    @Test
    void ofSeveralThatContainItTheOneThatBeginsSoIsMeant() {
        assertThat(typed("joco").getValue()).isEqualTo("Jocotepec");
        assertThat(typed("o").getValue()).isEqualTo("Otra localidad");
    }

    @Test
    void whatFitsSeveralOrNoneIsMarkedAndNotSilentlyNothing() {
        for (var text : List.of("San", "Guadalajara")) {
            var input = typed(text);
            assertThat(input.getValue()).isNull();
            assertThat(input.isUnread()).isTrue();
            assertThat(input.isInvalid()).isTrue();
            assertThat(input.getErrorMessage()).isEqualTo("Elija una opción de la lista");

            input.setValue("Jocotepec");
            assertThat(input.isUnread()).isFalse();
            assertThat(input.isInvalid()).isFalse();
        }
    }

    @Test
    void whatIsEmptiedAgainIsNotMarkedAnyLonger() {
        var input = typed("Guadalajara");
        var element = input.getElement();
        var emptied = JsonNodeFactory.instance.objectNode().put("element.inputElement.value === ''", true);

        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, "focusout", emptied));

        assertThat(input.isUnread()).isFalse();
        assertThat(input.isInvalid()).isFalse();
    }

    private static ChoiceInput<String> typed(String text) {
        var input = new ChoiceInput<>("casefile.field.facts.locality", PLACES, place -> place);
        ComponentUtil.fireEvent(input, new CustomValueSetEvent<>(input, true, text));
        return input;
    }
}
