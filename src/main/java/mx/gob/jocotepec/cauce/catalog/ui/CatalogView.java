package mx.gob.jocotepec.cauce.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Period;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** The lists people choose from: add, rename, retire. {@code /catalogos?lista=SERVICE}. */
@Route(CatalogView.PATH)
@RolesAllowed("CATALOG_EDIT")
@StyleSheet("context://styles/plan.css")
class CatalogView extends Page implements AfterNavigationObserver {
    static final String PATH = "catalogos";
    private static final String LIST = "lista";

    private final Catalogs catalogs;
    private final Clock clock;
    private final ComboBox<Catalog> choice = new ComboBox<>();
    private final Checkbox retired = new Checkbox();
    private final Div place = new Div();
    private final Button add;

    CatalogView(Catalogs catalogs, Clock clock) {
        super("catalog.title");
        this.catalogs = catalogs;
        this.clock = clock;
        add = Actions.primary("catalog.add", this::addEntry);
        add.setIcon(AppIcon.PLUS.create());
        add.setId("catalog-add");
        actions(add);
        choice.setId("catalog-choice");
        choice.setLabel(getTranslation("catalog.choice"));
        choice.setItemLabelGenerator(this::name);
        choice.setItems(Arrays.stream(Catalog.values())
                .sorted(Comparator.comparing(this::name, Collator.getInstance(Locale.of("es", "MX"))))
                .toList());
        choice.setAllowCustomValue(false);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) go(change.getValue());
        });
        retired.setLabel(getTranslation("catalog.retired.show"));
        retired.setId("catalog-retired");
        retired.addValueChangeListener(change -> show());
        var filters = new Div(choice, retired);
        filters.addClassName("c-filters");
        place.addClassName("c-stack");
        add(filters, place);
    }

    private static void go(Catalog catalog) {
        UI.getCurrent().navigate(CatalogView.class, QueryParameters.of(LIST, catalog.name()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(LIST)
                .orElse("");
        choice.setValue(Arrays.stream(Catalog.values())
                .filter(catalog -> catalog.name().equals(asked))
                .findFirst()
                .orElse(Catalog.VIOLENCE_TYPE));
        show();
    }

    private String name(Catalog catalog) {
        return getTranslation("catalog.name." + catalog);
    }

    private void show() {
        var catalog = choice.getValue();
        if (catalog == null) return;
        add.setVisible(!catalog.isFixed());
        var today = today();
        var all = catalogs.all(catalog);
        var shown = all.stream()
                .filter(entry -> retired.getValue() || !ended(entry.validity(), today))
                .toList();
        state(new Span(getTranslation("catalog.count", all.size())));
        place.removeAll();
        if (catalog.isFixed()) place.add(fixed());
        place.add(table(catalog, shown, today));
    }

    private static boolean ended(Period validity, LocalDate today) {
        return validity.until() != null && validity.until().isBefore(today);
    }

    private Component fixed() {
        var strip = new Div(AppIcon.LOCK.create(), new Span(getTranslation("catalog.fixed")));
        strip.addClassNames("c-strip", "c-tone-info");
        strip.setId("catalog-fixed");
        return strip;
    }

    private Component table(Catalog catalog, List<CatalogEntry> entries, LocalDate today) {
        var table = new NativeTable();
        table.addClassNames("p-table", "p-catalog");
        table.setCaptionText(name(catalog));
        var head = new NativeTableRow();
        for (var column : new String[] {"name", "source", "validity"}) {
            var cell = new NativeTableHeaderCell(getTranslation("catalog.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        head.add(new NativeTableHeaderCell(hidden("catalog.column.actions")));
        table.getHead().add(head);
        entries.forEach(entry -> table.getBody().add(row(entry, today)));
        var wide = new Div(table);
        wide.addClassName("p-scroll");
        return wide;
    }

    private Component hidden(String key) {
        var words = new Span(getTranslation(key));
        words.addClassName("p-unseen");
        return words;
    }

    private NativeTableRow row(CatalogEntry entry, LocalDate today) {
        var spanish = new Span(entry.nameEs());
        var english = new Span(entry.nameEn());
        english.addClassNames("c-quiet", "c-small");
        english.getElement().setAttribute("lang", "en");
        var key = new Span(entry.key());
        key.addClassName("p-key");
        var names = new Div(spanish, english, key);
        names.addClassName("p-names");
        var name = new NativeTableHeaderCell(names);
        name.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow();
        row.add(name, cell("source", source(entry)), cell("validity", validity(entry, today)));
        row.add(cell("actions", actions(entry)));
        return row;
    }

    private NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-column", getTranslation("catalog.column." + column));
        return cell;
    }

    private Component source(CatalogEntry entry) {
        if (entry.sourceConfirmed()) return new Span(entry.legalSource());
        var badge = new StatusBadge(Tone.CAUTION, AppIcon.HELP, getTranslation("catalog.unconfirmed"));
        var known = entry.legalSource();
        if (known.equals("por confirmar")) return badge;
        var both = new Div(new Span(known.replaceFirst("(?i),? por confirmar$", "")), badge);
        both.addClassName("c-row");
        return both;
    }

    private Component validity(CatalogEntry entry, LocalDate today) {
        var period = entry.validity();
        var until = period.until();
        var words = new Span(
                until == null
                        ? getTranslation("catalog.since", Dates.date(period.from()))
                        : getTranslation("catalog.between", Dates.date(period.from()), Dates.date(until)));
        words.addClassName("p-validity");
        if (!ended(period, today)) return words;
        var both =
                new Div(words, new StatusBadge(Tone.NEUTRAL, AppIcon.CLOSE_CIRCLE, getTranslation("catalog.retired")));
        both.addClassName("c-row");
        return both;
    }

    private Component actions(CatalogEntry entry) {
        var rename = Actions.quiet("catalog.rename", () -> new RenameDialog(catalogs, entry, this::show).open());
        rename.setAriaLabel(getTranslation("catalog.rename.of", entry.nameEs()));
        var parts = new Div(rename);
        parts.addClassName("p-row-actions");
        if (!entry.catalog().isFixed() && entry.validity().until() == null) {
            var retire =
                    Actions.quiet("catalog.retire", () -> new RetireDialog(catalogs, entry, clock, this::show).open());
            retire.setAriaLabel(getTranslation("catalog.retire.of", entry.nameEs()));
            parts.add(retire);
        }
        return parts;
    }

    private void addEntry() {
        var catalog = choice.getValue();
        if (catalog == null) return;
        int last = catalogs.all(catalog).stream()
                .mapToInt(CatalogEntry::position)
                .filter(position -> position < 900)
                .max()
                .orElse(0);
        new AddDialog(catalogs, catalog, name(catalog), clock, last + 10, this::show).open();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Office.ZONE);
    }
}
