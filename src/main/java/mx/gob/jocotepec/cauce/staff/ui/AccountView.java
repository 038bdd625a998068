package mx.gob.jocotepec.cauce.staff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import mx.gob.jocotepec.cauce.staff.OwnAccount;
import mx.gob.jocotepec.cauce.staff.OwnFactor;
import mx.gob.jocotepec.cauce.staff.PasskeyAddress;
import mx.gob.jocotepec.cauce.staff.PasswordRules;
import mx.gob.jocotepec.cauce.uikit.Actions;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary.Problem;
import mx.gob.jocotepec.cauce.uikit.Page;
import mx.gob.jocotepec.cauce.uikit.Panel;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One's own second factors, password and sessions. */
@Route("cuenta")
@PermitAll
class AccountView extends Page implements AfterNavigationObserver {
    private final OwnAccount account;
    private final AuthenticationContext authentication;
    private final ErrorSummary errors = new ErrorSummary();
    private final PasswordField present;
    private final PasswordInput next;
    private final CodeInput code = new CodeInput();
    private final FreshFactor fresh;
    private final FactorPanel factor;
    private final ObjectProvider<AccountSection> others;
    private final Div more = new Div();
    private final PasskeyButton passkey;
    private final SessionsPanel sessions;
    private String username = "";

    AccountView(
            OwnAccount account,
            OwnFactor own,
            FreshFactor fresh,
            ProveYourself prove,
            PasskeyAddress address,
            PasswordRules rules,
            AuthenticationContext authentication,
            ObjectProvider<AccountSection> others) {
        super("staff.account.title");
        this.account = account;
        this.fresh = fresh;
        this.factor = new FactorPanel(own, prove, address, this::showProof);
        this.sessions = new SessionsPanel(account, this::endSessions);
        this.authentication = authentication;
        this.others = others;
        addClassName("c-page-narrow");
        present = new PasswordField(getTranslation("staff.account.present"));
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        present.setRequiredIndicatorVisible(true);
        present.setManualValidation(true);
        present.setWidthFull();
        next = new PasswordInput("staff.account.next", rules, () -> username);

        var password = new Panel("staff.account.password");
        var note = new Paragraph(getTranslation("staff.account.password.text"));
        note.addClassName("c-quiet");
        passkey = new PasskeyButton(
                "staff.account.change.passkey", address.origin(), false, this::asked, this::changeByPasskey);
        var actions = new Div(Actions.primary("staff.account.change", this::change), passkey);
        actions.addClassName("c-actions");
        password.add(note, errors, present, code, next, actions);

        add(factor, password, sessions, more);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        username = account.username();
        factor.load();
        sessions.load();
        more.removeAll();
        others.orderedStream().flatMap(section -> section.build().stream()).forEach(more::add);
        state(new Span(getTranslation("staff.account.username", username)));
    }

    /** What a new password is asked with, besides the present one: it follows the second factors she has. */
    private void showProof() {
        code.setVisible(fresh.asksForCode());
        passkey.setVisible(fresh.hasPasskey());
    }

    private void change() {
        if (!filled()) return;
        done(
                account.changePassword(present.getValue(), code.getValue(), next.getValue()),
                code.isVisible() ? "staff.prove.wrong.both" : "staff.account.present.wrong");
    }

    private @Nullable String asked() {
        return filled() ? fresh.passkeyRequest() : null;
    }

    private void changeByPasskey(String answer) {
        done(account.changePasswordByPasskey(present.getValue(), answer, next.getValue()), "staff.prove.wrong.passkey");
    }

    private boolean filled() {
        var problems = new ArrayList<Problem>();
        present.setInvalid(false);
        if (present.getValue().isEmpty()) {
            problems.add(new Problem(present, getTranslation("staff.account.present.missing")));
        }
        if (!next.accepted()) problems.add(new Problem(next, next.getErrorMessage()));
        errors.show(problems);
        return problems.isEmpty();
    }

    private void done(OwnAccount.Answer answer, String wrongKey) {
        switch (answer) {
            case CHANGED -> authentication.logout();
            case WRONG_PASSWORD -> errors.show(present, wrongKey);
            case WAIT -> errors.show(present, "staff.account.wait");
            case PASSWORD_REFUSED -> errors.show(next, "staff.password.COMMON");
        }
    }

    private void endSessions() {
        account.endAllSessions();
        authentication.logout();
    }
}
