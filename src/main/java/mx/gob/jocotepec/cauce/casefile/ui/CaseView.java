package mx.gob.jocotepec.cauce.casefile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.casefile.CaseClosing;
import mx.gob.jocotepec.cauce.casefile.CaseEvents;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseHead;
import mx.gob.jocotepec.cauce.casefile.Drafts;
import mx.gob.jocotepec.cauce.casefile.RiskAssessments;
import mx.gob.jocotepec.cauce.casefile.Sections;
import mx.gob.jocotepec.cauce.casefile.Walls;
import mx.gob.jocotepec.cauce.catalog.Catalogs;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.shared.Folio;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.staff.StaffDirectory;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import org.jspecify.annotations.Nullable;

/**
 * The page of a case (UC-003). Its head says who (covered), what state, what is due; the timeline and the sections follow. A section is
 * read when it is opened, and that stands in the trail.
 */
@Route("casos/:folio")
@RolesAllowed("CASE_READ")
class CaseView extends Page implements BeforeEnterObserver {
    private final CaseFiles cases;
    private final CaseClosing closing;
    private final CaseEvents events;
    private final RiskAssessments risks;
    private final Walls walls;
    private final ProveYourself prove;
    private final Drafts drafts;
    private final Catalogs catalogs;
    private final Areas areas;
    private final StaffDirectory staff;
    private final CurrentActor actor;
    private final List<CaseFilePanel> panels;
    private final Clock clock;
    private final Div strip = new Div();
    private final Div left = new Div();
    private final Div right = new Div();
    private @Nullable Folio folio;

    CaseView(
            CaseFiles cases,
            CaseClosing closing,
            CaseEvents events,
            RiskAssessments risks,
            Walls walls,
            ProveYourself prove,
            Drafts drafts,
            Catalogs catalogs,
            Areas areas,
            StaffDirectory staff,
            CurrentActor actor,
            List<CaseFilePanel> panels,
            Clock clock) {
        this.cases = cases;
        this.closing = closing;
        this.events = events;
        this.risks = risks;
        this.walls = walls;
        this.prove = prove;
        this.drafts = drafts;
        this.catalogs = catalogs;
        this.areas = areas;
        this.staff = staff;
        this.actor = actor;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CaseFilePanel::order))
                .toList();
        this.clock = clock;
        strip.addClassName("c-stack");
        left.addClassNames("c-stack", "c-case-time");
        right.addClassNames("c-stack", "c-case-sections");
        var both = new Div(right, left);
        both.addClassName("c-case");
        add(strip, both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        folio = event.getRouteParameters().get("folio").flatMap(Folio::parse).orElseThrow(NotFoundException::new);
        show(cases.findByFolio(folio).orElseThrow(NotFoundException::new), true);
    }

    /** Head, duties and timeline anew; the sections stay as they are open. */
    private void refresh(CaseHead before) {
        cases.head(before.ref().id()).ifPresent(head -> show(head, false));
    }

    private void show(CaseHead head, boolean withSections) {
        Runnable changed = () -> refresh(head);
        title(head.ref().folio());
        showState(head);
        showActions(head, changed);
        strip.removeAll();
        for (var panel : panels) panel.notice(head, changed).ifPresent(strip::add);
        strip.add(new SafeLine(head, cases, catalogs));
        var duties = new DutyStrip(head, cases, risks, walls, prove, staff, clock, changed);
        if (duties.getComponentCount() > 0) strip.add(duties); // an empty one would leave a gap
        left.removeAll();
        left.add(new TimelinePanel(head, events, catalogs, areas, clock));
        if (!head.emergency()) left.add(readers(head));
        if (withSections) showSections(head, changed);
    }

    private void showState(CaseHead head) {
        var parts = new ArrayList<Component>();
        parts.add(CaseWords.status(head.status()));
        parts.add(StatusBadge.risk(head.risk()));
        var assessed = head.riskAssessedAt();
        if (assessed != null) parts.add(new Span(Dates.ago(assessed, clock)));
        parts.add(new Span(getTranslation("casefile.head.opened", head.areaName(), Dates.date(head.openedAt()))));
        var reason = head.closureReason();
        if (reason != null) {
            parts.add(
                    new Span(CaseWords.name(catalogs, mx.gob.jocotepec.cauce.catalog.Catalog.CLOSURE_REASON, reason)));
        }
        state(parts.toArray(Component[]::new));
    }

    private void showActions(CaseHead head, Runnable changed) {
        if (head.emergency()) {
            actions();
            return;
        }
        var all = new ArrayList<Component>();
        for (var panel : panels) {
            if (panel.visibleTo(actor.get())) panel.action(head, changed).ifPresent(all::add);
        }
        all.add(more(head, changed));
        actions(all.toArray(Component[]::new));
    }

    private Component more(CaseHead head, Runnable changed) {
        var bar = new MenuBar();
        bar.addClassName("c-more");
        MenuItem root = bar.addItem(AppIcon.MORE.create());
        root.setAriaLabel(getTranslation("casefile.more"));
        var menu = root.getSubMenu();
        menu.addItem(getTranslation("casefile.risk.assess"), event -> new RiskDialog(head, risks, changed).open())
                .setEnabled(head.isOpen());
        menu.addItem(getTranslation("casefile.consent.set"), event -> new ConsentDialog(head, cases, changed).open())
                .setEnabled(head.isOpen());
        menu.addItem(
                        getTranslation("casefile.attempt.title"),
                        event -> new AttemptDialog(head, closing, changed).open())
                .setEnabled(head.isOpen());
        menu.addItem(getTranslation("casefile.wall.title"), event -> new WallDialog(head, walls, staff, prove).open());
        menu.addItem(getTranslation("casefile.know.title"), event -> new DeclareDialog(head, walls).open());
        if (Authorities.has(Permission.CASE_CLOSE)) {
            if (head.isOpen()) {
                menu.addItem(
                        getTranslation("casefile.close"),
                        event -> new CloseDialog(head, closing, catalogs, clock, this::reload).open());
            } else {
                menu.addItem(getTranslation("casefile.reopen"), event -> {
                    if (!cases.reopen(head.ref())) Notices.warn("casefile.section.gone");
                    reload();
                });
            }
        }
        return bar;
    }

    private void showSections(CaseHead head, Runnable changed) {
        right.removeAll();
        for (var section : Sections.ALL) {
            if (!head.compartments().contains(section.compartment())) continue;
            right.add(section(
                    "casefile.section." + section.key(),
                    null,
                    section.compartment() == Compartment.FACTS,
                    () -> new SectionPanel(head, section, cases, drafts, catalogs, clock, changed)));
        }
        right.add(section(
                "casefile.section.risk",
                null,
                false,
                () -> new RiskPanel(head, risks, clock, () -> {
                    changed.run();
                })));
        if (head.emergency()) {
            right.add(outside());
            return;
        }
        for (var panel : panels) {
            if (!panel.visibleTo(actor.get())) continue;
            right.add(
                    section(panel.titleKey(), panel.count(head).orElse(null), false, () -> panel.build(head, changed)));
        }
    }

    /** Neither counts nor emptiness: what lies outside is not known here. */
    private Component outside() {
        var names = panels.stream()
                .filter(panel -> panel.visibleTo(actor.get()))
                .map(panel -> getTranslation(panel.titleKey()))
                .collect(Collectors.joining(", "));
        var line = new Paragraph(getTranslation("casefile.outside", names));
        line.addClassName("c-quiet");
        return line;
    }

    private Component section(
            String titleKey, @Nullable Integer count, boolean open, java.util.function.Supplier<Component> content) {
        var title = new Span(getTranslation(titleKey));
        var summary = new Div(title);
        summary.addClassName("c-row");
        if (count != null && count > 0) {
            var number = new Span(count.toString());
            number.addClassName("c-count");
            summary.add(number);
        }
        var details = new Details(summary);
        details.addClassName("c-section");
        details.addOpenedChangeListener(event -> {
            details.removeAll();
            if (event.isOpened()) details.add(content.get());
        });
        details.setOpened(open);
        return details;
    }

    private Component readers(CaseHead head) {
        var details = new Details(getTranslation("casefile.readers"));
        details.addClassName("c-section");
        details.addOpenedChangeListener(event -> {
            details.removeAll();
            if (!event.isOpened()) return;
            var list = new Div();
            list.addClassName("c-stack");
            for (var reader : cases.readers(head.ref())) {
                var line = new Div(
                        new Span(reader.name()), new Span(reader.area()), new Span(Dates.dateTime(reader.last())));
                line.addClassNames("c-row", "c-small", "c-reader");
                list.add(line);
            }
            details.add(list);
        });
        return details;
    }

    /** After a change that adds or takes away sections, or what may be done in them. */
    void reload() {
        var known = folio;
        if (known != null) cases.findByFolio(known).ifPresent(head -> show(head, true));
    }

    static Component quiet(String text) {
        var span = new Span(text);
        span.addClassNames("c-quiet", "c-small");
        return span;
    }

    static Component cancel(Runnable close) {
        return Actions.quiet("uikit.cancel", close);
    }
}
