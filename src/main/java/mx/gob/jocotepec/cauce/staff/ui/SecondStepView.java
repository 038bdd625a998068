package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import mx.gob.jocotepec.cauce.staff.SecondStep;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import org.springframework.security.web.csrf.CsrfToken;

/** After the password: the code of the second factor, or setting one up. The last step is a plain form, like the one before it. */
@Route(value = "entrar/paso", autoLayout = false)
@AnonymousAllowed
class SecondStepView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final SecondStep step;
    private final ErrorSummary errors = new ErrorSummary();
    private final Div card = new Div();

    SecondStepView(SecondStep step) {
        this.step = step;
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
            case CODE -> askForCode(answers.contains("wait"), answers.contains("error"));
            case SET_UP -> setUp();
            case DONE -> show("staff.step.done", "staff.step.done.text", goIn(null));
        }
    }

    private void askForCode(boolean wait, boolean wrong) {
        var code = new CodeInput();
        code.getElement().setProperty("name", "code");
        code.setAutofocus(true);
        if (wait || wrong) errors.show(code, wait ? "staff.account.wait" : "staff.step.wrong");
        show("staff.step.title", "staff.step.text", errors, goIn(code), note("staff.step.lost"), leave());
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

    /** A form the browser sends itself, so that it comes back with a session of its own. */
    private Component goIn(@org.jspecify.annotations.Nullable CodeInput code) {
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
        var submit = Actions.primary("staff.step.submit", () -> {});
        submit.setWidthFull();
        submit.getElement().executeJs("this.addEventListener('click', () => this.closest('form').requestSubmit())");
        if (code != null) element.appendChild(code.getElement());
        element.appendChild(submit.getElement());
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
        card.removeAll();
        card.add(new H1(getTranslation(titleKey)), note(textKey));
        card.add(parts);
    }
}
