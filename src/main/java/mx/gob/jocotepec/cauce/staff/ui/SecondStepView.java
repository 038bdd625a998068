package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Set;
import mx.gob.jocotepec.cauce.staff.PasskeyAddress;
import mx.gob.jocotepec.cauce.staff.SecondStep;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * After the password: the passkey or the code of the second factor, or setting one up. The last step is a plain form, like the one before
 * it.
 */
@Route(value = "entrar/paso", autoLayout = false)
@AnonymousAllowed
class SecondStepView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final SecondStep step;
    private final PasskeyAddress address;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div card = new Div();

    SecondStepView(SecondStep step, PasskeyAddress address) {
        this.step = step;
        this.address = address;
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
        var answers = event.getLocation().getQueryParameters().getParameters().keySet();
        switch (step.owed()) {
            case NOTHING -> event.getUI().getPage().setLocation("entrar");
            case CODE -> {
                if (step.ways().passkey()) askForPasskey(answers);
                else askForCode(answers.contains("wait"), answers.contains("error"));
            }
            case SET_UP -> setUp();
            case DONE -> show("staff.step.done", "staff.step.done.text", goIn(null));
        }
    }

    private void askForCode(boolean wait, boolean wrong) {
        var code = code();
        code.setAutofocus(true);
        if (wait || wrong) errors.show(code, wait ? "staff.account.wait" : "staff.step.wrong");
        show("staff.step.title", "staff.step.text", errors, goIn(code), note("staff.step.lost"), leave());
    }

    /** The passkey first; a code, of the telephone or for recovery, is the other way, opened where the first is none. */
    private void askForPasskey(Set<String> answers) {
        var code = code();
        boolean telephone = step.ways().authenticator();
        if (!telephone) code.recoveryOnly();
        var text = note("staff.step.passkey.text");
        var otherwise = new NativeDetails(getTranslation("staff.step.code"));
        otherwise.addClassName("c-otherwise");
        var button = Actions.plain("staff.step.submit", () -> {});
        var passkey = new PasskeyButton(
                        "staff.step.passkey",
                        address.origin(),
                        false,
                        () -> step.passkeyRequest().orElse(null),
                        answer -> {})
                .primary()
                .wide()
                .whenImpossible(() -> {
                    text.setVisible(false);
                    otherwise.setOpen(true);
                    button.addThemeVariants(ButtonVariant.PRIMARY);
                });
        if (answers.contains("passkey")) errors.show(null, "staff.step.passkey.wrong");
        if (answers.contains("wait")) errors.show(null, "staff.account.wait");
        if (answers.contains("error")) {
            errors.show(code, telephone ? "staff.step.wrong" : "staff.step.wrong.recovery");
            otherwise.setOpen(true);
        }
        var other = new Div(goIn(code, button), note("staff.step.lost.passkey"));
        other.addClassName("c-stack");
        otherwise.setContent(other);
        var hidden = new Element("input");
        hidden.setAttribute("type", "hidden");
        hidden.setAttribute("name", "passkey");
        show("staff.step.title", text, errors, form(hidden, passkey.getElement()), otherwise, leave());
    }

    private static CodeInput code() {
        var code = new CodeInput();
        code.getElement().setProperty("name", "code");
        return code;
    }

    private void setUp() {
        var setup = step.begin();
        if (setup.isEmpty()) {
            getUI().ifPresent(ui -> ui.getPage().setLocation("entrar"));
            return;
        }
        show(
                "staff.step.setup.title",
                "staff.step.setup.text",
                new AuthenticatorForm(setup.get(), step::confirm, this::recoveryCodes),
                leave());
    }

    private void recoveryCodes(List<String> codes) {
        show("staff.factor.codes", "staff.factor.codes.text", new RecoveryCodes(codes), goIn(null));
    }

    private Component goIn(@Nullable CodeInput code) {
        return goIn(code, Actions.primary("staff.step.submit", () -> {}));
    }

    private Component goIn(@Nullable CodeInput code, Button submit) {
        submit.setWidthFull();
        submit.getElement().executeJs("this.addEventListener('click', () => this.closest('form').requestSubmit())");
        return code == null ? form(submit.getElement()) : form(code.getElement(), submit.getElement());
    }

    /** The browser sends it itself, so that it comes back with a session of its own. */
    private Component form(Element... parts) {
        var form = new Div();
        var element = new Element("form");
        element.setAttribute("method", "post");
        element.setAttribute("action", "entrar/paso");
        element.getStyle().set("display", "contents");
        if (VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            var hidden = new Element("input");
            hidden.setAttribute("type", "hidden");
            hidden.setAttribute("name", token.getParameterName());
            hidden.setAttribute("value", token.getToken());
            element.appendChild(hidden);
        }
        element.appendChild(parts);
        form.getElement().appendChild(element);
        form.addClassName("c-stack");
        return form;
    }

    private Anchor leave() {
        var link = new Anchor("entrar", getTranslation("staff.step.leave"));
        link.setRouterIgnore(true);
        return link;
    }

    private Paragraph note(String key) {
        var note = new Paragraph(getTranslation(key));
        note.addClassName("c-entrance-note");
        return note;
    }

    private void show(String titleKey, String textKey, Component... parts) {
        show(titleKey, note(textKey), parts);
    }

    private void show(String titleKey, Paragraph text, Component... parts) {
        card.removeAll();
        card.add(new H1(getTranslation(titleKey)), text);
        card.add(parts);
    }
}
