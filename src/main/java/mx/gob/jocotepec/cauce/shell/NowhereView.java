package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import mx.gob.jocotepec.cauce.uikit.AppIcon;
import mx.gob.jocotepec.cauce.uikit.EmptyState;
import mx.gob.jocotepec.cauce.uikit.Page;

/** A page that is not there and one that is out of reach are the same answer: neither tells whether something exists. */
abstract class NowhereView<T extends Exception> extends Page implements HasErrorParameter<T> {
    NowhereView() {
        super("shell.nowhere.title");
        add(new EmptyState(
                AppIcon.CIRCLE_DASHED,
                "shell.nowhere.what",
                "shell.nowhere.text",
                new Anchor("inicio", getTranslation("shell.nowhere.start"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<T> problem) {
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @ParentLayout(MainLayout.class)
    @AnonymousAllowed
    static class NotFound extends NowhereView<NotFoundException> {}

    @ParentLayout(MainLayout.class)
    @AnonymousAllowed
    static class NotForThisView extends NowhereView<com.vaadin.flow.router.AccessDeniedException> {}

    @ParentLayout(MainLayout.class)
    @AnonymousAllowed
    static class NotForThisService extends NowhereView<org.springframework.security.access.AccessDeniedException> {}
}
