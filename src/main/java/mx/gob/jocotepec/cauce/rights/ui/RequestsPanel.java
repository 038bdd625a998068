package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import mx.gob.jocotepec.cauce.rights.ArcoRequest;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.TimeLeft;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** ARCO requests, the most urgent first. */
class RequestsPanel extends Div {
    private final RightsDesk desk;

    RequestsPanel(RightsDesk desk) {
        this.desk = desk;
        addClassName("c-stack");
        fill();
    }

    private void fill() {
        removeAll();
        var requests = desk.requests().list();
        if (requests.isEmpty()) {
            add(new EmptyState(AppIcon.INBOX, "rights.requests.none", "rights.requests.none.text"));
            return;
        }
        var rows = Entry.list();
        requests.forEach(request -> rows.add(row(request)));
        add(rows);
    }

    private Component row(ArcoRequest request) {
        var beside = new ArrayList<Component>();
        beside.add(state(request.state()));
        var due = request.due();
        if (due != null) beside.add(new TimeLeft(due, desk.clock()));
        var parts = new ArrayList<>(List.of(
                getTranslation("rights.kind." + request.kind()),
                getTranslation("rights.requester." + request.requester()),
                getTranslation("rights.received", Dates.date(request.receivedAt()))));
        if (request.folio() != null) parts.add(request.folio());
        if (request.extended()) parts.add(getTranslation("rights.extended"));
        if (request.answer() != null) parts.add(getTranslation("rights.answer." + request.answer()));
        var actions = Authorities.has(Permission.RIGHTS_HANDLE)
                ? new Component[] {
                    Actions.plain("rights.handle", () -> new RequestDialog(desk, request, this::fill).open())
                }
                : new Component[0];
        return Entry.titled(request.number(), beside.toArray(Component[]::new))
                .note(String.join(" · ", parts))
                .actions(actions);
    }

    private StatusBadge state(ArcoRequest.State state) {
        var word = getTranslation("rights.state." + state);
        return switch (state) {
            case RECEIVED -> new StatusBadge(Tone.INFO, AppIcon.INBOX, word);
            case DATA_ASKED -> new StatusBadge(Tone.CAUTION, AppIcon.HELP, word);
            case ANSWERED -> new StatusBadge(Tone.INFO, AppIcon.SEND, word);
            case EFFECTIVE -> new StatusBadge(Tone.GOOD, AppIcon.CHECK_CIRCLE, word);
            case NOT_COMPETENT, WITHDRAWN, LAPSED -> new StatusBadge(Tone.NEUTRAL, AppIcon.MINUS, word);
        };
    }
}
