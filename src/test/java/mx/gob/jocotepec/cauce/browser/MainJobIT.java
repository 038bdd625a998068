package mx.gob.jocotepec.cauce.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** The whole way of one case through three areas, a power cut included; and what is left of it on the disk: nothing to read. */
class MainJobIT {
    private static final String GIVEN = "Zyanyacanario";
    private static final String SURNAME = "Tepozcanario";
    private static final String HOURS = "cuando atiende la canariopapeleria";
    private static final String NARRATIVE = "La amenazo junto al canariopozo del barrio";
    private static final String REASON = "Para que el canariomotivo se atienda";
    private static final String NOTE = "Se le escucho con canariocalma";
    private static final String RESERVED = "Hipotesis canarioreservada de la sesion";
    private static final String ANSWER = "Se abrio canarioproceso de diez sesiones";
    private static final String PHONE = "3317654098";
    private static final List<String> CANARIES = List.of(
            GIVEN,
            SURNAME,
            "canariopapeleria",
            "canariopozo",
            "canariomotivo",
            "canariocalma",
            "canarioreservada",
            "canarioproceso",
            PHONE);

    private static RunningCauce cauce;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        cauce = RunningCauce.empty("main-job");
        browser = new Browser(cauce);
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
        if (cauce != null) cauce.close();
    }

    @Test
    void aCaseGoesItsWaySurvivesAPowerCutAndCannotBeReadFromTheDisk() throws Exception {
        startThePlanOfThisYear();
        int before = registeredThisQuarter();

        var folio = registerByKeyboardAlone();
        refer(folio);
        answerIt(folio);
        theDirectionSeesTheAnswer(folio);
        assertThat(registeredThisQuarter()).isEqualTo(before + 1);
        anotherAreaCannotTellItFromAnUnknownOne(folio);

        cauce.killEverything();
        cauce.start();

        try (var context = browser.context()) {
            var page = browser.signIn(context, "psicologia");
            browser.open(page, "casos/" + folio);
            section(page, "Atenciones").click();
            assertThat(page.getByText(NOTE)).isVisible();
        }
        try (var context = browser.context()) {
            var page = browser.signIn(context, "policia");
            browser.open(page, "casos/" + folio);
            assertThat(page.getByText(NARRATIVE)).isVisible();
        }
        theDirectionSeesTheAnswer(folio);
        assertThat(registeredThisQuarter()).isEqualTo(before + 1);

        assertThat(readable()).isEmpty();
    }

    private void startThePlanOfThisYear() {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "planeacion");
            browser.open(page, "poa");
            Browser.button(page, "Copiar a otro año").first().click();
            page.locator("#copy-confirm").click();
            assertThat(page.getByText(Pattern.compile("está listo para poner sus metas")))
                    .isVisible();
        }
    }

    private int registeredThisQuarter() {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "planeacion");
            browser.open(page, "poa");
            int quarter = (java.time.LocalDate.now(java.time.ZoneId.of("America/Mexico_City"))
                                    .getMonthValue()
                            + 2)
                    / 3;
            var figure = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions()
                            .setName(Pattern.compile("^Casos registrados, T" + quarter + ": .*avance")));
            var words = figure.first().getAttribute("aria-label");
            var number = Pattern.compile("avance (\\d+)").matcher(words);
            assertThat(number.find()).as(words).isTrue();
            return Integer.parseInt(number.group(1));
        }
    }

    private String registerByKeyboardAlone() {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "policia");
            page.locator("main").focus();
            page.keyboard().press("n");
            page.waitForURL(Pattern.compile("casos/nuevo"));
            Browser.settle(page);
            assertThat(page.locator("input:focus")).hasCount(1);
            type(page, GIVEN);
            tabTo(page, "Primer apellido");
            type(page, SURNAME);
            tabTo(page, "Edad");
            type(page, "34");
            tabTo(page, "Teléfono seguro");
            type(page, PHONE);
            tabTo(page, "Horario seguro");
            type(page, HOURS);
            tabTo(page, "Física");
            page.keyboard().press("Space");
            tabTo(page, "Qué pasó, con sus palabras");
            type(page, NARRATIVE);
            tabTo(page, "Se le dio el aviso de privacidad simplificado");
            page.keyboard().press("Space");
            tabTo(page, "Aún no se le pregunta"); // the group of three
            page.keyboard().press("ArrowUp");
            page.keyboard().press("ArrowUp");
            Browser.idle(page);
            assertThat(page.getByRole(
                            AriaRole.RADIO,
                            new Page.GetByRoleOptions().setName(Pattern.compile("Sí, está de acuerdo"))))
                    .isChecked();
            tabTo(page, "Registrar caso");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("casos/CAU-"));
            Browser.settle(page);
            assertThat(page.getByText(NARRATIVE)).isVisible();
            assertThat(page.locator("main h1")).not().containsText(GIVEN);
            assertThat(page).hasTitle("Cauce");
            return page.url().replaceFirst(".*/", "");
        }
    }

    private static void type(Page page, String text) {
        page.keyboard().type(text);
    }

    /** Tab, until the field with this label has the focus. */
    private static void tabTo(Page page, String label) {
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            var focused = (String) page.evaluate("""
                    () => { const e = document.activeElement;
                      const words = e?.labels ? [...e.labels].map(l => l.textContent) : [];
                      for (const id of (e?.getAttribute('aria-labelledby') ?? '').split(/\\s+/))
                        if (id) words.push(document.getElementById(id)?.textContent ?? '');
                      words.push(e?.getAttribute('aria-label') ?? '');
                      if (e?.tagName === 'VAADIN-BUTTON') words.push([...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(''));
                      return words.map(w => w.trim()).join('|'); }""");
            if (List.of(focused.split("\\|")).contains(label)) return;
        }
        throw new AssertionError("Tab never reaches " + label);
    }

    private void refer(String folio) {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "policia");
            browser.open(page, "casos/" + folio);
            Browser.button(page, "Canalizar").first().click();
            var dialog = dialog(page);
            choose(page, dialog, "Servicio que necesita", Pattern.compile("sicol"));
            choose(page, dialog, "Área o institución", Pattern.compile("Psicología"));
            field(dialog, "Motivo").fill(REASON);
            dialog.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Canalizar").setExact(true))
                    .click();
            assertThat(page.getByText("Canalización de " + folio + " enviada")).isVisible();
        }
    }

    private static void choose(Page page, Locator within, String label, Pattern option) {
        field(within, label).click();
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
        Browser.idle(page);
    }

    private static Locator field(Locator within, String label) {
        return within.getByLabel(Pattern.compile("^" + label)).first();
    }

    private static Locator dialog(Page page) {
        return page.locator("vaadin-dialog[opened]").last();
    }

    private static Locator section(Page page, String title) {
        return page.locator("vaadin-details-summary")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }

    private void answerIt(String folio) {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "psicologia");
            browser.open(page, "canalizaciones");
            page.locator("a.c-referral-folio")
                    .filter(new Locator.FilterOptions().setHasText(folio))
                    .first()
                    .click();
            page.waitForURL(Pattern.compile("canalizaciones/.+"));
            Browser.settle(page);
            assertThat(page.getByText(REASON)).isVisible();
            Browser.button(page, "Aceptar").click();
            assertThat(Browser.button(page, "Responder")).isVisible();

            recordAnAttention(page, folio);

            page.goBack();
            page.waitForURL(Pattern.compile("canalizaciones/.+"));
            Browser.settle(page);
            Browser.button(page, "Responder").click();
            var dialog = dialog(page);
            dialog.getByText("Se atiende y continúa").click();
            field(dialog, "Qué se hizo").fill(ANSWER);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enviar respuesta"))
                    .click();
            assertThat(page.getByText("Respuesta enviada")).isVisible();
            assertThat(page.getByText(ANSWER)).isVisible();
        }
    }

    private static void recordAnAttention(Page page, String folio) {
        page.getByText("Abrir expediente").click();
        page.waitForURL(Pattern.compile("casos/" + folio));
        Browser.settle(page);
        assertThat(page.getByText(NARRATIVE)).isVisible();
        Browser.button(page, "Registrar atención").click();
        var dialog = dialog(page);
        field(dialog, "Qué se hizo").fill(NOTE);
        field(dialog, "Nota reservada").fill(RESERVED);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Guardar").setExact(true))
                .click();
        assertThat(page.getByText("Atención guardada.")).isVisible();
    }

    private void theDirectionSeesTheAnswer(String folio) {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "direccion");
            browser.open(page, "canalizaciones");
            var column = page.locator("section, div")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.getByRole(
                                    AriaRole.HEADING,
                                    new Page.GetByRoleOptions().setName(Pattern.compile("^Respondida")))))
                    .last();
            assertThat(column.getByText(folio)).isVisible();
        }
    }

    private void anotherAreaCannotTellItFromAnUnknownOne(String folio) {
        try (var context = browser.context()) {
            var page = browser.signIn(context, "dif");
            assertThat(answer(context, page, folio)).isEqualTo(answer(context, page, "CAU-2026-98765"));
        }
    }

    private String answer(BrowserContext context, Page page, String folio) {
        var status = page.navigate(cauce.url("casos/" + folio)).status();
        Browser.settle(page);
        return status + page.locator("main").innerText();
    }

    /** The canaries that somebody with the disk, or with the whole database, could read; and where. */
    private static List<String> readable() throws SQLException, IOException {
        var found = new ArrayList<String>();
        try (var connection = cauce.superuser();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (rows.next()) tables.add(rows.getString(1));
            }
            assertThat(tables).hasSizeGreaterThan(20);
            for (var table : tables) {
                for (var format : List.of("text", "binary")) {
                    var content = new ByteArrayOutputStream();
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (select * from " + table + ") to stdout (format " + format + ")", content);
                    note(found, table, content.toByteArray());
                }
            }
            statement.execute("checkpoint");
        }
        cauce.readFiles((file, content) -> note(found, file.toString(), content), "postgres", "logs");
        return found;
    }

    private static void note(List<String> found, String where, byte[] content) {
        for (var canary : CANARIES) {
            if (RunningCauce.contains(content, canary)) found.add(canary + " in " + where);
        }
    }
}
