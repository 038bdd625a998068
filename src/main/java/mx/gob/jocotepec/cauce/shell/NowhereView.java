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
abstract class NowhereView extends Page {
    private static final int STATUS = HttpStatusCode.NOT_FOUND.getCode();

    NowhereView() {
        super("shell.nowhere.title");
        add(new EmptyState(
                AppIcon.CIRCLE_DASHED,
                "shell.nowhere.what",
                "shell.nowhere.text",
                new Anchor("inicio", getTranslation("shell.nowhere.start"))));
    }

    @ParentLayout(MainLayout.class)
    @AnonymousAllowed
    static class NotFound extends NowhereView implements HasErrorParameter<NotFoundException> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> problem) {
            return STATUS;
        }
    }

    @ParentLayout(MainLayout.class)
    @AnonymousAllowed
    static class NotForThisView extends NowhereView
            implements HasErrorParameter<com.vaadin.flow.router.AccessDeniedException> {
        @Override
        public int setErrorParameter(
                BeforeEnterEvent event, ErrorParameter<com.vaadin.flow.router.AccessDeniedException> problem) {
            return STATUS;
        }
    }

    @ParentLayout(MainLayout.class)
    @AnonymousAllowed
    static class NotForThisService extends NowhereView
            implements HasErrorParameter<org.springframework.security.access.AccessDeniedException> {
        @Override
        public int setErrorParameter(
                BeforeEnterEvent event,
                ErrorParameter<org.springframework.security.access.AccessDeniedException> problem) {
            return STATUS;
        }
    }
}
