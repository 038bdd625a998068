package mx.gob.jocotepec.cauce.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Chromium for the tests of one class. Whatever a page complains about on its console is kept. */
final class Browser implements AutoCloseable {
    private static final double PATIENCE = 15_000;

    final List<String> complaints = new ArrayList<>();
    private final RunningCauce cauce;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    Browser(RunningCauce cauce) {
        this.cauce = cauce;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    private static Path executable() {
        var named = System.getenv("CAUCE_CHROMIUM");
        if (named != null && !named.isBlank()) return Path.of(named);
        return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "These tests need Chromium: install it, or set CAUCE_CHROMIUM to its path."));
    }

    BrowserContext context() {
        return context(1440, 900);
    }

    BrowserContext context(int width, int height) {
        var context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setDeviceScaleFactor(1)
                .setLocale("es-MX")
                .setTimezoneId("America/Mexico_City"));
        context.setDefaultTimeout(PATIENCE);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text() + " @ " + message.location());
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    /** A page of somebody who has just signed in. */
    Page signIn(BrowserContext context, String username) {
        var page = context.newPage();
        page.navigate(cauce.url("entrar"));
        signIn(page, username);
        page.waitForURL(Pattern.compile("inicio"));
        settle(page);
        return page;
    }

    void signIn(Page page, String username) {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(RunningCauce.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entrar"))
                .click();
    }

    Page open(Page page, String path) {
        page.navigate(cauce.url(path));
        settle(page);
        return page;
    }

    /** Waits until the server has said all it had to say. */
    static void settle(Page page) {
        assertThat(page.locator("main h1").first()).isVisible();
        idle(page);
    }

    static void idle(Page page) {
        page.waitForFunction("""
                () => { const clients = window.Vaadin?.Flow?.clients;
                  return clients && Object.values(clients).every(one => !one.isActive || !one.isActive()); }""");
    }

    /** A field by its visible label. */
    static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
