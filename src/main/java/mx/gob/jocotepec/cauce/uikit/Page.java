package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Collection;

/**
 * The frame of every page. Its head says where one is, what state this is in, and holds the one primary action; the body follows. The
 * title of the browser is "Cauce" on every page, so that a tab or the history tells nothing.
 */
public abstract class Page extends Div implements HasDynamicTitle {
    private final H1 title = new H1();
    private final Div state = new Div();
    private final Div actions = new Div();
    private final Div body = new Div();

    protected Page() {
        addClassName("c-page");
        state.addClassName("c-page-state");
        actions.addClassName("c-page-actions");
        body.addClassName("c-page-body");
        var words = new Div(title, state);
        words.addClassName("c-page-words");
        var head = new Header(words, actions);
        head.addClassName("c-page-head");
        getElement().appendChild(head.getElement(), body.getElement());
        state.setVisible(false);
        actions.setVisible(false);
    }

    protected Page(String titleKey) {
        this();
        title(getTranslation(titleKey));
    }

    @Override
    public String getPageTitle() {
        return "Cauce";
    }

    /** Already translated, since it may be a folio. */
    protected final void title(String text) {
        title.setText(text);
    }

    /** Badges, dates and short words under the title; replaces those before. */
    protected final void state(Component... parts) {
        state.removeAll();
        state.add(parts);
        state.setVisible(parts.length > 0);
    }

    /** Beside the title, the primary action last; replaces those before. */
    protected final void actions(Component... parts) {
        actions.removeAll();
        actions.add(parts);
        actions.setVisible(parts.length > 0);
    }

    /** Adds to the body. */
    @Override
    public final void add(Component... components) {
        body.add(components);
    }

    @Override
    public final void add(Collection<Component> components) {
        body.add(components);
    }

    /** Replaces the body. */
    protected final void body(Component... components) {
        body.removeAll();
        body.add(components);
    }

    /** For work that needs the whole width, such as boards and long tables. */
    protected final void wide() {
        addClassName("c-page-wide");
    }
}
