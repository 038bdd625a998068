package mx.gob.jocotepec.cauce.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.staff.Permission;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.Authorities;
import mx.gob.jocotepec.cauce.uikit.Page;

/** Requests about own data, breaches, blocking and erasure, and the periods that hold (UC-020 to UC-023). */
@Route("derechos")
@RolesAllowed("RIGHTS_READ")
class RightsView extends Page implements AfterNavigationObserver {

    private final Map<Tab, Supplier<Component>> rooms = new LinkedHashMap<>();
    private final Tabs tabs = new Tabs();
    private final Div room = new Div();

    RightsView(RightsDesk desk) {
        super("rights.title");

        room.addClassName("c-stack");
        tab("rights.tab.requests", () -> new RequestsPanel(desk));
        if (Authorities.has(Permission.RIGHTS_HANDLE)) tab("rights.tab.breaches", () -> new BreachesPanel(desk));
        tab("rights.tab.blocked", () -> new BlockedPanel(desk));
        tab("rights.tab.rules", () -> new RulesPanel(desk));
        tabs.addSelectedChangeListener(change -> show());
        actions(Actions.primary("rights.receive", () -> new ReceiveDialog(desk, null, this::show).open()));
        add(tabs, room);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void tab(String key, Supplier<Component> content) {
        var tab = new Tab(getTranslation(key));
        rooms.put(tab, content);
        tabs.add(tab);
    }

    private void show() {
        room.removeAll();
        var content = rooms.get(tabs.getSelectedTab());
        if (content != null) room.add(content.get());
    }
}
