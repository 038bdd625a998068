package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One number with its name; with a goal also how much of it is reached. All texts come translated. */
public final class FigureTile extends Div {
    public FigureTile(String label, String figure) {
        addClassName("c-figure");
        var number = new Span(figure);
        number.addClassName("c-figure-number");
        var name = new Span(label);
        name.addClassName("c-figure-label");
        add(name, number);
    }

    /** A line under the number, such as "meta 50". */
    public FigureTile note(String text) {
        var note = new Span(text);
        note.addClassName("c-figure-note");
        add(note);
        return this;
    }

    /** A bar; the number itself stands in the note. {@code percent} may go beyond 100. */
    public FigureTile progress(double percent) {
        var value = new Div();
        value.getStyle().setWidth(Math.clamp(percent, 0, 100) + "%");
        var bar = new Div(value);
        bar.addClassName("c-figure-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        add(bar);
        return this;
    }

    /** Leads to what was counted. */
    public FigureTile link(String path, String text) {
        add(new Anchor(path, text));
        return this;
    }
}
