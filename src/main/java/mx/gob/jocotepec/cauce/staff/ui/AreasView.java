package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import mx.gob.jocotepec.cauce.staff.AreaSummary;
import mx.gob.jocotepec.cauce.staff.AreaSummary.Kind;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.FormGrid;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.TextInput;
import mx.gob.jocotepec.cauce.uikit.Tone;
import org.jspecify.annotations.Nullable;

/** The areas that register, receive and attend. */
@Route("areas")
@RolesAllowed("STAFF_MANAGE")
class AreasView extends Page implements AfterNavigationObserver {
    private final Areas areas;
    private final Grid<AreaSummary> grid = new Grid<>();
    private final MasterDetail layout;
    private Map<AreaId, AreaSummary> byId = Map.of();

    AreasView(Areas areas) {
        super("staff.areas.title");
        this.areas = areas;
        wide();
        actions(Actions.primary("staff.areas.new", () -> edit(null)));
        columns();
        var master = new Div(grid);
        master.addClassName("c-stack");
        layout = new MasterDetail(master, grid::deselectAll);
        add(layout);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void columns() {
        grid.addColumn(AreaSummary::name)
                .setHeader(getTranslation("staff.areas.name"))
                .setWidth("12rem")
                .setFlexGrow(3)
                .setSortable(true);
        grid.addColumn(area -> getTranslation("staff.areas.kind." + area.kind().name()))
                .setHeader(getTranslation("staff.areas.kind"))
                .setWidth("8rem")
                .setFlexGrow(1)
                .setSortable(true);
        grid.addColumn(this::does)
                .setHeader(getTranslation("staff.areas.does"))
                .setWidth("11rem")
                .setFlexGrow(2);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addComponentColumn(area -> area.active()
                        ? new StatusBadge(Tone.GOOD, AppIcon.CHECK, getTranslation("staff.areas.active"))
                        : new StatusBadge(Tone.NEUTRAL, AppIcon.CLOSE, getTranslation("staff.areas.inactive")))
                .setHeader(getTranslation("staff.column.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setAllRowsVisible(true);
        grid.setEmptyStateComponent(new EmptyState(AppIcon.BUILDING, "staff.areas.empty", "staff.areas.empty.text"));
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) selection.getFirstSelectedItem().ifPresentOrElse(this::edit, layout::close);
        });
    }

    private String does(AreaSummary area) {
        if (area.firstContact() && area.receivesReferrals()) return getTranslation("staff.areas.both");
        if (area.firstContact()) return getTranslation("staff.areas.firstContact");
        return area.receivesReferrals() ? getTranslation("staff.areas.receives") : "–";
    }

    private void load() {
        var all = areas.all();
        byId = all.stream().collect(Collectors.toMap(AreaSummary::id, Function.identity()));
        grid.setItems(all);
        state(new Span(getTranslation(
                "staff.areas.count", all.stream().filter(AreaSummary::active).count())));
    }

    private void edit(@Nullable AreaSummary area) {
        var name = new TextInput("staff.areas.name", 120);
        var kind = new Select<Kind>();
        kind.setLabel(getTranslation("staff.areas.kind"));
        // there is one direction; it stays what it is
        boolean direction = area != null && area.kind() == Kind.DIRECTION;
        kind.setItems(Arrays.stream(Kind.values())
                .filter(one -> direction || one != Kind.DIRECTION)
                .toList());
        kind.setItemLabelGenerator(one -> getTranslation("staff.areas.kind." + one.name()));
        kind.setReadOnly(direction);
        var parent = new ComboBox<AreaSummary>(getTranslation("staff.areas.parent"));
        parent.setItems(candidates(area));
        parent.setItemLabelGenerator(AreaSummary::name);
        parent.setClearButtonVisible(true);
        var firstContact = new Checkbox(getTranslation("staff.areas.firstContact"));
        var receives = new Checkbox(getTranslation("staff.areas.receives"));
        var active = new Checkbox(getTranslation("staff.areas.active"), true);
        name.setRequiredIndicatorVisible(true);
        kind.setValue(Kind.OTHER);
        if (area != null) {
            name.setValue(area.name());
            kind.setValue(area.kind());
            var above = area.parent() == null ? null : byId.get(area.parent());
            if (above != null) parent.setValue(above);
            firstContact.setValue(area.firstContact());
            receives.setValue(area.receivesReferrals());
            active.setValue(area.active());
        }
        var errors = new ErrorSummary();
        var checks = new Div(firstContact, receives, active);
        checks.addClassName("c-stack");
        var form = new Div(errors, new FormGrid().full(name, kind, parent, checks));
        form.addClassName("c-stack");
        layout.open(
                area == null ? getTranslation("staff.areas.new") : area.name(),
                form,
                Actions.primary("uikit.save", () -> {
                    name.setInvalid(false);
                    if (name.getValue().strip().length() < 2) {
                        errors.show(name, "staff.areas.name.missing");
                        return;
                    }
                    var above = parent.getOptionalValue().map(AreaSummary::id).orElse(null);
                    confirmed(
                            area,
                            new AreaSummary(
                                    area == null ? AreaId.next() : area.id(),
                                    area == null ? key(name.getValue()) : area.key(),
                                    name.getValue(),
                                    kind.getValue(),
                                    above,
                                    firstContact.getValue(),
                                    receives.getValue(),
                                    active.getValue(),
                                    area == null ? 0 : area.version()),
                            name,
                            errors);
                }),
                Actions.quiet("uikit.cancel", layout::giveUp));
        if (area == null) {
            grid.deselectAll();
            name.focus();
        }
    }

    private List<AreaSummary> candidates(@Nullable AreaSummary area) {
        return byId.values().stream()
                .filter(one -> one.active() && one.parent() == null && !one.equals(area))
                .sorted(java.util.Comparator.comparing(AreaSummary::name))
                .toList();
    }

    /** Switching an area off says first who keeps working there and what still waits for an answer. */
    private void confirmed(@Nullable AreaSummary before, AreaSummary after, TextInput name, ErrorSummary errors) {
        if (before == null || !before.active() || after.active()) {
            save(after, name, errors);
            return;
        }
        var use = areas.inUse(after.id());
        var text = getTranslation("staff.areas.off.what")
                + " " + getTranslation("staff.areas.off.accounts", use.accounts())
                + " " + getTranslation("staff.areas.off.referrals", use.openReferrals());
        if (use.accounts() == 0 && use.openReferrals() > 0) text += " " + getTranslation("staff.areas.off.nobody");
        var ask = new ConfirmDialog(
                getTranslation("staff.areas.off.title"),
                text,
                getTranslation("staff.areas.off"),
                confirmed -> save(after, name, errors));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("uikit.cancel"));
        ask.open();
    }

    private void save(AreaSummary area, TextInput name, ErrorSummary errors) {
        switch (areas.save(area)) {
            case SAVED -> {
                layout.close();
                load();
                Notices.done("staff.saved");
            }
            case NAME_TAKEN -> errors.show(name, "staff.areas.name.taken");
            case CHANGED_MEANWHILE -> {
                load();
                errors.show(null, "staff.refused.CHANGED_MEANWHILE");
            }
        }
    }

    private static String key(String name) {
        var key = SpanishText.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return key.length() > 40 ? key.substring(0, 40) : key;
    }
}
