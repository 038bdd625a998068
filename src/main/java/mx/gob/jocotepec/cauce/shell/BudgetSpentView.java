package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import mx.gob.jocotepec.cauce.audit.ReadBudgetSpentException;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Page;

/** The readings of today are used up: why, and who can help. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class BudgetSpentView extends Page implements HasErrorParameter<ReadBudgetSpentException> {
    BudgetSpentView() {
        super("shell.budget.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<ReadBudgetSpentException> problem) {
        body(new EmptyState(
                AppIcon.LOCK,
                "shell.budget." + problem.getException().kind(),
                "shell.budget.text",
                new Anchor("inicio", getTranslation("shell.nowhere.start"))));
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
