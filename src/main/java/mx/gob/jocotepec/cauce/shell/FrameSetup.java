package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import mx.gob.jocotepec.cauce.audit.ReadBudgetSpentException;
import mx.gob.jocotepec.cauce.crypto.SealBrokenException;
import mx.gob.jocotepec.cauce.staff.ContentPolicy;
import mx.gob.jocotepec.cauce.uikit.Incidents;
import mx.gob.jocotepec.cauce.uikit.Notices;
import mx.gob.jocotepec.cauce.uikit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What holds for every page before it is shown: language, words of the connection, what happens when something breaks. */
@Component
class FrameSetup implements VaadinServiceInitListener {
    private final Texts texts;
    private final Language language;

    FrameSetup(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::page);
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(FrameSetup::broken));
        event.getSource().addUIInitListener(init -> {
            init.getUI().setLocale(language.chosen());
            var words = init.getUI().getReconnectDialogConfiguration();
            words.setDialogText(text("shell.connection.lost"));
            words.setDialogTextGaveUp(text("shell.connection.gaveUp"));
        });
        event.getSource().setSystemMessagesProvider(info -> messages());
    }

    private void page(IndexHtmlResponse response) {
        var document = response.getDocument();
        document.child(0).attr("lang", language.chosen().toLanguageTag());
        document.child(0).attr("translate", "no");
        if (nonce(response) instanceof String nonce) {
            // before ours are added: those come from files
            document.select("script:not([src])").attr("nonce", nonce);
        }
        for (var module : new String[] {"cover", "keys"}) {
            document.head().appendElement("script").attr("type", "module").attr("src", "modules/" + module + ".js");
        }
        document.head()
                .appendElement("meta")
                .attr("name", "cauce-words")
                .attr("content", text("shell.connection.lost"));
    }

    private static @Nullable Object nonce(IndexHtmlResponse response) {
        return response.getVaadinRequest().getAttribute(ContentPolicy.NONCE);
    }

    private SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(text("shell.expired.title"));
        messages.setSessionExpiredMessage(text("shell.expired.text"));
        // a cookie that went away ends it as well
        messages.setCookiesDisabledCaption(text("shell.expired.title"));
        messages.setCookiesDisabledMessage(text("shell.expired.text"));
        messages.setInternalErrorCaption(text("shell.broken.title"));
        messages.setInternalErrorMessage(text("shell.broken.reload"));
        return messages;
    }

    /** In answers to clicks and fields; what breaks on the way to a page is shown by {@link BrokenView}. */
    private static void broken(ErrorEvent event) {
        var problem = event.getThrowable();
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException) {
                tell(() -> Notices.warn("shell.nowhere.title"));
                return;
            }
            if (cause instanceof ReadBudgetSpentException) {
                tell(() -> Notices.problem("shell.budget.notice"));
                return;
            }
            if (cause instanceof OptimisticLockingFailureException) {
                tell(() -> Notices.warn("uikit.conflict"));
                return;
            }
        }
        var code = Incidents.report(problem);
        tell(() -> Notices.problem(isSealBroken(problem) ? "shell.broken.seal" : "shell.broken.notice", code));
    }

    static boolean isSealBroken(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SealBrokenException) return true;
        }
        return false;
    }

    private static void tell(Runnable notice) {
        if (UI.getCurrent() != null) notice.run();
    }

    private String text(String key) {
        Locale locale = language.chosen();
        return texts.getTranslation(key, locale);
    }
}
