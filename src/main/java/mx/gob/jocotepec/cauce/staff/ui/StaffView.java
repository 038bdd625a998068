package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.shared.SpanishText;
import mx.gob.jocotepec.cauce.shared.Titles;
import mx.gob.jocotepec.cauce.staff.AreaSummary;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.StaffAccounts;
import mx.gob.jocotepec.cauce.staff.StaffCurps;
import mx.gob.jocotepec.cauce.staff.StaffData;
import mx.gob.jocotepec.cauce.staff.StaffOutcome;
import mx.gob.jocotepec.cauce.staff.StaffOutcome.Reason;
import mx.gob.jocotepec.cauce.staff.StaffSummary;
import mx.gob.jocotepec.cauce.staff.StaffSummary.State;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** The accounts: who works here, in which area, as what. */
@Route("personal")
@RolesAllowed("STAFF_MANAGE")
class StaffView extends Page implements AfterNavigationObserver {
    /** Titles left aside: "Lic. Ana" stands among those with A. */
    private static final Comparator<StaffSummary> BY_NAME =
            Comparator.comparing(one -> SpanishText.fold(Titles.without(one.displayName())));

    private final StaffAccounts accounts;
    private final Areas areas;
    private final StaffCurps curps;
    private final ProveYourself prove;
    private final Grid<StaffSummary> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final MasterDetail layout;
    private List<AreaSummary> allAreas = List.of();
    private List<StaffSummary> all = List.of();

    StaffView(StaffAccounts accounts, Areas areas, StaffCurps curps, ProveYourself prove) {
        super("staff.title");
        this.accounts = accounts;
        this.areas = areas;
        this.curps = curps;
        this.prove = prove;
        wide();
        actions(Actions.primary("staff.new", this::create));
        filter.setPlaceholder(getTranslation("staff.filter"));
        filter.setAriaLabel(getTranslation("staff.filter"));
        filter.setPrefixComponent(AppIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.addClassName("c-filter-wide");
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> show());
        columns();
        var filters = new Div(filter);
        filters.addClassName("c-filters");
        var master = new Div(filters, grid);
        master.addClassName("c-stack");
        layout = new MasterDetail(master, grid::deselectAll);
        add(layout);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        allAreas = areas.all();
        load();
    }

    private void columns() {
        grid.addComponentColumn(this::who)
                .setHeader(getTranslation("staff.column.name"))
                .setWidth("13rem")
                .setFlexGrow(2)
                .setComparator(BY_NAME);
        grid.addColumn(StaffSummary::areaName)
                .setHeader(getTranslation("staff.column.area"))
                .setWidth("11rem")
                .setFlexGrow(2)
                .setSortable(true);
        grid.addColumn(this::roles)
                .setHeader(getTranslation("staff.column.roles"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("staff.column.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(account -> account.lastSignIn() == null ? "–" : Dates.dateTime(account.lastSignIn()))
                .setHeader(getTranslation("staff.column.lastSignIn"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setAllRowsVisible(true);
        grid.setEmptyStateComponent(new EmptyState(AppIcon.USERS, "staff.empty", "staff.empty.text"));
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) selection.getFirstSelectedItem().ifPresentOrElse(this::edit, layout::close);
        });
    }

    private void load() {
        all = accounts.list().stream()
                .sorted(Comparator.comparing((StaffSummary one) -> one.state() == State.DISABLED)
                        .thenComparing(BY_NAME))
                .toList();
        long active = all.stream().filter(one -> one.state() == State.ACTIVE).count();
        state(new Span(getTranslation("staff.count", active)));
        show();
    }

    private void show() {
        var wanted = SpanishText.fold(filter.getValue());
        grid.setItems(all.stream()
                .filter(one -> SpanishText.fold(one.displayName() + ' ' + one.username() + ' ' + one.areaName())
                        .contains(wanted))
                .toList());
    }

    private Component who(StaffSummary account) {
        var name = new Span(account.displayName());
        name.addClassName("c-strong");
        boolean moves = account.waitingArea() != null;
        var username = new Span(account.username() + (moves ? " · " + getTranslation("staff.waiting.move") : ""));
        username.addClassNames("c-quiet", "c-small");
        var both = new Div(name, username);
        both.addClassName("c-two-lines");
        return both;
    }

    private String roles(StaffSummary account) {
        return account.roles().stream()
                        .map(role -> getTranslation("staff.role." + role.name()))
                        .collect(Collectors.joining(", "))
                + (account.waiting().isEmpty()
                        ? ""
                        : " "
                                + getTranslation(
                                        "staff.waiting.roles", account.waiting().size()));
    }

    private Component state(StaffSummary account) {
        var word = getTranslation("staff.state." + account.state().name());
        return switch (account.state()) {
            case ACTIVE -> new StatusBadge(Tone.GOOD, AppIcon.CHECK, word);
            case INVITED -> new StatusBadge(Tone.INFO, AppIcon.SEND, word);
            case DISABLED ->
                account.waitingEnable()
                        ? new StatusBadge(Tone.CAUTION, AppIcon.CLOCK, getTranslation("staff.waiting.enable"))
                        : new StatusBadge(Tone.NEUTRAL, AppIcon.CLOSE, word);
        };
    }

    private void create() {
        grid.deselectAll();
        var form = new StaffForm(allAreas, null);
        layout.open(
                getTranslation("staff.new"),
                form,
                Actions.primary(
                        "staff.create", () -> form.data().ifPresent(data -> prove.then(() -> created(data, form)))),
                Actions.quiet("uikit.cancel", layout::close));
        form.name.focus();
    }

    /** The invitation is handed over when somebody else has confirmed the account, if it needs that. */
    private void created(StaffData data, StaffForm form) {
        var outcome = accounts.create(data);
        if (outcome instanceof StaffOutcome.Waiting) {
            layout.close();
            load();
            Notices.info("staff.waiting.created");
        } else {
            done(outcome, form);
        }
    }

    private void edit(StaffSummary account) {
        var form = new StaffForm(allAreas, account);
        var actions = new ArrayList<Button>();
        actions.add(Actions.primary(
                "uikit.save",
                () -> form.data()
                        .ifPresent(data ->
                                prove.then(() -> done(accounts.change(account.id(), data, account.version()), form)))));
        actions.add(Actions.quiet("staff.curp", () -> new CurpDialog(account.id(), curps, prove).open()));
        if (account.state() == State.DISABLED) {
            if (!account.waitingEnable()) {
                actions.add(Actions.plain(
                        "staff.enable", () -> prove.then(() -> done(accounts.activate(account.id(), true), form))));
            }
        } else {
            actions.add(Actions.plain(
                    "staff.invite", () -> prove.then(() -> done(accounts.invite(account.id()), form))));
            actions.add(Actions.quiet("staff.disable", () -> disable(account, form)));
            if (account.secondFactor()) {
                actions.add(Actions.quiet("staff.resetFactor", () -> prove.then(() -> resetFactor(account, form))));
            }
        }
        layout.open(account.displayName(), form, actions.toArray(Button[]::new));
    }

    private void disable(StaffSummary account, StaffForm form) {
        var ask = new ConfirmDialog(
                getTranslation("staff.disable.title"),
                getTranslation("staff.disable.text"),
                getTranslation("staff.disable"),
                confirmed -> prove.then(() -> done(accounts.activate(account.id(), false), form)));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("uikit.cancel"));
        ask.open();
    }

    private void resetFactor(StaffSummary account, StaffForm form) {
        var ask = new ConfirmDialog(
                getTranslation("staff.resetFactor.title"),
                getTranslation("staff.resetFactor.text"),
                getTranslation("staff.resetFactor"),
                confirmed -> done(accounts.resetFactor(account.id()), form));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("uikit.cancel"));
        ask.open();
    }

    private void done(StaffOutcome outcome, StaffForm form) {
        switch (outcome) {
            case StaffOutcome.Invited invited -> {
                layout.close();
                load();
                new InvitationDialog(invited).open();
            }
            case StaffOutcome.Changed() -> {
                layout.close();
                load();
                Notices.done("staff.saved");
            }
            case StaffOutcome.Waiting(var id) -> {
                layout.close();
                load();
                Notices.info("staff.waiting");
            }
            case StaffOutcome.Refused(var reason) -> {
                var field = reason == Reason.USERNAME_TAKEN ? form.username : null;
                form.errors.show(field, "staff.refused." + reason.name());
                if (reason == Reason.CHANGED_MEANWHILE || reason == Reason.GONE) load();
            }
        }
    }
}
