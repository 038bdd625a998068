package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Comparator;
import java.util.List;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.GlobalSearch;
import mx.gob.jocotepec.cauce.uikit.GlobalSearch.Hit;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Finds a folio, a person or a page. What was typed is not kept and never stands in the address. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SearchField extends ComboBox<Hit> {
    private static final int MOST = 12;

    private final List<GlobalSearch> searches;

    SearchField(List<GlobalSearch> searches) {
        this.searches = searches.stream()
                .filter(search -> Authorities.has(search.permission()))
                .sorted(Comparator.comparingInt(GlobalSearch::order))
                .toList();
        addClassName("c-search");
        setPrefixComponent(AppIcon.SEARCH.create());
        setPlaceholder(getTranslation("shell.search"));
        setAriaLabel(getTranslation("shell.search"));
        setItemLabelGenerator(Hit::title);
        setRenderer(new ComponentRenderer<>(SearchField::line));
        setItems(query -> {
            var found = find(query.getFilter().orElse(""));
            return found.stream().skip(query.getOffset()).limit(query.getLimit());
        });
        setAllowCustomValue(true);
        addCustomValueSetListener(
                event -> find(event.getDetail()).stream().findFirst().ifPresent(this::go));
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) go(change.getValue());
        });
        getElement().setAttribute("autocomplete", "off");
        // beside the buttons of a telephone the whole sentence is cut
        getElement()
                .executeJs(
                        "if (matchMedia('(max-width: 30rem)').matches) this.placeholder = $0",
                        getTranslation("shell.search.short"));
    }

    private List<Hit> find(String written) {
        var text = written.strip();
        if (text.isEmpty()) return List.of();
        return searches.stream()
                .flatMap(search -> search.search(text, MOST).stream())
                .limit(MOST)
                .toList();
    }

    private void go(Hit hit) {
        clear();
        UI.getCurrent().navigate(hit.path());
    }

    private static Div line(Hit hit) {
        var title = new Span(hit.title());
        var detail = new Span(hit.detail());
        detail.addClassName("c-hit-detail");
        var line = new Div(hit.icon().create(), new Div(title, detail));
        line.addClassName("c-hit");
        return line;
    }
}
