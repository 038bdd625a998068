package mx.gob.jocotepec.cauce.attention.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import mx.gob.jocotepec.cauce.attention.Agenda;
import mx.gob.jocotepec.cauce.attention.Appointments;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome;
import mx.gob.jocotepec.cauce.attention.AttentionScene;
import mx.gob.jocotepec.cauce.attention.AttentionStatus;
import mx.gob.jocotepec.cauce.attention.Attentions;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.database.Statements;
import mx.gob.jocotepec.cauce.database.TestDatabase;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.Role;
import mx.gob.jocotepec.cauce.uikit.DateInput;
import mx.gob.jocotepec.cauce.uikit.ErrorSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** UC-005 on screen: the dialog, the list on the page of a case, the agenda. */
@SpringBootTest
@Import({Acting.class, AttentionScene.class, Statements.class})
class AttentionScreensTests extends SpringBrowserlessTest {
    private static final String NOTE = "Qué se hizo (lo lee el equipo del caso)";
    private static final String RESERVED = "Nota reservada, opcional (solo la lee Psicología)";

    @Autowired
    AttentionDesk desk;

    @Autowired
    AttentionPanel panel;

    @Autowired
    AgendaCard agendaCard;

    @Autowired
    Attentions attentions;

    @Autowired
    Appointments appointments;

    @Autowired
    CaseFiles cases;

    @Autowired
    AttentionScene scene;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Acting.Someone psychologist;
    CaseRef ref;

    @BeforeEach
    void aCaseForPsychology() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        ref = scene.caseOf(officer);
        scene.share(officer, ref, Acting.PSYCHOLOGY);
        psychologist.signIn();
    }

    @Test
    void anAttentionTakesOneTextAndOneKey() {
        var dialog = opened();

        test(textArea(NOTE)).setValue("Contención.");
        test(button("Guardar")).click();

        assertThat(dialog.isOpened()).isFalse();
        assertThat(attentions.ofCase(ref, 0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.note().reveal()).isEqualTo("Contención.");
            assertThat(entry.status()).isEqualTo(AttentionStatus.ATTENDED);
            assertThat(entry.kind()).isEqualTo("THERAPY");
        });
    }

    @Test
    void theSecondClickOfTwoStoresNothingMore() {
        opened();
        test(textArea(NOTE)).setValue("Contención.");
        var save = button("Guardar");

        save.click();
        save.click();

        assertThat(attentions.ofCase(ref, 0, 10)).hasSize(1);
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsLost() {
        var dialog = opened();
        test(textArea(RESERVED)).setValue("Aparte.");

        test(button("Guardar")).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(find(ErrorSummary.class).single().isVisible()).isTrue();
        assertThat(textArea(NOTE).getErrorMessage()).isEqualTo("Escriba qué se hizo.");
        assertThat(textArea(RESERVED).getValue()).isEqualTo("Aparte.");
        assertThat(attentions.ofCase(ref, 0, 10)).isEmpty();
    }

    @Test
    void allThatIsToBeMendedIsSaidAtOnce() {
        opened();
        find(TimePicker.class).withLabel("Hora").single().clear();
        find(DatePicker.class)
                .withLabel("Próxima cita (opcional)")
                .single()
                .setValue(desk.today().minusDays(3));

        test(button("Guardar")).click();

        assertThat(find(ErrorSummary.class)
                        .single()
                        .getChildren()
                        .toList()
                        .getLast()
                        .getChildren())
                .hasSize(3);
        assertThat(textArea(NOTE).isInvalid()).isTrue();
    }

    @Test
    void aNextAppointmentThatWasNotUnderstoodStopsTheSave() {
        var dialog = opened();
        test(textArea(NOTE)).setValue("Sesión.");
        var next = find(DateInput.class).withLabel("Próxima cita (opcional)").single();
        next.getElement().setProperty("_inputElementValue", "31/02/2027");
        var listeners = next.getElement().getNode().getFeature(ElementListenerMap.class);
        listeners.fireEvent(new DomEvent(next.getElement(), "unparsable-change", JacksonUtils.createObjectNode()));

        test(button("Guardar")).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(next.getErrorMessage()).isEqualTo("Escriba la fecha como 22/11/2026");
        assertThat(attentions.ofCase(ref, 0, 10)).isEmpty();
    }

    @Test
    void anHourThatWasNotUnderstoodIsNotTheHourOfThisSession() {
        var dialog = opened();
        test(textArea(NOTE)).setValue("Sesión.");
        test(button("En una semana")).click();
        var hour = time("Hora de la próxima cita");
        hour.clear();
        typedBadly(hour, "a las cuatro");

        test(button("Guardar")).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(hour.getErrorMessage()).isEqualTo("Escriba la hora como 15:30");
        assertThat(attentions.ofCase(ref, 0, 10)).isEmpty();
    }

    @Test
    void anHourThatWasNotUnderstoodIsSaidToBeWrongAndNotMissing() {
        opened();
        time("Hora").clear();
        typedBadly(time("Hora"), "25:99");
        test(button("Guardar")).click();
        assertThat(time("Hora").getErrorMessage()).isEqualTo("Escriba la hora como 15:30");
        find(RecordDialog.class).single().close();
        roundTrip();

        navigate(AgendaView.class);
        find(Button.class).withText("Agendar cita").single().click();
        typedBadly(time("Hora"), "25:99");
        test(button("Agendar")).click();

        assertThat(time("Hora").getErrorMessage()).isEqualTo("Escriba la hora como 15:30");
    }

    @Test
    void anAppointmentIsCancelledFromTheAgendaAfterAskingOnce() {
        var id = scheduled();
        navigate(AgendaView.class);

        test(button("Cancelar cita")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(attentions.ofCase(ref, 0, 10).getFirst().status()).isEqualTo(AttentionStatus.SCHEDULED);
        test(button("Cancelar cita")).click();
        test(find(ConfirmDialog.class).single()).reject();

        assertThat(attentions.ofCase(ref, 0, 10).getFirst().status()).isEqualTo(AttentionStatus.CANCELLED);
        assertThat(told("ATTENTION_CANCELLED", id)).isEqualTo(1);
        assertThat(find(Anchor.class).withText(ref.folio()).exists()).isFalse();
    }

    @Test
    void theCasePageAsksToo() {
        scheduled();
        showPanel();

        test(button("Cancelar cita")).click();

        assertThat(attentions.ofCase(ref, 0, 10).getFirst().status()).isEqualTo(AttentionStatus.SCHEDULED);
        test(find(ConfirmDialog.class).single()).reject();
        assertThat(attentions.ofCase(ref, 0, 10).getFirst().status()).isEqualTo(AttentionStatus.CANCELLED);
    }

    @Test
    void whomTheAreaWaitedForStandsWhereTheNumberOfTheStartPageLeads() {
        var id = scheduled();
        past(id);
        appointments.noShow(id, 0);
        acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY).signIn();
        var waiting = agendaCard.waiting().stream()
                .filter(one -> one.textKey().equals("attention.start.missed"))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.count()).isPositive();

        UI.getCurrent()
                .navigate("agenda", QueryParameters.fromString(waiting.path().replaceFirst(".*\\?", "")));

        assertThat(find(Button.class).withText("Agendar de nuevo").all().size()).isGreaterThanOrEqualTo(1);
        assertThat(find(Anchor.class).withText(ref.folio()).exists()).isTrue();
    }

    @Test
    void anAppointmentWithNothingWrittenNamesTheFolioToo() {
        navigate(AgendaView.class);
        find(Button.class).withText("Agendar cita").single().click();

        test(button("Agendar")).click();

        assertThat(find(TextField.class).withLabel("Folio del caso").single().getErrorMessage())
                .isEqualTo("Escriba el folio del caso");
        assertThat(find(DatePicker.class).withLabel("Fecha").single().isInvalid())
                .isTrue();
    }

    @Test
    void whatIsTypedOutlivesTheDialog() {
        var first = opened();
        test(textArea(NOTE)).setValue("A medias.");
        first.close();
        roundTrip();

        opened();

        assertThat(textArea(NOTE).getValue()).isEqualTo("A medias.");
        test(button("Descartar")).click();
        assertThat(desk.drafts().find("attention.new", ref.id().value())).isEmpty();
    }

    @Test
    void theReservedFieldIsThereForThoseWhoKeepReservedNotesOnly() {
        opened();
        assertThat(find(TextArea.class).withLabel(RESERVED).exists()).isTrue();
        find(RecordDialog.class).single().close();
        roundTrip();

        var direction = acting.someone(Acting.DIRECTION, Role.DIRECTION);
        direction.signIn();
        opened();

        assertThat(find(TextArea.class).withLabelContaining("Nota reservada").exists())
                .isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void notAttendedNeedsNoText() {
        opened();

        find(RadioButtonGroup.class).withLabel("Asistencia").single().setValue(false);
        test(button("Guardar")).click();

        assertThat(attentions.ofCase(ref, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.status()).isEqualTo(AttentionStatus.NO_SHOW));
    }

    @Test
    void theNextAppointmentIsOneClick() {
        opened();
        test(textArea(NOTE)).setValue("Sesión.");

        test(button("En una semana")).click();
        test(button("Guardar")).click();

        assertThat(attentions.ofCase(ref, 0, 10))
                .extracting(entry -> entry.status())
                .containsExactly(AttentionStatus.SCHEDULED, AttentionStatus.ATTENDED);
    }

    @Test
    void aCorrectionAsksWhyAndShowsWhatItSaid() {
        scene.recorded(psychologist, AttentionScene.withReserved(ref, Discipline.PSYCHOLOGY, "Uno.", "Aparte."));
        showPanel();

        test(button("Corregir")).click();
        assertThat(textArea(RESERVED).getValue()).isEqualTo("Aparte.");
        test(textArea(NOTE)).setValue("Dos.");
        test(button("Guardar")).click();
        assertThat(textArea("Motivo de la corrección").getErrorMessage()).isEqualTo("Escriba por qué se corrige.");
        test(textArea("Motivo de la corrección")).setValue("Faltaba.");
        test(button("Guardar")).click();
        test(button("Corregida una vez · ver versiones")).click();

        assertThat(find(Paragraph.class, find(PastDialog.class).single()).all())
                .extracting(Paragraph::getText)
                .containsSubsequence("Motivo de la corrección: Faltaba.", "Dos.", "Uno.");
    }

    @Test
    void theAgendaShowsTodayAndMarksWhoDidNotCome() {
        var id = scheduled();
        past(id);
        var view = navigate(AgendaView.class);

        assertThat(find(Anchor.class, view).withText(ref.folio()).exists()).isTrue();
        test(button("No asistió")).click();

        assertThat(desk.agenda().counts().missed()).isPositive();
        assertThat(find(Button.class).withText("Agendar de nuevo").exists()).isTrue();
    }

    @Test
    void anAppointmentIsMadeByFolio() {
        navigate(AgendaView.class);
        find(Button.class).withText("Agendar cita").single().click();
        test(find(TextField.class).withLabel("Folio del caso").single())
                .setValue(ref.folio().toLowerCase(java.util.Locale.ROOT).replace('-', ' '));
        find(DatePicker.class).withLabel("Fecha").single().setValue(desk.today().plusDays(1));
        find(TimePicker.class).withLabel("Hora").single().setValue(LocalTime.of(10, 0));

        test(button("Agendar")).click();

        assertThat(desk.agenda()
                        .of(Agenda.Scope.MINE, desk.today(), desk.today().plusDays(1)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.ref()).isEqualTo(ref));
    }

    @Test
    void ofThisYearTheNumberOfTheFolioIsEnough() {
        navigate(AgendaView.class);
        find(Button.class).withText("Agendar cita").single().click();
        test(find(TextField.class).withLabel("Folio del caso").single())
                .setValue(ref.folio().substring("CAU-2026-".length()).replaceFirst("^0+", ""));
        find(DatePicker.class).withLabel("Fecha").single().setValue(desk.today().plusDays(1));
        time("Hora").setValue(LocalTime.of(10, 0));

        test(button("Agendar")).click();

        assertThat(attentions.ofCase(ref, 0, 10)).hasSize(1);
    }

    @Test
    void anotherAreasFolioIsAnsweredLikeAnUnknownOne() {
        acting.someone(Acting.DIF, Role.SOCIAL_WORK).signIn();
        navigate(AgendaView.class);
        find(Button.class).withText("Agendar cita").single().click();
        find(DatePicker.class).withLabel("Fecha").single().setValue(desk.today().plusDays(1));
        find(TimePicker.class).withLabel("Hora").single().setValue(LocalTime.of(10, 0));
        var folio = find(TextField.class).withLabel("Folio del caso").single();

        for (var asked : new String[] {ref.folio(), "CAU-2026-99998"}) {
            test(folio).setValue(asked);
            test(button("Agendar")).click();
            assertThat(folio.getErrorMessage())
                    .isEqualTo("No hay un caso o una cita así a su alcance. Revise el folio.");
        }
    }

    @Test
    void theScreensTakeFewStatements() {
        for (int i = 0; i < 5; i++) {
            scene.recorded(psychologist, AttentionScene.walkIn(ref, Discipline.PSYCHOLOGY, "Uno."));
        }

        assertThat(Statements.of(() -> panel.build(head(), () -> {}))).hasSizeLessThanOrEqualTo(7);
        assertThat(sent(() -> new RecordDialog(desk, ref, null, () -> {}))).hasSizeLessThanOrEqualTo(4);
        assertThat(sent(() -> navigate(AgendaView.class))).hasSizeLessThanOrEqualTo(4);
    }

    private mx.gob.jocotepec.cauce.casefile.CaseHead head() {
        return cases.head(ref.id()).orElseThrow();
    }

    /** Without the catalogs, which are read again every ten seconds at most. */
    private static List<String> sent(Supplier<?> work) {
        return Statements.of(work).stream()
                .filter(sql -> !sql.contains("catalog_entry"))
                .toList();
    }

    private RecordDialog opened() {
        var dialog = new RecordDialog(desk, ref, null, () -> {});
        dialog.open();
        roundTrip();
        return dialog;
    }

    private void showPanel() {
        com.vaadin.flow.component.UI.getCurrent().add(panel.build(head(), () -> {}));
    }

    private TimePicker time(String label) {
        return find(TimePicker.class).withLabel(label).single();
    }

    /** As the browser reports it. */
    private static void typedBadly(TimePicker field, String text) {
        field.getElement().setProperty("_inputElementValue", text);
        var listeners = field.getElement().getNode().getFeature(ElementListenerMap.class);
        listeners.fireEvent(new DomEvent(field.getElement(), "unparsable-change", JacksonUtils.createObjectNode()));
    }

    private int told(String action, AttentionId id) {
        try (var connection = TestDatabase.shared().asSuperuser();
                var query = connection.prepareStatement(
                        "select count(*) from cauce.trail_entry where action = ? and subject = ?")) {
            query.setString(1, action);
            query.setObject(2, id.value());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private TextArea textArea(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private AttentionId scheduled() {
        var at = Instant.now().plus(1, ChronoUnit.HOURS);
        return ((AttentionOutcome.Saved)
                        appointments.schedule(AttentionScene.appointment(ref, Discipline.PSYCHOLOGY, at)))
                .id();
    }

    /** To the first minute of the office's day, which is always over. */
    private void past(AttentionId id) {
        var at = AttentionDesk.instant(desk.today(), LocalTime.MIDNIGHT);
        transaction.executeWithoutResult(status -> jdbc.sql("update attention set starts_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id.value())
                .update());
    }
}
