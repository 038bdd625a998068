package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.NavigationEntry;
import org.jspecify.annotations.Nullable;

/** The frame of every page for whoever is signed in: where to go, what to find, who one is. */
@Layout
@PermitAll
class MainLayout extends AppLayout {
    private static final int ADMINISTRATION = 900;
    private static final int ON_A_PHONE = 4;

    private final Main content = new Main();

    MainLayout(List<NavigationEntry> entries, SearchField search, PersonMenu person, CauceSettings settings) {
        setPrimarySection(Section.DRAWER);
        content.setId("contenido");
        content.getElement().setAttribute("tabindex", "-1");
        var mine = entries.stream()
                .filter(entry -> Authorities.has(entry.permission()))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        addToDrawer(drawer(mine));
        addToNavbar(bar(search, person));
        var frame = new Div();
        frame.addClassName("c-frame");
        if (settings.demo()) frame.add(demonstration());
        frame.add(content, bottomBar(mine));
        setContent(frame);
        listenToKeys();
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement view) {
        if (view == null) return;
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
        // each page begins at its top, and the keyboard with it, unless the page itself has put the focus somewhere
        content.getElement().executeJs("""
                const toTop = () => this.parentElement.scrollIntoView({ block: 'start', behavior: 'instant' });
                toTop();
                setTimeout(() => {
                  toTop();
                  if (!document.activeElement || document.activeElement === document.body) this.focus({ preventScroll: true });
                }, 300);""");
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement old) {
        content.getElement().removeAllChildren();
    }

    private Component drawer(List<NavigationEntry> entries) {
        var work = new SideNav();
        work.getElement().setAttribute("aria-label", getTranslation("shell.nav.label"));
        var administration = new SideNav(getTranslation("shell.nav.administration"));
        for (var entry : entries) {
            var item = new SideNavItem(
                    getTranslation(entry.labelKey()), entry.path(), entry.icon().create());
            item.setMatchNested(true);
            (entry.order() < ADMINISTRATION ? work : administration).addItem(item);
        }
        var brand = new RouterLink();
        brand.addClassName("c-brand");
        brand.getElement().setAttribute("href", "inicio");
        brand.add(AppIcon.WAVES.create(), new Span("Cauce"));
        var drawer = new Div(brand, work);
        drawer.addClassName("c-drawer");
        if (!administration.getItems().isEmpty()) drawer.add(administration);
        return drawer;
    }

    private Component bar(SearchField search, PersonMenu person) {
        var skip = new Anchor("#contenido", getTranslation("shell.skip"));
        skip.addClassName("c-skip");
        skip.getElement().setAttribute("router-ignore", true);
        var toggle = new DrawerToggle();
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        toggle.setAriaLabel(getTranslation("shell.nav.toggle"));
        var hide = Actions.icon("shell.hide", AppIcon.EYE_OFF, () -> {});
        hide.getElement().setAttribute("data-cover", true); // works without the server: frontend/modules/cover.js
        var end = new Div(hide, person);
        end.addClassName("c-bar-end");
        var bar = new Div(skip, toggle, search, end);
        bar.addClassName("c-bar");
        return bar;
    }

    /** On a phone the first places are within the thumb's reach; the rest is in the drawer. */
    private Component bottomBar(List<NavigationEntry> entries) {
        var nav = new Nav();
        nav.addClassName("c-bottom");
        nav.getElement().setAttribute("aria-label", getTranslation("shell.nav.label"));
        entries.stream().limit(ON_A_PHONE).forEach(entry -> {
            var link = new Anchor(entry.path(), entry.icon().create(), new Span(getTranslation(entry.labelKey())));
            nav.add(link);
        });
        return nav;
    }

    private Component demonstration() {
        var strip = new Div(AppIcon.INFO.create(), new Span(getTranslation("shell.demo")));
        strip.addClassName("c-demo");
        strip.getElement().setAttribute("role", "note");
        return strip;
    }

    private void listenToKeys() {
        getElement().addEventListener("cauce-new", event -> {
            if (Authorities.has(Permission.CASE_REGISTER)) UI.getCurrent().navigate("casos/nuevo");
        });
        getElement().addEventListener("cauce-help", event -> new KeysDialog().open());
    }
}
