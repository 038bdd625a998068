package mx.gob.jocotepec.cauce.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who works by keyboard alone comes everywhere, and soon. */
class KeyboardIT {
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        browser = new Browser(RunningCauce.shared());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /** A valuation asks about twenty questions: three stops at each would be sixty. */
    @Test
    void aQuestionOfADialogIsOneStop() {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "psicologia");
            openFirstCase(page);
            page.locator(".c-more vaadin-menu-bar-button").first().click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Valorar riesgo"))
                    .click();
            var questions = page.locator("vaadin-dialog .c-tri");
            assertThat(questions.first()).isVisible();
            Browser.idle(page);

            questions.nth(0).locator("input").first().focus();
            page.keyboard().press("s");
            Browser.idle(page);
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo(1);
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo(2);
            page.keyboard().press("n");
            Browser.idle(page);
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Shift+Tab");
            assertThat(focused(page)).isZero();
            assertThat(questions.nth(0).locator("input").nth(0)).isFocused(); // the one that was chosen
            page.keyboard().press("ArrowRight");
            Browser.idle(page);
            assertThat(questions.nth(0).locator("input").nth(1)).isChecked();
            assertThat(questions.nth(2).locator("input").nth(1)).isChecked();
        }
    }

    /** A page begins at its top with the keyboard in it, and not where the last one was left. */
    @Test
    void aPageBeginsAtItsTop() {
        try (var context = browser.context(380, 800)) {
            var page = browser.signIn(context, "psicologia");
            browser.open(page, "casos");
            var last = page.locator("a.c-line").last();
            last.scrollIntoViewIfNeeded();
            last.click();
            page.waitForURL("**/casos/*");
            Browser.settle(page);

            page.waitForFunction("() => document.activeElement?.closest('main')");
            assertThat(page.locator("main h1").first()).isInViewport();
        }
    }

    /** What can be taken back must not lie on what comes next. */
    @ParameterizedTest
    @CsvSource({"1440, 900", "380, 800"})
    void aNoticeDoesNotCoverTheButtonsOfAForm(int width, int height) {
        try (var context = browser.context(width, height)) {
            var page = browser.signIn(context, "salud");
            browser.open(page, "casos/nuevo");
            Browser.button(page, "Empezar de nuevo").click();
            var notice = page.locator("vaadin-notification-card");
            assertThat(notice).isVisible();
            page.waitForTimeout(500); // it slides in

            assertThat(notice.boundingBox().y + notice.boundingBox().height)
                    .isLessThanOrEqualTo(Browser.button(page, "Registrar caso").boundingBox().y);
        }
    }

    /** What is typed in the field that has the focus has not been told to the server yet. */
    @Test
    void controlEnterTakesWhatIsInTheField() {
        try (var context = browser.context()) {
            var page = newAgreement(context);
            page.keyboard().type("DEMO/77");
            page.keyboard().press("Control+Enter");

            assertThat(page.locator("vaadin-dialog vaadin-text-area[invalid]").first())
                    .isVisible();
            assertThat(Browser.field(page, "Número o clave")).hasValue("DEMO/77");
            assertThat(page.locator("vaadin-dialog vaadin-text-field[invalid]")
                            .filter(new Locator.FilterOptions().setHasText("Número o clave")))
                    .hasCount(0);
        }
    }

    /** The question before something is thrown away is answered by keyboard, and Enter keeps what was written. */
    @Test
    void theQuestionBeforeDiscardingTakesTheFocus() {
        try (var context = browser.context()) {
            var page = newAgreement(context);
            page.keyboard().type("DEMO/78");
            page.keyboard().press("Escape");
            var keep = Browser.button(page, "Seguir escribiendo");
            assertThat(keep).isFocused();
            page.keyboard().press("Enter");
            assertThat(keep).isHidden();
            assertThat(Browser.field(page, "Número o clave")).hasValue("DEMO/78");

            page.waitForTimeout(1_000); // two within a moment cover the screen
            page.keyboard().press("Escape");
            assertThat(keep).isFocused();
            page.keyboard().press("Shift+Tab");
            assertThat(Browser.button(page, "Descartar")).isFocused();
            page.keyboard().press("Enter");
            assertThat(Browser.field(page, "Número o clave")).isHidden();
        }
    }

    private static Page newAgreement(BrowserContext context) {
        var page = browser.signIn(context, "direccion");
        browser.open(page, "convenios");
        Browser.button(page, "Registrar convenio").first().click();
        assertThat(Browser.field(page, "Número o clave")).isFocused();
        return page;
    }

    private static void openFirstCase(Page page) {
        browser.open(page, "casos");
        page.locator("a.c-line").first().click();
        page.waitForURL("**/casos/*");
        Browser.settle(page);
    }

    /** @return which question of the dialog has the focus, from zero; -1 where none has */
    private static int focused(Page page) {
        return ((Number) page.evaluate("""
                        [...document.querySelectorAll('vaadin-dialog .c-tri')].findIndex(one => one.contains(document.activeElement))""")).intValue();
    }
}
