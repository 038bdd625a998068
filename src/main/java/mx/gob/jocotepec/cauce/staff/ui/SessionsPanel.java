package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import mx.gob.jocotepec.cauce.staff.OwnAccount;
import mx.gob.jocotepec.cauce.staff.OwnSession;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** Where one's own account is open, and closing it there. */
class SessionsPanel extends Panel {
    private final OwnAccount account;
    private final UnorderedList list = new UnorderedList();

    SessionsPanel(OwnAccount account, Runnable endAll) {
        super("staff.account.sessions");
        this.account = account;
        var text = new Paragraph(getTranslation("staff.account.sessions.text"));
        text.addClassName("c-quiet");
        list.addClassName("c-requests");
        add(text, list, Actions.plain("staff.account.sessions.end", endAll));
    }

    void load() {
        list.removeAll();
        account.sessions().forEach(session -> list.add(new ListItem(line(session))));
    }

    private Component line(OwnSession session) {
        var device = new Span(getTranslation(
                "staff.session.device",
                getTranslation("staff.browser." + session.browser()),
                getTranslation("staff.system." + session.system())));
        device.addClassName("c-strong");
        var times = new Span(getTranslation(
                "staff.session.times", Dates.dateTime(session.since()), Dates.dateTime(session.lastUsed())));
        times.addClassNames("c-quiet", "c-small");
        var words = new Div(device, times);
        words.addClassName("c-request-words");
        var line = new Div(words);
        line.addClassName("c-request");
        line.add(
                session.current()
                        ? new StatusBadge(Tone.GOOD, AppIcon.CHECK, getTranslation("staff.session.current"))
                        : Actions.plain("staff.session.end", () -> {
                            account.endSession(session.id());
                            load();
                            Notices.done("staff.session.ended");
                        }));
        return line;
    }
}
