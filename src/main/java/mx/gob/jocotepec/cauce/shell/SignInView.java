package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import mx.gob.jocotepec.cauce.database.CauceSettings;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.WebAttributes;

/** The way in. It says neither what this is for nor which of name and password was wrong. */
@Route(value = "entrar", autoLayout = false)
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final LoginForm form = new LoginForm();
    private final LoginI18n words = LoginI18n.createDefault();
    private final CurrentActor current;

    SignInView(CauceSettings settings, CurrentActor current) {
        this.current = current;
        addClassName("c-entrance");
        var mark = new Div(AppIcon.WAVES.create());
        mark.addClassName("c-entrance-mark");
        var head = new Div(mark, new H1("Cauce"));
        head.addClassName("c-entrance-head");
        form.setAction("entrar");
        form.setForgotPasswordButtonVisible(false);
        var card = new Div(head, form);
        card.addClassName("c-entrance-card");
        if (settings.demo()) {
            var hint = new Paragraph(getTranslation("shell.signIn.demo"));
            hint.addClassName("c-entrance-note");
            card.add(hint);
        }
        var help = new Paragraph(getTranslation("shell.signIn.help"));
        help.addClassName("c-entrance-note");
        card.add(help);
        add(card);
    }

    @Override
    public String getPageTitle() {
        return "Cauce";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.find().isPresent()) {
            event.forwardTo(StartView.class);
            return;
        }
        boolean wait = lastProblem() instanceof LockedException;
        words.getForm().setTitle(getTranslation("shell.signIn.title"));
        words.getForm().setUsername(getTranslation("shell.signIn.username"));
        words.getForm().setPassword(getTranslation("shell.signIn.password"));
        words.getForm().setSubmit(getTranslation("shell.signIn.submit"));
        words.getErrorMessage()
                .setTitle(getTranslation(wait ? "shell.signIn.wait.title" : "shell.signIn.refused.title"));
        words.getErrorMessage()
                .setMessage(getTranslation(wait ? "shell.signIn.wait.text" : "shell.signIn.refused.text"));
        words.getErrorMessage().setUsername(getTranslation("shell.signIn.missing.username"));
        words.getErrorMessage().setPassword(getTranslation("shell.signIn.missing.password"));
        form.setI18n(words);
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    private static Object lastProblem() {
        var request = VaadinRequest.getCurrent();
        var session = request == null ? null : request.getWrappedSession(false);
        var problem = session == null ? null : session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        return problem == null ? "" : problem;
    }
}
