package mx.gob.jocotepec.cauce.oversight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import mx.gob.jocotepec.cauce.casefile.WallProposals;
import mx.gob.jocotepec.cauce.casefile.ui.CaseNavigation;
import mx.gob.jocotepec.cauce.oversight.EmergencyAccess;
import mx.gob.jocotepec.cauce.oversight.Exports;
import mx.gob.jocotepec.cauce.oversight.ReadBudgets;
import mx.gob.jocotepec.cauce.oversight.ReadBudgets.Kind;
import mx.gob.jocotepec.cauce.staff.ui.ProveYourself;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** What the Dirección has to look at: walls proposed, accesses in an emergency, who reads very much. */
@Route("supervision")
@RolesAllowed("ACCESS_REVIEW")
@StyleSheet("context://styles/oversight.css")
class ReviewView extends Page implements AfterNavigationObserver {
    private static final int MORE = 20;

    private final WallProposals proposals;
    private final EmergencyAccess emergency;
    private final ReadBudgets budgets;
    private final Exports exports;
    private final ProveYourself prove;
    private final Clock clock;

    ReviewView(
            WallProposals proposals,
            EmergencyAccess emergency,
            ReadBudgets budgets,
            Exports exports,
            ProveYourself prove,
            Clock clock) {
        super("oversight.review.title");
        this.proposals = proposals;
        this.emergency = emergency;
        this.budgets = budgets;
        this.exports = exports;
        this.prove = prove;
        this.clock = clock;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var parts = new ArrayList<Component>();
        var uses = emergency.toReview();
        var walls = proposals.open();
        var alerts = budgets.alerts();
        var asked = exports.toDecide();
        if (!uses.isEmpty())
            parts.add(panel(
                    "oversight.review.emergency",
                    list(uses.stream().map(this::use).toList())));
        if (!walls.isEmpty()) {
            parts.add(panel("oversight.review.walls", new ProposalList(walls, proposals, prove, clock, this::load)));
        }
        if (!asked.isEmpty()) {
            parts.add(panel(
                    "oversight.review.exports",
                    list(asked.stream().map(this::asked).toList())));
        }
        if (!alerts.isEmpty()) {
            parts.add(panel(
                    "oversight.review.reading",
                    list(alerts.stream().map(this::alert).toList())));
        }
        if (parts.isEmpty()) {
            parts.add(new EmptyState(AppIcon.CHECK_CIRCLE, "oversight.review.empty", "oversight.review.empty.text"));
        }
        state(new Span(
                getTranslation("oversight.review.count", uses.size() + walls.size() + alerts.size() + asked.size())));
        body(parts.toArray(Component[]::new));
    }

    private static Panel panel(String titleKey, Component list) {
        var panel = new Panel(titleKey);
        panel.add(list);
        return panel;
    }

    private static Div list(List<Entry> entries) {
        var list = new Div();
        list.addClassName("c-entries");
        list.getElement().setAttribute("role", "list");
        entries.forEach(list::add);
        return list;
    }

    private Entry use(EmergencyAccess.Use use) {
        boolean running = use.until().isAfter(clock.instant());
        var mark = running
                ? new StatusBadge(Tone.SERIOUS, AppIcon.CLOCK, getTranslation("oversight.emergency.running"))
                : new StatusBadge(Tone.CAUTION, AppIcon.EYE, getTranslation("oversight.emergency.over"));
        var entry = new Entry(CaseNavigation.link(use.ref()), mark)
                .text(use.staffName() + " · " + use.areaName())
                .note(getTranslation(
                        "oversight.emergency.span", Dates.dateTime(use.at()), Dates.dateTime(use.until())));
        var reason = use.reason();
        if (reason != null) entry.text(getTranslation("oversight.emergency.quoted", reason.reveal()));
        if (use.own()) return entry.note(getTranslation("oversight.emergency.own"));
        return entry.actions(
                Actions.plain("oversight.close.action", () -> new ReviewDialog(use, emergency, this::load).open()));
    }

    private Entry asked(Exports.Request request) {
        var folio = new Span(request.folio());
        folio.addClassName("c-strong");
        var entry = new Entry(
                        folio,
                        new StatusBadge(Tone.CAUTION, AppIcon.CLOCK, getTranslation("oversight.export.state.WAITING")))
                .text(request.staffName() + " · " + request.areaName())
                .note(getTranslation("oversight.export." + request.kind()) + " · "
                        + getTranslation("oversight.export.span", Dates.date(request.from()), Dates.date(request.to()))
                        + " · "
                        + getTranslation("oversight.export.lines", request.lines(), Dates.dateTime(request.at())));
        var reason = request.reason();
        if (reason != null) entry.text(getTranslation("oversight.emergency.quoted", reason.reveal()));
        return entry.actions(
                Actions.plain("oversight.export.allow", () -> prove.then(() -> decide(request, true))),
                Actions.quiet("oversight.export.deny", () -> prove.then(() -> decide(request, false))));
    }

    private void decide(Exports.Request request, boolean allow) {
        if (exports.decide(request.id(), allow)) {
            Notices.done(allow ? "oversight.export.allowed" : "oversight.export.denied", request.folio());
        } else {
            Notices.warn("uikit.conflict");
        }
        load();
    }

    private Entry alert(ReadBudgets.Alert alert) {
        var mark = new StatusBadge(
                alert.kind() == Kind.NEAR ? Tone.CAUTION : Tone.SERIOUS,
                alert.kind() == Kind.NEAR ? AppIcon.EYE : AppIcon.ALERT,
                getTranslation("oversight.alert." + alert.kind()));
        var actions = new ArrayList<Button>();
        if (alert.kind() == Kind.SPENT) {
            var more = Actions.plain("oversight.alert.raise", () -> prove.then(() -> raise(alert)));
            more.setText(getTranslation("oversight.alert.raise", MORE));
            actions.add(more);
        }
        actions.add(Actions.quiet("oversight.alert.seen", () -> {
            if (!budgets.seen(alert)) Notices.warn("oversight.alert.own");
            load();
        }));
        return new Entry(new Span(alert.name()), mark)
                .note(getTranslation(
                        "oversight.alert.words", alert.areaName(), Dates.dateTime(alert.at()), alert.cases()))
                .actions(actions.toArray(Button[]::new));
    }

    private void raise(ReadBudgets.Alert alert) {
        if (budgets.raise(alert.staff(), MORE)) {
            budgets.seen(alert);
            Notices.done("oversight.alert.raised", MORE);
        } else {
            Notices.warn("oversight.alert.notRaised");
        }
        load();
    }
}
