package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mx.gob.jocotepec.cauce.shared.Titles;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Dates;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Incidents;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import mx.gob.jocotepec.cauce.uikit.StartCard.Waiting;

/** What waits today, the most urgent first, and how things stand. Filled by the modules' cards. */
@Route("inicio")
@PermitAll
class StartView extends Page implements AfterNavigationObserver {
    private final List<StartCard> cards;
    private final CurrentActor current;
    private final Clock clock;

    StartView(List<StartCard> cards, CurrentActor current, Clock clock) {
        super("shell.start.title");
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(StartCard::order)).toList();
        this.current = current;
        this.clock = clock;
        if (Authorities.has(Permission.CASE_REGISTER)) {
            var register =
                    Actions.primary("shell.start.register", () -> getUI().ifPresent(ui -> ui.navigate("casos/nuevo")));
            register.setIcon(AppIcon.PLUS.create());
            actions(register);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        current.find().ifPresent(actor -> title(getTranslation("shell.start.hello", firstName(actor.displayName()))));
        state(new Span(Dates.date(clock.instant())));
        var waiting = new ArrayList<Waiting>();
        var pictures = new ArrayList<Component>();
        for (var card : cards) {
            if (!Authorities.has(card.permission())) continue;
            try {
                waiting.addAll(card.waiting());
                card.build().ifPresent(pictures::add);
            } catch (RuntimeException e) {
                pictures.add(new Paragraph(getTranslation("shell.start.missing", Incidents.report(e))));
            }
        }
        var grid = new Div(today(waiting));
        grid.addClassName("c-cards");
        grid.add(pictures);
        body(grid);
    }

    private Component today(List<Waiting> waiting) {
        var panel = new Panel("shell.start.today");
        panel.addClassName("c-today");
        var open = waiting.stream()
                .filter(item -> item.count() > 0)
                .sorted(Comparator.comparing(Waiting::tone).reversed())
                .toList();
        if (open.isEmpty()) {
            panel.add(new EmptyState(AppIcon.CHECK_CIRCLE, "shell.start.nothing", "shell.start.nothing.text"));
            return panel;
        }
        var list = new UnorderedList();
        list.addClassName("c-waiting");
        open.forEach(item -> list.add(line(item)));
        panel.add(list);
        return panel;
    }

    private ListItem line(Waiting item) {
        var text = new Span(getTranslation(item.textKey(), item.count()));
        text.addClassName("c-waiting-text");
        var link = new Anchor(item.path(), item.icon().create(), text, AppIcon.CHEVRON_RIGHT.create());
        link.addClassNames("c-waiting-link", item.tone().style());
        return new ListItem(link);
    }

    /** "Lic. Ana Cruz" and "Oficial Ana Cruz" are greeted as "Ana". */
    static String firstName(String displayName) {
        return Titles.without(displayName).split(" ", 2)[0];
    }
}
