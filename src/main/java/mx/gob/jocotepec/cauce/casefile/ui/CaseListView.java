package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import mx.gob.jocotepec.cauce.casefile.CaseLine;
import mx.gob.jocotepec.cauce.casefile.CaseLists;
import mx.gob.jocotepec.cauce.casefile.SavedFilters;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;

/** Looks for cases (UC-002). The filters stand in the address, so that they can be kept and linked to; the name typed never does. */
@Route("casos")
@RolesAllowed("CASE_READ")
class CaseListView extends Page implements BeforeEnterObserver {
    private static final int PAGE = 50;

    private final CaseLists lists;
    private final Catalogs catalogs;
    private final Clock clock;
    private final CaseFilters filters;
    private final Div lines = new Div();
    private final Div more = new Div();
    private int taken;

    CaseListView(CaseLists lists, SavedFilters saved, Catalogs catalogs, Areas areas, Clock clock) {
        super("casefile.list.title");
        this.lists = lists;
        this.catalogs = catalogs;
        this.clock = clock;
        filters = new CaseFilters(saved, catalogs, areas, clock, this::load);
        wide();
        if (Authorities.has(Permission.CASE_REGISTER)) {
            var register = Actions.primary(
                    "casefile.list.register", () -> getUI().ifPresent(ui -> ui.navigate(CaseNavigation.NEW)));
            register.setIcon(AppIcon.PLUS.create());
            actions(register);
        }
        lines.addClassName("c-lines");
        lines.getElement().setAttribute("role", "list");
        more.addClassName("c-row");
        add(filters, lines, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.takeFrom(event.getLocation().getQueryParameters());
        load();
    }

    private void load() {
        var special = filters.special();
        state(special == null ? new Component[0] : new Component[] {new Span(getTranslation(special))});
        lines.removeAll();
        taken = 0;
        loadMore();
    }

    private void loadMore() {
        var typed = filters.words();
        var found =
                typed.isEmpty() ? lists.page(filters.query(), taken, PAGE + 1) : lists.search(typed, taken, PAGE + 1);
        found.stream()
                .limit(PAGE)
                .filter(line -> typed.isEmpty() || filters.isWanted(line))
                .forEach(line -> lines.add(line(line)));
        taken += Math.min(PAGE, found.size());
        more.removeAll();
        boolean all = found.size() <= PAGE;
        if (!all) more.add(Actions.plain("casefile.list.more", this::loadMore));
        if (all && lines.getComponentCount() == 0) {
            lines.add(new EmptyState(
                    AppIcon.SEARCH,
                    typed.isEmpty() ? "casefile.list.empty" : "casefile.list.notFound",
                    typed.isEmpty() ? "casefile.list.empty.text" : "casefile.list.notFound.text"));
        }
    }

    private Component line(CaseLine line) {
        var folio = new Span(line.ref().folio());
        folio.addClassName("c-line-folio");
        var who = new Span(CaseWords.covered(line, catalogs));
        who.addClassName("c-line-who");
        var marks = new Span(StatusBadge.risk(line.risk()), CaseWords.status(line.status()));
        marks.addClassName("c-line-marks");
        var where = new Span(line.areaName());
        where.addClassNames("c-line-area", "c-quiet");
        var when = new Span(Dates.shortDate(line.openedAt(), clock));
        when.addClassNames("c-line-when", "c-quiet");
        var link = new Anchor(CaseNavigation.path(line.ref()), folio, who, marks, where, when);
        link.addClassName("c-line");
        var item = new Div(link);
        item.getElement().setAttribute("role", "listitem");
        return item;
    }
}
