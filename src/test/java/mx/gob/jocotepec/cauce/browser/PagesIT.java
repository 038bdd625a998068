package mx.gob.jocotepec.cauce.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, for every kind of staff, on a desk and on a phone, by day and by night. */
class PagesIT {
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Set<String> PICTURED = new LinkedHashSet<>();
    private static final Set<String> EXAMINED = new LinkedHashSet<>();

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

    @AfterEach
    void noPageComplained() {
        var complaints = List.copyOf(browser.complaints);
        browser.complaints.clear();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direccion",
                "policia",
                "psicologia",
                "juridico",
                "trabajosocial",
                "planeacion",
                "transparencia",
                "sistemas",
                "auditoria"
            })
    void everyPageIsForEverybody(String username) throws IOException {
        var problems = new ArrayList<String>();
        try (var context = browser.context()) {
            var page = browser.signIn(context, username);
            var paths = paths(page);
            assertThat(paths).isNotEmpty();
            for (var path : paths) visit(page, path, username, problems);
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ancho", "telefono"})
    void theWayInIsForEverybody(String form) throws IOException {
        var problems = new ArrayList<String>();
        try (BrowserContext context = form.equals("ancho") ? browser.context() : browser.context(380, 800)) {
            var page = context.newPage();
            page.navigate(cauce.url("entrar"));
            page.locator("input[name=password]").waitFor();
            axe(page, "entrar " + form, problems);
            picture(page, "entrar-" + form);
        }
        assertThat(problems).isEmpty();
    }

    /** What the navigation shows, and where the first lines of lists lead. */
    private static List<String> paths(Page page) {
        var paths = new ArrayList<String>(navigation(page));
        if (paths.contains("casos")) {
            browser.open(page, "casos");
            var first = page.locator("a.c-line").first();
            if (first.count() > 0) paths.add(first.getAttribute("href"));
            if (Browser.button(page, "Registrar caso").count() > 0) paths.add("casos/nuevo");
        }
        if (paths.contains("canalizaciones")) {
            browser.open(page, "canalizaciones");
            var first = page.locator("a.c-referral-folio").first();
            if (first.count() > 0) paths.add(first.getAttribute("href"));
        }
        if (paths.contains("convenios")) {
            browser.open(page, "convenios");
            var first = page.locator("main a[href^='convenios/']").first();
            if (first.count() > 0) paths.add(first.getAttribute("href"));
        }
        paths.add("cuenta");
        return paths;
    }

    private static List<String> navigation(Page page) {
        return page.locator("vaadin-side-nav-item").all().stream()
                .map(item -> item.getAttribute("path"))
                .distinct()
                .toList();
    }

    private static void visit(Page page, String path, String username, List<String> problems) throws IOException {
        var what = username + " " + path;
        page.setViewportSize(1440, 900);
        browser.open(page, path);
        if (!page.title().equals("Cauce")) problems.add(what + ": its title is " + page.title());
        // what looks the same for everybody is looked at once; these two see more than others do
        var alike = (username.matches("direccion|psicologia") ? username + " " : "") + name(path);
        if (!EXAMINED.add(alike)) return;
        axe(page, what + " wide", problems);
        picture(page, name(path) + "-ancho");
        dark(page, true);
        axe(page, what + " dark", problems);
        dark(page, false);
        page.setViewportSize(380, 800);
        Browser.idle(page);
        axe(page, what + " narrow", problems);
        picture(page, name(path) + "-telefono");
        page.setViewportSize(360, 800);
        var wide = (Number) page.evaluate(
                "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - window.innerWidth");
        if (wide.intValue() > 0) problems.add(what + ": " + wide + " px too wide for a phone");
    }

    private static void dark(Page page, boolean dark) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        page.waitForTimeout(250); // colours fade
    }

    private static void axe(Page page, String what, List<String> problems) {
        new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .forEach(rule -> rule.getNodes().stream()
                                .filter(node -> !isOfTheLibrary(rule.getId(), node.getHtml()))
                                .limit(3)
                                .forEach(node -> problems.add(what + ": " + rule.getId() + " " + node.getTarget() + " "
                                        + brief(node.getHtml()) + " " + brief(node.getFailureSummary()))));
    }

    /** Vaadin's tabs keep a scrolling part of their own inside the list; nothing of ours stands there. */
    private static boolean isOfTheLibrary(String rule, String html) {
        return rule.equals("aria-required-children") && html.startsWith("<vaadin-tabs ");
    }

    private static String brief(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() > 260 ? line.substring(0, 260) : line;
    }

    private static String name(String path) {
        return path.replaceFirst("^(casos)/CAU.*", "$1-expediente")
                .replaceFirst("^(canalizaciones|convenios)/.*", "$1-una")
                .replace('/', '-');
    }

    /** For the manual: the page as the first who opens it sees it. */
    private static void picture(Page page, String name) throws IOException {
        if (!PICTURED.add(name)) return;
        page.waitForTimeout(300);
        var file = Path.of("target", "manual", name + ".png");
        Files.createDirectories(file.getParent());
        var picture = page.screenshot(new Page.ScreenshotOptions().setPath(file));
        if (Boolean.getBoolean("manual.update")) {
            var kept = Path.of("docs", "manual", "images", name + ".png");
            Files.createDirectories(kept.getParent());
            Files.write(kept, picture);
        }
    }
}
