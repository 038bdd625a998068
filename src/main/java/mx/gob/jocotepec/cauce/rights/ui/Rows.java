package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Lists as the other pages show them. */
final class Rows {
    private Rows() {}

    static Div list() {
        var rows = new Div();
        rows.addClassName("c-referral-rows");
        rows.getElement().setAttribute("role", "list");
        return rows;
    }

    /** @param beside badges after the title @param actions at the end */
    static Article row(String title, String text, Component[] beside, Component... actions) {
        var strong = new Span(title);
        strong.addClassName("c-strong");
        var head = new Div(strong);
        head.addClassName("c-row");
        head.add(beside);
        var words = new Div(head, quiet(text));
        words.addClassName("c-referral-words");
        var row = new Article(words);
        row.add(actions);
        row.addClassNames("c-referral", "c-referral-row");
        row.getElement().setAttribute("role", "listitem");
        return row;
    }

    static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames("c-quiet", "c-small");
        return span;
    }
}
