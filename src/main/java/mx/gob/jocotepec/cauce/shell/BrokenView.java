package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import mx.gob.jocotepec.cauce.uikit.Incidents;
import mx.gob.jocotepec.cauce.uikit.Page;

/** Something of ours broke on the way to a page. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class BrokenView extends Page implements HasErrorParameter<Exception> {
    BrokenView() {
        super("shell.broken.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> problem) {
        var cause = problem.getCaughtException();
        var key = FrameSetup.isSealBroken(cause) ? "shell.broken.seal" : "shell.broken.text";
        add(new Paragraph(getTranslation(key, Incidents.report(cause))));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
