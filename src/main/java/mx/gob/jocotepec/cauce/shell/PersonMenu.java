package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import mx.gob.jocotepec.cauce.shared.Titles;
import mx.gob.jocotepec.cauce.staff.Actor;
import mx.gob.jocotepec.cauce.staff.AreaSummary;
import mx.gob.jocotepec.cauce.staff.Areas;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who is signed in, from which area, and what concerns herself: account, language, keys, the way out. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PersonMenu extends Div {
    PersonMenu(CurrentActor current, Areas areas, AuthenticationContext authentication, Language language) {
        addClassName("c-person");
        current.find().ifPresent(actor -> {
            var area = areas.find(actor.area()).map(AreaSummary::name).orElse("");
            add(menu(actor, area, authentication, language));
        });
    }

    private MenuBar menu(Actor actor, String area, AuthenticationContext authentication, Language language) {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        var face = bar.addItem(face(actor.displayName(), area));
        face.setAriaLabel(getTranslation("shell.person", actor.displayName(), area));
        var items = face.getSubMenu();
        add(items, AppIcon.LOCK, "shell.account", () -> UI.getCurrent().navigate("cuenta"));
        add(items, AppIcon.GLOBE, "shell.language", () -> language.toggle(UI.getCurrent()));
        add(items, AppIcon.KEYBOARD, "shell.keys", () -> new KeysDialog().open());
        items.addSeparator();
        add(items, AppIcon.SIGN_OUT, "shell.signOut", authentication::logout);
        return bar;
    }

    private static Component face(String name, String area) {
        var avatar = new Avatar(name);
        avatar.setAbbreviation(initials(name));
        avatar.getElement().setAttribute("aria-hidden", "true");
        var who = new Span(name);
        who.addClassName("c-person-name");
        var where = new Span(area);
        where.addClassName("c-person-area");
        var words = new Div(who, where);
        words.addClassName("c-person-words");
        var face = new Div(avatar, words);
        face.addClassName("c-person-face");
        return face;
    }

    /** Two letters, without the title: RM for "Lic. Rosa Márquez". */
    static String initials(String name) {
        var letters = Arrays.stream(Titles.without(name).split(" "))
                .map(word -> word.substring(0, 1))
                .limit(2);
        return letters.collect(Collectors.joining()).toUpperCase(Locale.ROOT);
    }

    private void add(SubMenu items, AppIcon icon, String key, Runnable action) {
        var line = new Div(icon.create(), new Span(getTranslation(key)));
        line.addClassName("c-menu-line");
        items.addItem(line, click -> action.run());
    }
}
