package mx.gob.jocotepec.cauce.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** A figure that was typed and not understood is neither a value nor nothing. */
@SpringBootTest
public class DecimalInputTests extends SpringBrowserlessTest {
    @Test
    void whatIsNoFigureIsUnreadAndNotNothing() throws Exception {
        var input = new DecimalInput();

        type(input, "5.0.0");
        assertThat(input.getValue()).isNull();
        assertThat(input.isUnread()).isTrue();
        assertThat(input.isInvalid()).isTrue();
        assertThat(input.getErrorMessage()).isEqualTo("Escriba la cantidad con cifras, como 1250 o 12.5");

        type(input, "");
        assertThat(input.isUnread()).isFalse();
        assertThat(input.isInvalid()).isFalse();
    }

    @Test
    void aCommaIsNoFigureRatherThanTenTimesAsMuch() throws Exception {
        var input = new DecimalInput();

        type(input, "5,5");

        assertThat(input.isUnread()).isTrue();
        assertThat(input.isInvalid()).isTrue();
    }

    @Test
    void tellsOfEveryChangeAlsoWhereNoValueChanges() throws Exception {
        var input = new DecimalInput();
        var told = new AtomicInteger();
        input.onTyped(told::incrementAndGet);

        for (var text : new String[] {"5", "5.0.0", "", "x", "7"}) type(input, text);

        assertThat(told).hasValue(5);
        assertThat(input.getValue()).isEqualByComparingTo(new BigDecimal("7"));
    }

    /** As the browser reports it. */
    public static void type(DecimalInput input, String text) throws Exception {
        input.getElement()
                .getNode()
                .getFeature(ElementPropertyMap.class)
                .deferredUpdateFromClient("value", text)
                .run();
    }
}
