package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.rights.Breach;
import mx.gob.jocotepec.cauce.rights.Breach.Step;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Entry;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.StatusBadge;
import mx.gob.jocotepec.cauce.uikit.TimeLeft;
import mx.gob.jocotepec.cauce.uikit.Tone;

/** The record of breaches. */
class BreachesPanel extends Div {
    private final RightsDesk desk;

    BreachesPanel(RightsDesk desk) {
        this.desk = desk;
        addClassName("c-stack");
        fill();
    }

    private void fill() {
        removeAll();
        var add = new Div(
                Actions.plain("rights.breach.add", AppIcon.PLUS, () -> new BreachDialog(desk, this::fill).open()));
        add.addClassName("c-row");
        add(add);
        var breaches = desk.breaches().list();
        if (breaches.isEmpty()) {
            add(new EmptyState(AppIcon.SHIELD, "rights.breach.none", "rights.breach.none.text"));
            return;
        }
        var rows = Entry.list();
        breaches.forEach(breach -> rows.add(row(breach)));
        add(rows);
    }

    private Component row(Breach breach) {
        var beside = new ArrayList<Component>();
        boolean told = breach.peopleToldAt() != null && breach.authorityToldAt() != null;
        if (breach.closedAt() != null) {
            beside.add(new StatusBadge(Tone.NEUTRAL, AppIcon.CHECK, getTranslation("rights.breach.closed")));
        } else if (told) {
            beside.add(new StatusBadge(Tone.GOOD, AppIcon.CHECK_CIRCLE, getTranslation("rights.breach.told")));
        } else {
            beside.add(new StatusBadge(Tone.SERIOUS, AppIcon.ALERT, getTranslation("rights.breach.open")));
            beside.add(new TimeLeft(breach.noticeDue(), desk.clock()));
        }
        var people = breach.people();
        var text = String.join(
                " · ",
                getTranslation("rights.breach.kind." + breach.kind()),
                getTranslation("rights.breach.noticed", Dates.dateTime(breach.noticedAt())),
                people == null
                        ? getTranslation("rights.breach.peopleUnknown")
                        : getTranslation("rights.breach.people.n", people));
        return Entry.titled(breach.number(), beside.toArray(Component[]::new))
                .note(text)
                .more(words(breach.words()))
                .actions(actions(breach));
    }

    private Component words(Breach.Words words) {
        var more = new Details(getTranslation("rights.breach.words"));
        Stream.of(words.what(), words.reason(), words.measures(), words.advice())
                .filter(word -> !word.isBlank())
                .map(Sensitive::reveal)
                .forEach(word -> more.add(new Paragraph(word)));
        return more;
    }

    private Component[] actions(Breach breach) {
        if (breach.closedAt() != null) return new Component[0];
        var actions = new ArrayList<Component>();
        if (breach.peopleToldAt() == null) actions.add(step(breach, Step.PEOPLE_TOLD));
        if (breach.authorityToldAt() == null) actions.add(step(breach, Step.AUTHORITY_TOLD));
        if (breach.peopleToldAt() != null && breach.authorityToldAt() != null) actions.add(step(breach, Step.CLOSED));
        return actions.toArray(Component[]::new);
    }

    private Component step(Breach breach, Step step) {
        return Actions.quiet("rights.breach.do." + step, () -> {
            if (!desk.breaches().done(breach.id(), step, breach.version())) Notices.warn("rights.refused");
            fill();
        });
    }
}
