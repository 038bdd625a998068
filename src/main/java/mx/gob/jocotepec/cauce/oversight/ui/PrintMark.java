package mx.gob.jocotepec.cauce.oversight.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import mx.gob.jocotepec.cauce.uikit.Dates;

/** Seen on paper only, on each page: who had this case on the screen when it was printed, and when it was opened. */
@StyleSheet("context://styles/oversight.css")
final class PrintMark extends Div {
    PrintMark(String folio, String who, Clock clock) {
        addClassName("c-print-mark");
        getElement().setAttribute("aria-hidden", "true");
        setText(getTranslation("oversight.print", folio, who, Dates.dateTime(clock.instant())));
    }
}
