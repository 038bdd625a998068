package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Function;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.staff.StaffConfirmations;
import mx.gob.jocotepec.cauce.staff.StaffOutcome;
import mx.gob.jocotepec.cauce.staff.StaffRequest;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Page;

/** What administration asked for and somebody else has to confirm. */
@Route("confirmaciones")
@RolesAllowed("STAFF_CONFIRM")
class ConfirmationsView extends Page implements AfterNavigationObserver {
    private final StaffConfirmations confirmations;
    private final ProveYourself prove;

    ConfirmationsView(StaffConfirmations confirmations, ProveYourself prove) {
        super("staff.confirm.title");
        this.confirmations = confirmations;
        this.prove = prove;
        addClassName("c-page-narrow");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var open = confirmations.open();
        state(new Span(getTranslation("staff.confirm.count", open.size())));
        if (open.isEmpty()) {
            body(new EmptyState(AppIcon.CHECK_CIRCLE, "staff.confirm.empty", "staff.confirm.empty.text"));
            return;
        }
        var note = new Paragraph(getTranslation("staff.confirm.text"));
        note.addClassName("c-quiet");
        var list = new UnorderedList();
        list.addClassName("c-requests");
        open.forEach(request -> list.add(new ListItem(line(request))));
        var both = new Div(note, list);
        both.addClassName("c-stack");
        body(both);
    }

    private Component line(StaffRequest request) {
        var name = new Span(request.name());
        name.addClassName("c-strong");
        var what = new Span(
                switch (request.kind()) {
                    case LINK -> getTranslation("staff.confirm.link");
                    case ENABLE -> getTranslation("staff.confirm.enable");
                    case AREA -> getTranslation("staff.confirm.area", request.toArea());
                    case ROLES ->
                        getTranslation(
                                "staff.confirm.roles",
                                request.roles().stream()
                                        .map(role -> getTranslation("staff.role." + role.name()))
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
                });
        var who = new Span(request.areaName() + " · "
                + getTranslation("staff.confirm.asked", request.askedBy(), Dates.dateTime(request.askedAt())));
        who.addClassNames("c-quiet", "c-small");
        var words = new Div(name, what, who);
        words.addClassName("c-request-words");
        var line = new Div(words);
        line.addClassName("c-request");
        if (request.mine()) {
            var other = new Span(getTranslation("staff.confirm.mine"));
            other.addClassName("c-quiet");
            line.add(other);
        } else {
            var actions = new Div(
                    Actions.plain("staff.confirm.yes", () -> decide(request, confirmations::confirm)),
                    Actions.quiet("staff.confirm.no", () -> decide(request, confirmations::refuse)));
            actions.addClassName("c-actions");
            line.add(actions);
        }
        return line;
    }

    private void decide(StaffRequest request, Function<java.util.UUID, StaffOutcome> answer) {
        prove.then(() -> {
            switch (answer.apply(request.id())) {
                case StaffOutcome.Invited invited -> new InvitationDialog(invited).open();
                case StaffOutcome.Changed() -> Notices.done("staff.saved");
                case StaffOutcome.Waiting(var id) -> Notices.info("staff.waiting");
                case StaffOutcome.Refused(var reason) -> Notices.warn("staff.refused." + reason.name());
            }
            load();
        });
    }
}
