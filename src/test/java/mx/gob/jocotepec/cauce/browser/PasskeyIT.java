package mx.gob.jocotepec.cauce.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A passkey from the page of the account to the next sign-in, with the authenticator that Chromium has for tests. */
class PasskeyIT {
    private static final String WHO = "transparencia";
    private static final String NAME = "Llave de la oficina";
    private static RunningCauce cauce;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        cauce = RunningCauce.shared();
        browser = new Browser(cauce);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void sheAddsOneAndSignsInWithItAndWithACodeWhereThereCanBeNone() {
        try (var context = browser.context()) {
            var page = context.newPage();
            var authenticator = new Authenticator(context.newCDPSession(page));
            page.navigate(cauce.localhost("entrar"));
            browser.signIn(page, WHO);
            page.waitForURL(Pattern.compile("inicio"));

            var codes = adds(page);
            assertThat(authenticator.credentials()).isEqualTo(1);
            leave(page);

            page.navigate(cauce.localhost("entrar"));
            browser.signIn(page, WHO);
            page.waitForURL(Pattern.compile("entrar/paso"));
            authenticator.knowsHer(false);
            Browser.button(page, "Usar mi llave de acceso").click();
            assertThat(page.getByText("No se usó la llave")).isVisible();
            authenticator.knowsHer(true);
            Browser.button(page, "Usar mi llave de acceso").click();
            page.waitForURL(Pattern.compile("inicio"));
            leave(page);

            page.navigate(cauce.url("entrar"));
            browser.signIn(page, WHO);
            page.waitForURL(Pattern.compile("entrar/paso"));
            assertThat(page.getByText("Las llaves de acceso solo sirven en "
                            + cauce.localhost("").replaceFirst("/$", "")))
                    .isVisible();
            assertThat(Browser.button(page, "Usar mi llave de acceso")).isHidden();
            Browser.field(page, "Código de recuperación").fill(codes.getFirst());
            Browser.button(page, "Entrar").click();
            page.waitForURL(Pattern.compile("inicio"));

            browser.open(page, "cuenta");
            Browser.button(page, "Quitar").click();
            page.getByRole(AriaRole.ALERTDIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Quitar"))
                    .click();
            assertThat(page.getByText(NAME, new Page.GetByTextOptions().setExact(true)))
                    .isHidden();
        }
        assertThat(browser.complaints).isEmpty();
    }

    /** @return her recovery codes */
    private static List<String> adds(Page page) {
        page.navigate(cauce.localhost("cuenta"));
        Browser.settle(page);
        Browser.button(page, "Agregar llave de acceso").click();
        Browser.field(page, "Nombre de la llave").fill(NAME);
        Browser.button(page, "Crear la llave").click();
        var codes = page.locator(".c-recovery li");
        assertThat(codes).hasCount(10);
        var all = codes.allTextContents();
        Browser.button(page, "Ya los guardé").click();
        assertThat(page.getByText(NAME)).isVisible();
        return all;
    }

    private static void leave(Page page) {
        page.context().clearCookies();
    }

    /** Keeps keys, has a finger to show, and answers by itself. */
    private static final class Authenticator {
        private final CDPSession session;
        private final String id;

        Authenticator(CDPSession session) {
            this.session = session;
            session.send("WebAuthn.enable");
            id = session.send(
                            "WebAuthn.addVirtualAuthenticator",
                            JsonParser.parseString("""
                                    {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
                                     "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true}}""").getAsJsonObject())
                    .get("authenticatorId")
                    .getAsString();
        }

        void knowsHer(boolean verified) {
            var parameters = mine();
            parameters.addProperty("isUserVerified", verified);
            session.send("WebAuthn.setUserVerified", parameters);
        }

        int credentials() {
            return session.send("WebAuthn.getCredentials", mine())
                    .getAsJsonArray("credentials")
                    .size();
        }

        private JsonObject mine() {
            var parameters = new JsonObject();
            parameters.addProperty("authenticatorId", id);
            return parameters;
        }
    }
}
