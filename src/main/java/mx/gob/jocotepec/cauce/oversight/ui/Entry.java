package mx.gob.jocotepec.cauce.oversight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.casefile.ui.CaseNavigation;

/** One thing to look at: what it is about, the words, what can be done. */
final class Entry extends Div {
    private final Div words = new Div();

    Entry(Component... head) {
        addClassName("c-entry");
        getElement().setAttribute("role", "listitem");
        var top = new Div(head);
        top.addClassName("c-row");
        words.addClassName("c-entry-words");
        words.add(top);
        add(words);
    }

    static Anchor link(CaseRef ref) {
        return new Anchor(CaseNavigation.path(ref), ref.folio());
    }

    static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames("c-quiet", "c-small");
        return span;
    }

    Entry text(String text) {
        words.add(new Span(text));
        return this;
    }

    Entry note(String text) {
        words.add(quiet(text));
        return this;
    }

    Entry actions(Component... buttons) {
        var row = new Div(buttons);
        row.addClassNames("c-row", "c-entry-actions");
        add(row);
        return this;
    }
}
