package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One thing to look at in a list ({@code c-entries}): what it is about, the words, what can be done. */
public final class Entry extends Div {
    private final Div words = new Div();
    private final Div head;

    public Entry(Component... about) {
        addClassName("c-entry");
        getElement().setAttribute("role", "listitem");
        head = new Div(about);
        head.addClassName("c-row");
        words.addClassName("c-entry-words");
        words.add(head);
        add(words);
    }

    /** What entries stand in. */
    public static Div list() {
        var list = new Div();
        list.addClassName("c-entries");
        list.getElement().setAttribute("role", "list");
        return list;
    }

    /** @param beside badges after the title */
    public static Entry titled(String title, Component... beside) {
        var strong = new Span(title);
        strong.addClassName("c-strong");
        var entry = new Entry(strong);
        entry.head.add(beside);
        return entry;
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

    /** Below the words, such as what opens. */
    public Entry more(Component below) {
        words.add(below);
        return this;
    }

    public Entry actions(Component... buttons) {
        if (buttons.length == 0) return this;
        var row = new Div(buttons);
        row.addClassNames("c-row", "c-entry-actions");
        add(row);
        return this;
    }
}
