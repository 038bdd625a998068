package mx.gob.jocotepec.cauce.agreement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Set;
import mx.gob.jocotepec.cauce.agreement.AgreementLine;
import mx.gob.jocotepec.cauce.agreement.AgreementState;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Page;

/** Agreements by how they stand, and the directory of services. */
@Route(AgreementNavigation.ALL)
@RolesAllowed("AGREEMENT_READ")
@StyleSheet("context://styles/referral.css")
class AgreementsView extends Page implements AfterNavigationObserver {
    private static final String DIRECTORY = "directorio";

    private enum Show {
        CURRENT(EnumSet.complementOf(EnumSet.of(AgreementState.ENDED))),
        ENDED(EnumSet.of(AgreementState.ENDED)),
        ALL(EnumSet.allOf(AgreementState.class));

        @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
        private final Set<AgreementState> states;

        Show(Set<AgreementState> states) {
            this.states = Set.copyOf(states);
        }
    }

    private final AgreementDesk desk;
    private final Tab agreementsTab = new Tab(getTranslation("agreement.title"));
    private final Tab directoryTab = new Tab(getTranslation("agreement.directory"));
    private final Tabs tabs = new Tabs(agreementsTab, directoryTab);
    private final Select<Show> show = new Select<>();
    private final Div filters = new Div(show);
    private final Div content = new Div();

    AgreementsView(AgreementDesk desk) {
        super("agreement.title");
        this.desk = desk;
        filters.addClassName("c-filters");
        show.setLabel(getTranslation("agreement.show"));
        show.setItems(Show.values());
        show.setItemLabelGenerator(each -> getTranslation("agreement.show." + each));
        show.setValue(Show.CURRENT);
        show.addValueChangeListener(change -> list());
        tabs.addSelectedChangeListener(change -> {
            if (!change.isFromClient()) return;
            var look = directoryTab.equals(change.getSelectedTab()) ? DIRECTORY : AgreementNavigation.ALL;
            UI.getCurrent().navigate(AgreementNavigation.ALL, QueryParameters.of("vista", look));
        });
        add(tabs, filters, content);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        boolean directory = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("vista")
                .filter(DIRECTORY::equals)
                .isPresent();
        tabs.setSelectedTab(directory ? directoryTab : agreementsTab);
        filters.setVisible(!directory);
        boolean edits = Authorities.has(Permission.AGREEMENT_EDIT);
        if (directory) {
            content.removeAll();
            var panel = new DirectoryPanel(desk, edits);
            content.add(panel);
            if (edits) actions(Actions.primary("agreement.institution.add", panel::add));
        } else {
            if (edits) {
                actions(Actions.primary(
                        "agreement.register",
                        () -> AgreementDialog.register(desk).open()));
            }
            list();
        }
    }

    private void list() {
        content.removeAll();
        var lines = desk.agreements.list(show.getValue().states);
        if (lines.isEmpty()) {
            content.add(new EmptyState(AppIcon.AGREEMENT, "agreement.none", "agreement.none.text"));
            return;
        }
        var rows = new Div();
        rows.addClassName("c-referral-rows");
        rows.getElement().setAttribute("role", "list");
        lines.forEach(line -> rows.add(row(line)));
        content.add(rows);
    }

    private Component row(AgreementLine line) {
        var number = new Anchor(AgreementNavigation.to(line.id()), line.number());
        number.addClassName("c-referral-folio");
        var head =
                new Div(number, new Span(line.counterpartName()), AgreementDesk.badge(line.state(), line.daysLeft()));
        head.addClassName("c-row");
        var services = new Span(desk.services(line.services()));
        services.addClassNames("c-quiet", "c-small");
        var words = new Div(head, services);
        words.addClassName("c-referral-words");
        var period = new Span(getTranslation("agreement.period", Dates.date(line.from()), Dates.date(line.until())));
        var use = new Span(AgreementDesk.use(line.use()));
        use.addClassName("c-quiet");
        var side = new Div(period, use);
        side.addClassNames("c-referral-side", "c-small", "c-agreement-side");
        var row = new Article(words, side);
        row.addClassNames("c-referral", "c-referral-row");
        row.getElement().setAttribute("role", "listitem");
        return row;
    }
}
