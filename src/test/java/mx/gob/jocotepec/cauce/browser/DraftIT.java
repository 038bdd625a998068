package mx.gob.jocotepec.cauce.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing typed is lost, and nothing typed is seen by who comes in. */
class DraftIT {
    private static final String TYPED = "Xochiquetzalina";
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        browser = new Browser(RunningCauce.shared());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void halfARegistrationSurvivesAClosedBrowserAndALostSession() {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "dif");
            browser.open(page, "casos/nuevo");
            Browser.field(page, "Nombre(s)").fill(TYPED);
            Browser.field(page, "Horario seguro").fill("martes de 10 a 12");
            assertThat(page.getByText(Pattern.compile("Borrador guardado"))).isVisible();
            Browser.idle(page);
        }
        try (var context = browser.context()) {
            var page = browser.signIn(context, "dif");
            browser.open(page, "casos/nuevo");
            assertThat(Browser.field(page, "Nombre(s)")).hasValue(TYPED);
            assertThat(Browser.field(page, "Horario seguro")).hasValue("martes de 10 a 12");

            context.clearCookies();
            page.reload();
            page.waitForURL(Pattern.compile("entrar"));
            browser.signIn(page, "dif");
            page.waitForURL(Pattern.compile("casos/nuevo"));
            assertThat(Browser.field(page, "Nombre(s)")).hasValue(TYPED);

            Browser.button(page, "Empezar de nuevo").click();
            Browser.idle(page);
        }
    }

    /** A wrong hour would make the windows of health care longer or shorter without a word. */
    @Test
    void anHourIsUnderstoodOrRefusedAndNeverMisread() {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "salud");
            browser.open(page, "casos/nuevo");
            var hour = Browser.field(page, "Hora aproximada");
            for (var written : Map.of("9 pm", "21:00", "930", "9:30", "9.05", "9:05", "15", "15:00")
                    .entrySet()) {
                hour.fill(written.getKey());
                hour.press("Tab");
                assertThat(hour).hasValue(written.getValue());
            }
            for (var wrong : List.of("25:99", "24:00", "10:75", "13 pm")) {
                hour.fill(wrong);
                hour.press("Tab");
                assertThat(hour).hasValue(wrong);
                assertThat(page.locator("vaadin-time-picker").first()).hasAttribute("invalid", "");
            }
            Browser.button(page, "Empezar de nuevo").click();
            Browser.idle(page);
        }
    }

    @Test
    void escapeTwiceCoversEverythingAtOnceAndOneClickBringsItBack() {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "salud");
            browser.open(page, "casos/nuevo");
            var name = Browser.field(page, "Nombre(s)");
            name.fill(TYPED);
            assertThat(page.getByText(Pattern.compile("Borrador guardado"))).isVisible();
            Browser.idle(page);

            context.setOffline(true); // it must not need the server
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");

            var cover = page.locator("dialog.c-cover");
            assertThat(cover).isVisible();
            assertThat(page.title()).isEqualTo("Calendario");
            assertThat(seen(page)).doesNotContain(TYPED, "Registrar caso", "Cauce");
            assertThat(name).not().isVisible();
            page.keyboard().press("Escape");
            assertThat(cover).isVisible();

            context.setOffline(false);
            page.reload();
            assertThat(cover).isVisible();
            assertThat(seen(page)).doesNotContain(TYPED, "Registrar caso", "Cauce");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continuar"))
                    .click();
            assertThat(cover).isHidden();
            assertThat(name).hasValue(TYPED);
            Browser.button(page, "Empezar de nuevo").click();
            Browser.idle(page);
        }
    }

    private static String seen(Page page) {
        return (String) page.evaluate("document.body.innerText");
    }
}
