package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.Locale;
import mx.gob.jocotepec.cauce.staff.PasswordRules;
import mx.gob.jocotepec.cauce.staff.StaffData;
import mx.gob.jocotepec.cauce.staff.Welcome;
import mx.gob.jocotepec.cauce.staff.Welcome.Answer;
import mx.gob.jocotepec.cauce.staff.Welcome.Guest;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.TextInput;

/** Where a one-time link leads: to set a password, or to name the first administrator. */
@Route(value = "bienvenida/:token", autoLayout = false)
@AnonymousAllowed
class WelcomeView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final Welcome welcome;
    private final PasswordRules rules;
    private final Div card = new Div();
    private final ErrorSummary errors = new ErrorSummary();

    WelcomeView(Welcome welcome, PasswordRules rules) {
        this.welcome = welcome;
        this.rules = rules;
        addClassNames("c-entrance", "c-entrance-wide");
        card.addClassName("c-entrance-card");
        add(card);
    }

    @Override
    public String getPageTitle() {
        return "Cauce";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getRouteParameters().get("token").orElse("");
        switch (welcome.guest(token)) {
            case Guest.FirstAdministrator() -> first(token);
            case Guest.Invited(var username, var name) -> invited(token, username, name);
            case Guest.Nobody() -> gone();
        }
    }

    private void first(String token) {
        var name = new TextInput("staff.field.name", 120);
        var username = new TextInput("staff.field.username", 40);
        username.setHelperText(getTranslation("staff.field.username.hint"));
        username.setAutocomplete(Autocomplete.USERNAME);
        var password = new PasswordInput("staff.field.password", rules, username::getValue);
        name.setRequiredIndicatorVisible(true);
        username.setRequiredIndicatorVisible(true);
        name.focus();
        show(
                "staff.welcome.first.title",
                "staff.welcome.first.text",
                name,
                username,
                password,
                onEnter(password, Actions.primary("staff.welcome.first.submit", () -> {
                    var problems = new ArrayList<Problem>();
                    name.setInvalid(false);
                    username.setInvalid(false);
                    if (name.getValue().strip().length() < 2) {
                        problems.add(new Problem(name, getTranslation("staff.field.name.missing")));
                    }
                    var user = username.getValue().strip().toLowerCase(Locale.ROOT);
                    if (!StaffData.isUsername(user)) {
                        problems.add(new Problem(username, getTranslation("staff.field.username.bad")));
                    }
                    if (!password.accepted()) problems.add(new Problem(password, password.getErrorMessage()));
                    errors.show(problems);
                    if (problems.isEmpty()) {
                        after(welcome.begin(token, user, name.getValue(), password.getValue()), username, password);
                    }
                })));
    }

    private void invited(String token, String username, String name) {
        var user = new TextInput("staff.field.username", 40);
        user.setValue(username);
        user.setReadOnly(true);
        user.setAutocomplete(Autocomplete.USERNAME);
        var password = new PasswordInput("staff.field.password", rules, () -> username);
        password.focus();
        show(
                "staff.welcome.title",
                "staff.welcome.text",
                user,
                password,
                onEnter(password, Actions.primary("staff.welcome.submit", () -> {
                    if (password.accepted()) {
                        after(welcome.setPassword(token, password.getValue()), user, password);
                    } else {
                        password.focus();
                    }
                })));
        ((H1) card.getChildren().findFirst().orElseThrow()).setText(getTranslation("staff.welcome.title", name));
    }

    private void after(Answer answer, TextInput username, PasswordInput password) {
        switch (answer) {
            case READY -> ready();
            case GONE -> gone();
            case USERNAME_TAKEN -> errors.show(username, "staff.refused.USERNAME_TAKEN");
            case PASSWORD_REFUSED -> {
                if (!password.accepted()) errors.show(password, "staff.password.COMMON");
            }
        }
    }

    private void ready() {
        card.removeAll();
        card.add(new EmptyState(AppIcon.CHECK_CIRCLE, "staff.welcome.ready", "staff.welcome.ready.text", link()));
    }

    private void gone() {
        card.removeAll();
        card.add(new EmptyState(AppIcon.LINK, "staff.welcome.gone", "staff.welcome.gone.text", link()));
    }

    private Anchor link() {
        var link = new Anchor("entrar", getTranslation("staff.welcome.signIn"));
        link.setRouterIgnore(true);
        return link;
    }

    private void show(String titleKey, String textKey, Component... parts) {
        card.removeAll();
        var text = new Paragraph(getTranslation(textKey));
        text.addClassName("c-entrance-note");
        card.add(new H1(getTranslation(titleKey)), text, errors);
        for (var part : parts) {
            if (part instanceof TextInput field) field.setWidthFull();
        }
        card.add(parts);
    }

    /** Enter in the last field does what the button does. */
    private static Button onEnter(PasswordInput password, Button submit) {
        submit.addClickShortcut(Key.ENTER).listenOn(password);
        return submit;
    }
}
