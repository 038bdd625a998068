package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One thing to look at in a list ({@code c-entries}): what it is about, the words, what can be done. */
public final class Entry extends Div {
    private final Div words = new Div();

    public Entry(Component... head) {
        addClassName("c-entry");
        getElement().setAttribute("role", "listitem");
        var top = new Div(head);
        top.addClassName("c-row");
        words.addClassName("c-entry-words");
        words.add(top);
        add(words);
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames("c-quiet", "c-small");
        return span;
    }

    public Entry text(String text) {
        words.add(new Span(text));
        return this;
    }

    public Entry note(String text) {
        words.add(quiet(text));
        return this;
    }

    public Entry actions(Component... buttons) {
        var row = new Div(buttons);
        row.addClassNames("c-row", "c-entry-actions");
        add(row);
        return this;
    }
}
