package mx.gob.jocotepec.cauce.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.i18n.I18NProvider;

/**
 * Short answers at the lower edge, read out politely. Parameters are folios, counts and dates, never a name: a notice may be seen by
 * whoever stands behind.
 */
public final class Notices {
    private static final int SHORT = 5_000;
    private static final int LONG = 12_000;

    private Notices() {}

    /** It worked. */
    public static void done(String key, Object... parameters) {
        show(Tone.GOOD, AppIcon.CHECK_CIRCLE, SHORT, key, parameters);
    }

    public static void info(String key, Object... parameters) {
        show(Tone.INFO, AppIcon.INFO, SHORT, key, parameters);
    }

    /** It did not work, and what to do about it; nothing was lost. Stays longer and can be closed. */
    public static void warn(String key, Object... parameters) {
        show(Tone.CAUTION, AppIcon.ALERT, LONG, key, parameters);
    }

    /** Stays until closed. */
    public static void problem(String key, Object... parameters) {
        show(Tone.SERIOUS, AppIcon.ALERT, 0, key, parameters);
    }

    /** It was done, and for a while it can be taken back. */
    public static void undo(String key, Runnable back, Object... parameters) {
        var notice = new Notification();
        var button = Actions.plain("uikit.undo", () -> {
            notice.close();
            back.run();
        });
        open(notice, LONG, content(Tone.INFO, AppIcon.INFO, key, parameters), button, close(notice));
    }

    private static void show(Tone tone, AppIcon icon, int milliseconds, String key, Object... parameters) {
        var notice = new Notification();
        var content = content(tone, icon, key, parameters);
        if (milliseconds == SHORT) open(notice, milliseconds, content);
        else open(notice, milliseconds, content, close(notice));
    }

    private static Div content(Tone tone, AppIcon icon, String key, Object... parameters) {
        var content = new Div(icon.create(), new Span(I18NProvider.translate(key, parameters)));
        content.addClassNames("c-notice", tone.style());
        return content;
    }

    private static Component close(Notification notice) {
        return Actions.icon("uikit.close", AppIcon.CLOSE, notice::close);
    }

    private static void open(Notification notice, int milliseconds, Div content, Component... buttons) {
        content.add(buttons);
        notice.add(content);
        notice.setPosition(Position.BOTTOM_CENTER);
        notice.setDuration(milliseconds);
        notice.open();
    }
}
