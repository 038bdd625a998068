package mx.gob.jocotepec.cauce.referral.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mx.gob.jocotepec.cauce.agreement.Counterpart;
import mx.gob.jocotepec.cauce.agreement.Directory;
import mx.gob.jocotepec.cauce.agreement.Institutions;
import mx.gob.jocotepec.cauce.casefile.RiskLevel;
import mx.gob.jocotepec.cauce.referral.BoardQuery;
import mx.gob.jocotepec.cauce.referral.Only;
import mx.gob.jocotepec.cauce.referral.ReferralLine;
import mx.gob.jocotepec.cauce.referral.ReferralStatus;
import mx.gob.jocotepec.cauce.referral.TrayQuery;
import mx.gob.jocotepec.cauce.referral.TrayQuery.Side;
import mx.gob.jocotepec.cauce.referral.ui.ReferralFilter.Look;
import mx.gob.jocotepec.cauce.shared.AreaId;
import mx.gob.jocotepec.cauce.shared.InstitutionId;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Page;
import org.jspecify.annotations.Nullable;

/** Referrals: the tray of the own area, and for whoever follows all of them a board and a list. The address says what is shown. */
@Route(ReferralNavigation.ALL)
@RolesAllowed("REFERRAL_READ")
@StyleSheet("context://styles/referral.css")
class ReferralsView extends Page implements AfterNavigationObserver {
    private static final List<Integer> AGES = List.of(0, 3, 10, 30, 90);

    private final Desk desk;
    private final Areas areas;
    private final Institutions institutions;
    private final Tabs looks = new Tabs();
    private final Map<Look, Tab> tabs = new EnumMap<>(Look.class);
    private final Div filters = new Div();
    private final Div content = new Div();
    private ReferralFilter filter = ReferralFilter.first(Look.RECEIVED);

    ReferralsView(Desk desk, Areas areas, Institutions institutions) {
        super("referral.title");
        this.desk = desk;
        this.areas = areas;
        this.institutions = institutions;
        wide();
        for (var look : Look.values()) {
            if (look.isOfAll() && !followsAll()) continue;
            var tab = new Tab(getTranslation("referral.look." + look));
            tabs.put(look, tab);
            looks.add(tab);
        }
        looks.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((look, tab) -> {
                    if (tab.equals(change.getSelectedTab())) go(ReferralFilter.first(look));
                });
            }
        });
        filters.addClassNames("c-filters", "c-filters-many");
        add(looks, filters, content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = ReferralFilter.read(event.getLocation().getQueryParameters(), followsAll());
        looks.setSelectedTab(tabs.get(filter.look()));
        showFilters();
        show();
    }

    private void show() {
        content.removeAll();
        content.add(
                switch (filter.look()) {
                    case BOARD -> new ReferralBoard(desk.reads.board(query()), filter, desk);
                    case LIST -> rows((offset, limit) -> desk.reads.list(query(), offset, limit));
                    case RECEIVED -> tray(Side.RECEIVED);
                    case SENT -> tray(Side.SENT);
                });
    }

    private Component tray(Side side) {
        var query = new TrayQuery(side, filter.statuses(), filter.only());
        return rows((offset, limit) -> desk.reads.tray(query, offset, limit));
    }

    private Component rows(java.util.function.BiFunction<Integer, Integer, List<ReferralLine>> source) {
        var nothing = filter.equals(ReferralFilter.first(filter.look()))
                ? new EmptyState(AppIcon.INBOX, "referral.none", "referral.none." + filter.look())
                : new EmptyState(AppIcon.FILTER, "referral.none.filtered", "referral.none.filtered.text");
        return new ReferralRows(desk, ReferralCard.Form.ROW, source, this::quickActions, nothing);
    }

    /** What can be done without opening it. */
    private Component[] quickActions(ReferralLine line) {
        boolean mine = line.to() instanceof Counterpart.OfArea(var area)
                && area.equals(desk.actor.get().area());
        if (filter.look() != Look.RECEIVED || !mine || line.status() != ReferralStatus.SENT) return new Component[0];
        var accept = Actions.plain("referral.accept", AppIcon.CHECK, () -> {
            Steps.tell(desk.referrals.accept(line.id()));
            show();
        });
        var reject = Actions.quiet("referral.reject", () -> new RejectDialog(desk, line.id(), this::show).open());
        return new Component[] {accept, reject};
    }

    private BoardQuery query() {
        return new BoardQuery(
                filter.statuses(),
                counterpart(),
                filter.risk() == null ? Set.of() : Set.of(filter.risk()),
                filter.only(),
                filter.olderThanDays());
    }

    private @Nullable Counterpart counterpart() {
        var id = filter.to();
        if (id == null) return null;
        // whoever is not known is asked for all the same, and nothing found: left out, everything would be shown
        return asked(desk.directory.referable())
                .map(Directory.Entry::to)
                .orElseGet(() -> new Counterpart.OfInstitution(InstitutionId.of(id)));
    }

    /** Who the address names, also when nothing can be referred there any more. */
    private Optional<Directory.Entry> asked(List<Directory.Entry> referable) {
        var id = filter.to();
        if (id == null) return Optional.empty();
        return referable.stream()
                .filter(entry -> entry.to().value().equals(id))
                .findFirst()
                .or(() -> areas.find(AreaId.of(id)).map(area -> former(new Counterpart.OfArea(area.id()), area.name())))
                .or(() -> institutions
                        .find(InstitutionId.of(id))
                        .map(one -> former(new Counterpart.OfInstitution(one.id()), one.name())));
    }

    private static Directory.Entry former(Counterpart who, String name) {
        return new Directory.Entry(who, name, Set.of(), Map.of());
    }

    private void showFilters() {
        var shown = new ArrayList<Component>();
        if (filter.look() != Look.BOARD) {
            shown.add(choice(
                    "referral.filter.status",
                    List.of(ReferralStatus.values()),
                    filter.status(),
                    Labels::of,
                    filter::with));
        }
        if (filter.look().isOfAll()) {
            shown.add(target());
            shown.add(choice(
                    "referral.filter.risk",
                    List.of(RiskLevel.values()),
                    filter.risk(),
                    risk -> getTranslation("uikit.risk." + risk),
                    filter::with));
            shown.add(choice(
                    "referral.filter.age",
                    AGES.subList(1, AGES.size()),
                    filter.olderThanDays() == 0 ? null : filter.olderThanDays(),
                    days -> getTranslation("referral.filter.age.days", days),
                    days -> filter.olderThan(days == null ? 0 : days)));
        }
        shown.add(choice(
                "referral.filter.only",
                List.of(Only.OVERDUE, Only.ANSWER_TODAY, Only.NOT_TAKEN_UP),
                filter.only() == Only.ALL ? null : filter.only(),
                Labels::of,
                only -> filter.with(only == null ? Only.ALL : only)));
        if (!filter.equals(ReferralFilter.first(filter.look()))) {
            shown.add(Actions.quiet("referral.filter.clear", () -> go(ReferralFilter.first(filter.look()))));
        }
        filters.removeAll();
        filters.add(shown);
    }

    private Component target() {
        var field = new ComboBox<Directory.Entry>(getTranslation("referral.filter.to"));
        var entries = new ArrayList<>(desk.directory.referable());
        var asked = asked(entries);
        asked.filter(entry -> !entries.contains(entry)).ifPresent(entries::add);
        field.setItems(entries);
        field.setItemLabelGenerator(Directory.Entry::name);
        field.setPlaceholder(getTranslation("referral.filter.to.all"));
        field.setClearButtonVisible(true);
        asked.ifPresent(field::setValue);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(filter.withTo(
                        change.getValue() == null
                                ? null
                                : change.getValue().to().value()));
            }
        });
        return field;
    }

    private <T> Component choice(
            String labelKey,
            List<T> items,
            @Nullable T value,
            Function<T, String> label,
            Function<@Nullable T, ReferralFilter> then) {
        var field = new Select<T>();
        field.setLabel(getTranslation(labelKey));
        field.setItems(items);
        field.setEmptySelectionAllowed(true);
        var all = getTranslation(labelKey + ".all");
        field.setEmptySelectionCaption(all);
        field.setItemLabelGenerator(item -> item == null ? all : label.apply(item));
        if (value != null) field.setValue(value);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) go(then.apply(change.getValue()));
        });
        return field;
    }

    private static void go(ReferralFilter next) {
        UI.getCurrent().navigate(ReferralNavigation.ALL, next.address());
    }

    private static boolean followsAll() {
        return Authorities.has(Permission.REFERRAL_OVERSEE);
    }
}
