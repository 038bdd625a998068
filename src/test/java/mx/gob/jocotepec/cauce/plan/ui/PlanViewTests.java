package mx.gob.jocotepec.cauce.plan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.time.LocalDate;
import mx.gob.jocotepec.cauce.plan.Plans;
import mx.gob.jocotepec.cauce.plan.QuarterState;
import mx.gob.jocotepec.cauce.shared.Office;
import mx.gob.jocotepec.cauce.shared.Quarter;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.uikit.DecimalInput;
import mx.gob.jocotepec.cauce.uikit.DecimalInputTests;
import mx.gob.jocotepec.cauce.uikit.StartCard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** UC-009 on screen. Each test has a year of its own, long over, so that its quarters can be closed. */
@SpringBootTest
@Import(Acting.class)
@ViewPackages(classes = PlanView.class)
class PlanViewTests extends SpringBrowserlessTest {
    @Autowired
    Plans plans;

    @Autowired
    Acting acting;

    @Autowired
    StartCard planCard;

    @BeforeEach
    void aPlanner() {
        acting.someone(Acting.PLANNING, Role.PLANNING).signIn();
    }

    @Test
    void showsTheYearOfTheAddressWithEveryActivity() {
        var view = open(2024);

        assertThat(find(Select.class, view).id("plan-year").getValue()).isEqualTo(2024);
        assertThat(find(ActivitySection.class, view).all()).hasSize(7);
        assertThat(find(NativeTable.class, view).withClassName("p-table").all()).hasSize(7);
        assertThat(figure("Talleres impartidos, T1:").getElement().getAttribute("aria-label"))
                .contains("N/A");
    }

    @Test
    void aTargetIsSetInItsCellAndTheCellSaysHowMuchOfItIsReached() {
        plans.copyYear(2024, 2014);
        open(2014);
        test(find(Button.class).id("plan-targets")).click();

        test(find(BigDecimalField.class)
                        .withAriaLabel("Meta de T2, Talleres impartidos")
                        .single())
                .setValue(new BigDecimal("4"));

        var cell = figure("Talleres impartidos, T2:");
        assertThat(cell.getElement().getAttribute("aria-label")).contains("meta 4, avance 0, 0.0 %, Muy por debajo");
        var figures = plans.planOf(2014)
                .orElseThrow()
                .activity("ACT4")
                .orElseThrow()
                .indicators()
                .getFirst();
        assertThat(figures.of(new Quarter(2014, 2)).progress().planned()).isEqualByComparingTo("4");
    }

    @Test
    void aTargetThatIsNoFigureIsRefusedBesideItsFieldAndTheStoredOneStays() throws Exception {
        plans.copyYear(2024, 2012);
        plans.setTarget(new Quarter(2012, 2), "workshops_held", new BigDecimal("5"), 0);
        open(2012);
        test(find(Button.class).id("plan-targets")).click();
        var field = find(DecimalInput.class)
                .withAriaLabel("Meta de T2, Talleres impartidos")
                .single();

        DecimalInputTests.type(field, "5.0.0");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).isEqualTo("Escriba la cantidad con cifras, como 1250 o 12.5");
        assertThat(workshops(2012)).isEqualByComparingTo("5");

        DecimalInputTests.type(field, "");
        assertThat(field.isInvalid()).isFalse();
        assertThat(workshops(2012)).isNull();
    }

    @Test
    void progressThatIsNoFigureIsNamedSoAndNotStored() throws Exception {
        plans.copyYear(2024, 2011);
        open(2011);
        test(figure("Talleres impartidos, T1:")).click();
        var value = find(DecimalInput.class).id("progress-value");
        test(find(TextArea.class).id("progress-evidence")).setValue("Listas de asistencia");

        DecimalInputTests.type(value, "1,,2");
        test(find(Button.class).id("progress-save")).click();

        assertThat(value.getErrorMessage()).isEqualTo("Escriba la cantidad con cifras, como 1250 o 12.5");
        assertThat(plans.entries(new Quarter(2011, 1), "workshops_held")).isEmpty();
    }

    @Test
    void whatAnEarlierYearLeftOpenIsToldEachYearWithItsOwnNumber() {
        plans.copyYear(2024, 2010);
        plans.closeQuarter(new Quarter(2010, 1));
        plans.closeQuarter(new Quarter(2010, 2));

        assertThat(planCard.waiting())
                .filteredOn(one -> one.path().equals("poa?anio=2010"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.count()).isEqualTo(2);
                    assertThat(one.textKey()).isEqualTo("plan.card.toClose.earlier");
                });
    }

    @Test
    void progressByHandNeedsItsEvidenceAndThenStandsInTheList() {
        plans.copyYear(2024, 2015);
        open(2015);
        test(figure("Talleres impartidos, T1:")).click();
        var value = find(BigDecimalField.class).id("progress-value");
        var evidence = find(TextArea.class).id("progress-evidence");

        test(value).setValue(new BigDecimal("3"));
        test(find(Button.class).id("progress-save")).click();
        assertThat(evidence.isInvalid()).isTrue();
        assertThat(plans.entries(new Quarter(2015, 1), "workshops_held")).isEmpty();

        test(evidence).setValue("Listas de asistencia de febrero");
        test(find(Button.class).id("progress-save")).click();
        assertThat(plans.entries(new Quarter(2015, 1), "workshops_held"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.evidence()).isEqualTo("Listas de asistencia de febrero");
                    assertThat(entry.authorName()).startsWith("Persona de prueba");
                });
        assertThat(figure("Talleres impartidos, T1:").getElement().getAttribute("aria-label"))
                .contains("avance 3");
    }

    @Test
    void aFigureOfTheSystemSaysSoAndTakesNoEntries() {
        plans.copyYear(2024, 2016);
        open(2016);

        test(figure("Casos registrados, T1:")).click();

        assertThat(find(FigureDialog.class).single().getElement().getTextRecursively())
                .contains("Contado por el sistema");
        assertThat(find(ProgressForm.class).exists()).isFalse();
    }

    @Test
    void aQuarterClosesAfterItWasSaidWhatThatMeans() {
        plans.copyYear(2024, 2017);
        open(2017);

        test(find(Button.class).id("plan-close")).click();
        assertThat(find(CloseQuarterDialog.class).single().getElement().getTextRecursively())
                .contains("No se puede deshacer");
        assertThat(plans.planOf(2017).orElseThrow().quarters()).containsEntry(new Quarter(2017, 1), QuarterState.ENDED);
        test(find(Button.class).id("plan-close-confirm")).click();

        assertThat(plans.planOf(2017).orElseThrow().quarters())
                .containsEntry(new Quarter(2017, 1), QuarterState.CLOSED);
        test(figure("Casos registrados, T1:")).click();
        assertThat(find(ProgressForm.class).exists()).isTrue();
    }

    @Test
    void aYearWithoutAPlanIsStartedFromAnother() {
        open(2018);
        test(find(Button.class).withText("Copiar a otro año").single()).click();

        assertThat(find(ComboBox.class).single().getValue()).isNotNull();
        assertThat(find(IntegerField.class).id("copy-to").getValue()).isEqualTo(2018);
        test(find(Button.class).id("copy-confirm")).click();

        assertThat(plans.years()).contains(2018);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("poa?anio=2018");
        assertThat(find(ActivitySection.class).all()).hasSize(7);
    }

    @Test
    void transparencyReadsAndChangesNothing() {
        acting.someone(Acting.area(18), Role.TRANSPARENCY).signIn();

        open(2024);

        assertThat(find(ActivitySection.class).all()).hasSize(7);
        assertThat(find(Button.class).withId("plan-targets").exists()).isFalse();
        assertThat(find(Button.class).withId("plan-close").exists()).isFalse();
        assertThat(find(Button.class).withText("Copiar a otro año").exists()).isFalse();
    }

    @Test
    void theStartPageShowsThreeFiguresOfTheQuarterThatRuns() {
        int year = LocalDate.now(Office.ZONE).getYear();
        plans.copyYear(2024, year);
        open(2024);

        var card = planCard.build().orElseThrow();

        assertThat(card.getElement().getTextRecursively()).contains("Casos", "Atenciones", "Canalizaciones");
    }

    private @Nullable BigDecimal workshops(int year) {
        var figures = plans.planOf(year)
                .orElseThrow()
                .activity("ACT4")
                .orElseThrow()
                .indicators()
                .getFirst();
        return figures.of(new Quarter(year, 2)).progress().planned();
    }

    private PlanView open(int year) {
        UI.getCurrent().navigate(PlanView.class, PlanView.at(year));
        return find(PlanView.class).single();
    }

    private NativeButton figure(String label) {
        return find(NativeButton.class).withAriaLabelContaining(label).all().getFirst();
    }
}
