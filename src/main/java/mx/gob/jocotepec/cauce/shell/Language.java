package mx.gob.jocotepec.cauce.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import mx.gob.jocotepec.cauce.uikit.Texts;
import org.springframework.stereotype.Component;

/** Spanish, unless somebody chose English on this computer. What the browser prefers does not matter. */
@Component
class Language {
    private static final String COOKIE = "cauce-language";
    private static final int A_YEAR = 60 * 60 * 24 * 365;

    Locale chosen() {
        var request = VaadinRequest.getCurrent();
        var cookies = request == null ? null : request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (COOKIE.equals(cookie.getName())) return of(cookie.getValue());
            }
        }
        return Texts.SPANISH;
    }

    /** Shows this page again in the other language. */
    void toggle(UI ui) {
        var next = ui.getLocale().getLanguage().equals("en") ? Texts.SPANISH : Texts.ENGLISH;
        var cookie = new Cookie(COOKIE, next.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setAttribute("SameSite", "Strict");
        VaadinResponse.getCurrent().addCookie(cookie);
        VaadinSession.getCurrent().setLocale(next);
        ui.getPage().reload();
    }

    private static Locale of(String value) {
        return "en".equals(value) ? Texts.ENGLISH : Texts.SPANISH;
    }
}
