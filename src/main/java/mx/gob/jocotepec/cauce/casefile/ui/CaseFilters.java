package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.casefile.CaseLine;
import mx.gob.jocotepec.cauce.casefile.CaseQuery;
import mx.gob.jocotepec.cauce.casefile.CaseStatus;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.casefile.SavedFilters;
import mx.gob.jocotepec.cauce.catalog.Catalog;
import mx.gob.jocotepec.cauce.catalog.CatalogEntry;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.staff.AreaSummary;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.TextInput;
import org.jspecify.annotations.Nullable;

/**
 * By what the list of cases is narrowed. The words searched for are always at hand; the other filters fold away, since most look for one
 * person and a telephone has little room, and unfold when one of them holds.
 */
final class CaseFilters extends Div {
    private final SavedFilters saved;
    private final Catalogs catalogs;
    private final Runnable changed;
    private final TextField text = new TextField();
    private final MultiSelectComboBox<CaseStatus> status = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<RiskLevel> risk = new MultiSelectComboBox<>();
    private final ComboBox<AreaSummary> area = new ComboBox<>();
    private final ComboBox<CatalogEntry> type = new ComboBox<>();
    private final DateInput from;
    private final DateInput to;
    private final ComboBox<SavedFilters.SavedFilter> filters = new ComboBox<>();
    private final Div fold = new Div();
    private final Button unfold;
    private boolean withoutAttention;
    private boolean withoutNotice;
    private boolean filling;

    CaseFilters(SavedFilters saved, Catalogs catalogs, Areas areas, Clock clock, Runnable changed) {
        this.saved = saved;
        this.catalogs = catalogs;
        this.changed = changed;
        from = new DateInput("casefile.list.from", clock);
        to = new DateInput("casefile.list.to", clock);
        unfold = Actions.plain("casefile.list.filters", AppIcon.FILTER, () -> fold(!fold.isVisible()));
        layOut(areas);
        listen();
    }

    private void layOut(Areas areas) {
        text.setLabel(getTranslation("casefile.list.search"));
        text.setPlaceholder(getTranslation("casefile.list.search.example"));
        text.setPrefixComponent(AppIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(300);
        text.setMaxLength(80);
        text.addClassName("c-list-search");
        text.getElement().setAttribute("autocomplete", "off");
        status.setLabel(getTranslation("casefile.list.status"));
        status.setItems(CaseStatus.values());
        status.setItemLabelGenerator(value -> getTranslation("casefile.status." + value));
        risk.setLabel(getTranslation("casefile.list.risk"));
        risk.setItems(RiskLevel.values());
        risk.setItemLabelGenerator(value -> getTranslation("casefile.risk." + value));
        area.setLabel(getTranslation("casefile.list.area"));
        area.setItems(areas.all());
        area.setItemLabelGenerator(AreaSummary::name);
        area.setClearButtonVisible(true);
        type.setLabel(getTranslation("casefile.list.type"));
        type.setItems(catalogs.all(Catalog.VIOLENCE_TYPE));
        type.setItemLabelGenerator(entry -> entry.name(getLocale()));
        type.setClearButtonVisible(true);
        filters.setLabel(getTranslation("casefile.list.saved"));
        filters.setPlaceholder(getTranslation("casefile.list.saved.none"));
        filters.setItemLabelGenerator(SavedFilters.SavedFilter::name);
        filters.setClearButtonVisible(true);
        var search = new Div(text, unfold);
        search.addClassName("c-filters");
        var keep = Actions.quiet("casefile.list.keep", this::keepFilter);
        var clear = Actions.quiet("casefile.list.clear", this::clear);
        fold.add(status, risk, area, type, from, to, filters, keep, clear);
        fold.addClassNames("c-filters", "c-filters-fold");
        addClassName("c-stack");
        add(search, fold);
    }

    private void listen() {
        text.addValueChangeListener(event -> {
            if (!filling) changed.run();
        });
        status.addValueChangeListener(event -> narrowed());
        risk.addValueChangeListener(event -> narrowed());
        area.addValueChangeListener(event -> narrowed());
        type.addValueChangeListener(event -> narrowed());
        from.addValueChangeListener(event -> narrowed());
        to.addValueChangeListener(event -> narrowed());
        filters.addValueChangeListener(event -> {
            if (event.getValue() != null && event.isFromClient()) {
                take(QueryParameters.fromString(event.getValue().query()));
                changed.run();
            }
        });
    }

    private void fold(boolean open) {
        fold.setVisible(open);
        unfold.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        long set = set();
        unfold.setText(
                set == 0 ? getTranslation("casefile.list.filters") : getTranslation("casefile.list.filters.set", set));
    }

    private long set() {
        return Stream.of(status.isEmpty(), risk.isEmpty(), area.isEmpty(), type.isEmpty(), from.isEmpty(), to.isEmpty())
                .filter(empty -> !empty)
                .count();
    }

    /** What is typed to look for; empty below two letters, which would find everybody. */
    String words() {
        var typed = text.getValue().strip();
        return typed.length() < 2 ? "" : typed;
    }

    /** The key of the words for a list that a figure of the start page leads to; nothing for any other. */
    @Nullable
    String special() {
        if (!words().isEmpty()) return null; // a search by name is not narrowed to it
        if (withoutAttention) return "casefile.list.withoutAttention";
        return withoutNotice ? "casefile.list.withoutNotice" : null;
    }

    void takeFrom(QueryParameters parameters) {
        filters.setItems(saved.mine());
        take(parameters);
        fold(set() > 0);
    }

    private void narrowed() {
        if (filling) return;
        withoutAttention = false;
        withoutNotice = false;
        fold(fold.isVisible());
        // only keys go into the address
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, CaseNavigation.LIST + (address().isEmpty() ? "" : "?" + address())));
        changed.run();
    }

    /** A search by name is narrowed here: it brings few lines, and all that was asked for. */
    boolean isWanted(CaseLine line) {
        var query = query();
        var day = LocalDate.ofInstant(line.openedAt(), Office.ZONE);
        return (query.status().isEmpty() || query.status().contains(line.status()))
                && (query.risk().isEmpty() || query.risk().contains(line.risk()))
                && (type.getValue() == null
                        || line.violenceTypes().contains(type.getValue().key()))
                && (area.getValue() == null
                        || line.areaName().equals(area.getValue().name()))
                && (from.getValue() == null || !day.isBefore(from.getValue()))
                && (to.getValue() == null || !day.isAfter(to.getValue()));
    }

    CaseQuery query() {
        return new CaseQuery(
                Set.copyOf(status.getValue()),
                Set.copyOf(risk.getValue()),
                area.getValue() == null ? null : area.getValue().id(),
                type.getValue() == null ? null : type.getValue().key(),
                from.getValue(),
                to.getValue(),
                withoutAttention,
                withoutNotice);
    }

    private void take(QueryParameters parameters) {
        filling = true;
        status.setValue(parse(parameters, "estado", CaseStatus.class));
        risk.setValue(parse(parameters, "riesgo", RiskLevel.class));
        area.setValue(parameters
                .getSingleParameter("area")
                .flatMap(Ids::parse)
                .flatMap(id -> area.getListDataView()
                        .getItems()
                        .filter(one -> one.id().equals(AreaId.of(id)))
                        .findFirst())
                .orElse(null));
        type.setValue(parameters
                .getSingleParameter("tipo")
                .flatMap(key -> catalogs.find(Catalog.VIOLENCE_TYPE, key))
                .orElse(null));
        from.setValue(date(parameters, "desde"));
        to.setValue(date(parameters, "hasta"));
        withoutAttention = parameters.getSingleParameter("sin-atencion").isPresent();
        withoutNotice = parameters.getSingleParameter("sin-aviso").isPresent();
        filling = false;
        fold(fold.isVisible());
    }

    private static <E extends Enum<E>> Set<E> parse(QueryParameters parameters, String name, Class<E> type) {
        var known = Stream.of(type.getEnumConstants()).collect(Collectors.toMap(Enum::name, one -> one));
        return parameters.getParameters(name).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .filter(known::containsKey)
                .map(known::get)
                .collect(Collectors.toSet());
    }

    private static @Nullable LocalDate date(QueryParameters parameters, String name) {
        try {
            return parameters.getSingleParameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String address() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "estado", status.getValue());
        put(parts, "riesgo", risk.getValue());
        if (area.getValue() != null) parts.put("area", area.getValue().id().toString());
        if (type.getValue() != null) parts.put("tipo", type.getValue().key());
        if (from.getValue() != null) parts.put("desde", from.getValue().toString());
        if (to.getValue() != null) parts.put("hasta", to.getValue().toString());
        if (withoutAttention) parts.put("sin-atencion", "1");
        if (withoutNotice) parts.put("sin-aviso", "1");
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, String> parts, String name, Set<? extends Enum<?>> values) {
        if (values.isEmpty()) return;
        var names = new TreeSet<String>();
        values.forEach(value -> names.add(value.name()));
        parts.put(name, String.join(",", names));
    }

    private void clear() {
        filling = true;
        text.clear();
        filters.clear();
        take(QueryParameters.empty());
        narrowed();
    }

    private void keepFilter() {
        var query = address();
        if (query.isEmpty()) {
            Notices.info("casefile.list.keep.nothing");
            return;
        }
        var name = new TextInput("casefile.list.keep.name", 60);
        var dialog = new Dialog(getTranslation("casefile.list.keep"));
        dialog.add(name);
        var existing = filters.getListDataView().getItems().toList();
        var list = new Div();
        list.addClassName("c-stack");
        existing.forEach(filter -> list.add(removal(filter, dialog)));
        dialog.add(list);
        dialog.getFooter().add(Actions.quiet("uikit.cancel", dialog::close), Actions.primary("uikit.save", () -> {
            if (name.getValue().isBlank()) {
                name.setInvalid(true);
                name.setErrorMessage(getTranslation("uikit.required"));
                return;
            }
            saved.save(name.getValue(), query);
            filters.setItems(saved.mine());
            dialog.close();
            Notices.done("casefile.list.kept");
        }));
        dialog.open();
        name.focus();
    }

    private Component removal(SavedFilters.SavedFilter filter, Dialog dialog) {
        UUID id = filter.id();
        var remove = Actions.icon("casefile.list.keep.remove", AppIcon.TRASH, () -> {
            saved.remove(id);
            filters.setItems(saved.mine());
            dialog.close();
        });
        var row = new Div(new Span(filter.name()), remove);
        row.addClassName("c-row");
        return row;
    }
}
