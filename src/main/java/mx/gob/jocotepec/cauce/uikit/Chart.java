package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers as a picture, and the same numbers as a table to open under it. Colours can be told apart by everybody. */
@JavaScript("context://modules/chart.js")
public final class Chart extends Div {
    public enum Kind {
        BARS,
        STACKED_BARS,
        LINE
    }

    /** @param values one for each category; nothing where nothing is known */
    public record Series(String name, List<? extends @Nullable Number> values) {}

    /** @param title translated, says what is counted */
    public record Data(Kind kind, String title, List<String> categories, List<Series> series) {}

    private final Data data;
    private final Div canvas = new Div();

    public Chart(Data data) {
        this.data = data;
        addClassName("c-chart");
        var title = new Paragraph(data.title());
        title.addClassName("c-chart-title");
        canvas.addClassName("c-chart-canvas");
        canvas.getElement().setAttribute("role", "img");
        canvas.getElement()
                .setAttribute("aria-label", data.title() + ". " + I18NProvider.translate("uikit.chart.seeTable"));
        var details = new NativeDetails(I18NProvider.translate("uikit.chart.table"), table());
        add(title, canvas, details);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        canvas.getElement().executeJs("window.cauceChart.draw(this, $0)", data);
    }

    private Component table() {
        var table = new NativeTable();
        table.addClassName("c-table");
        table.setCaptionText(data.title());
        var head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(""));
        data.series().forEach(series -> head.add(new NativeTableHeaderCell(series.name())));
        table.getHead().add(head);
        for (int i = 0; i < data.categories().size(); i++) {
            var row = new NativeTableRow();
            var name = new NativeTableHeaderCell(data.categories().get(i));
            name.getElement().setAttribute("scope", "row");
            row.add(name);
            for (var series : data.series())
                row.add(new NativeTableCell(written(series.values().get(i))));
            table.getBody().add(row);
        }
        return table;
    }

    private static String written(@Nullable Number value) {
        return value == null
                ? "–"
                : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }
}
