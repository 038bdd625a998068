package mx.gob.jocotepec.cauce.attention.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import mx.gob.jocotepec.cauce.attention.AttentionCorrection;
import mx.gob.jocotepec.cauce.attention.AttentionEntry;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome;
import mx.gob.jocotepec.cauce.attention.AttentionScene;
import mx.gob.jocotepec.cauce.attention.Attentions;
import mx.gob.jocotepec.cauce.attention.Discipline;
import mx.gob.jocotepec.cauce.attention.ReservedAnswer;
import mx.gob.jocotepec.cauce.attention.ReservedKeys;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Acting;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.PersonalKeys;
import mx.gob.jocotepec.cauce.staff.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What was left half written: a reserved note that does not open now, and a correction that somebody else overtook. */
@SpringBootTest
@Import({Acting.class, AttentionScene.class})
class AttentionDraftTests extends SpringBrowserlessTest {
    private static final String NOTE = "Qué se hizo (lo lee el equipo del caso)";
    private static final String RESERVED = "Nota reservada, opcional (solo la lee Psicología)";
    private static final String OPEN = "Confirmar que soy yo y abrirla";

    @Autowired
    AttentionDesk desk;

    @Autowired
    Attentions attentions;

    @Autowired
    ReservedKeys reservedKeys;

    @Autowired
    AttentionScene scene;

    @Autowired
    Acting acting;

    @Autowired
    CurrentActor current;

    @Autowired
    PersonalKeys keys;

    Acting.Someone psychologist;
    Acting.Someone colleague;
    CaseRef ref;

    @BeforeEach
    void aCaseForPsychology() {
        var officer = acting.someone(Acting.POLICE, Role.FIRST_CONTACT);
        psychologist = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        colleague = acting.someone(Acting.PSYCHOLOGY, Role.PSYCHOLOGY);
        ref = scene.caseOf(officer);
        scene.share(officer, ref, Acting.PSYCHOLOGY);
        psychologist.signIn();
    }

    @Test
    void aHalfWrittenReservedNoteSurvivesWhatIsTypedWhileItDoesNotOpen() {
        leftWithAReservedNote("A medias, solo para mí.");
        keysAreForgotten();

        recording();
        assertThat(find(TextArea.class).withLabel(RESERVED).exists()).isFalse();
        test(textArea(NOTE)).setValue("Contención.");
        find(RecordDialog.class).single().close();
        roundTrip();
        acting.again(psychologist, Acting.PASSWORD).signIn();
        recording();

        assertThat(textArea(RESERVED).getValue()).isEqualTo("A medias, solo para mí.");
        assertThat(textArea(NOTE).getValue()).isEqualTo("Contención.");
    }

    @Test
    void nothingIsRecordedOverAReservedNoteThatDoesNotOpenUntilSheOpensIt() {
        leftWithAReservedNote("A medias, solo para mí.");
        keysAreForgotten();
        var dialog = recording();
        test(textArea(NOTE)).setValue("Contención.");

        test(button("Guardar")).click();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(attentions.ofCase(ref, 0, 10)).isEmpty();

        acting.again(psychologist, Acting.PASSWORD).signIn();
        test(button(OPEN)).click();
        assertThat(textArea(RESERVED).getValue()).isEqualTo("A medias, solo para mí.");
        test(button("Guardar")).click();

        assertThat(dialog.isOpened()).isFalse();
        var kept = attentions.ofCase(ref, 0, 10).getFirst();
        assertThat(attentions.reserved(kept.id()))
                .isInstanceOfSatisfying(
                        ReservedAnswer.Opened.class,
                        opened -> assertThat(opened.notes().getFirst().text().reveal())
                                .isEqualTo("A medias, solo para mí."));
    }

    @Test
    void sheMayLetGoOfAReservedNoteThatDoesNotOpenAndIsAskedOnce() {
        leftWithAReservedNote("Ya no hace falta.");
        keysAreForgotten();
        var dialog = recording();
        test(textArea(NOTE)).setValue("Contención.");

        test(button("Desechar la nota")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(TextArea.class).withLabel(RESERVED).exists()).isFalse();
        test(button("Desechar la nota")).click();
        test(find(ConfirmDialog.class).single()).reject();
        test(button("Guardar")).click();

        assertThat(dialog.isOpened()).isFalse();
        assertThat(attentions.ofCase(ref, 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.hasReserved()).isFalse());
    }

    @Test
    void aReservedNoteOfAnEarlierKeyKeepsTheFormOpenAndSaysSo() {
        leftWithAReservedNote("De antes.");
        keysAreForgotten();
        var withoutHerKey = acting.again(psychologist, "una contraseña que se puso de nuevo");
        withoutHerKey.signIn();
        assertThat(reservedKeys.startAnew()).isTrue();

        recording();
        test(button(OPEN)).click();

        assertThat(find(Span.class)
                        .withText("La nota reservada de su borrador se escribió con una llave que usted ya no usa y"
                                + " no se puede abrir.")
                        .exists())
                .isTrue();
    }

    @Test
    void aCorrectionTakenUpAgainKeepsWhatAColleagueStoredMeanwhile() {
        var entry = recorded();
        correcting(entry);
        test(textArea("Motivo de la corrección")).setValue("Faltaba.");
        find(CorrectDialog.class).single().close();
        roundTrip();
        corrects(colleague, entry, "Lo que puso la colega.", 40);

        correcting(stored());

        assertThat(textArea(NOTE).getValue()).isEqualTo("Lo que puso la colega.");
        assertThat(find(IntegerField.class).withLabel("Duración").single().getValue())
                .isEqualTo(40);
        assertThat(find(StoredSince.class).exists()).isTrue();
        assertThat(find(Button.class).withText("Usar lo guardado").exists()).isFalse();
        test(button("Guardar")).click();
        assertThat(stored().note().reveal()).isEqualTo("Lo que puso la colega.");
        assertThat(stored().minutes()).isEqualTo(40);
    }

    @Test
    void whereBothCorrectedTheSameSheIsShownWhatIsStored() {
        var entry = recorded();
        correcting(entry);
        test(textArea(NOTE)).setValue("Lo mío.");
        test(textArea("Motivo de la corrección")).setValue("Faltaba.");
        find(CorrectDialog.class).single().close();
        roundTrip();
        corrects(colleague, entry, "Lo que puso la colega.", 40);

        correcting(stored());
        assertThat(textArea(NOTE).getValue()).isEqualTo("Lo mío.");
        assertThat(find(StoredSince.class).single().getElement().getTextRecursively())
                .contains("Lo que puso la colega.");
        test(button("Usar lo guardado")).click();

        assertThat(textArea(NOTE).getValue()).isEqualTo("Lo que puso la colega.");
        find(CorrectDialog.class).single().close();
        roundTrip();
        correcting(stored());
        assertThat(textArea(NOTE).getValue()).isEqualTo("Lo que puso la colega.");
    }

    private void leftWithAReservedNote(String text) {
        var dialog = recording();
        test(textArea(RESERVED)).setValue(text);
        dialog.close();
        roundTrip();
    }

    /** As a quarter of an hour after her password. */
    private void keysAreForgotten() {
        keys.sessionEnded(current.session().orElseThrow());
    }

    private RecordDialog recording() {
        var dialog = new RecordDialog(desk, ref, null, () -> {});
        dialog.open();
        roundTrip();
        return dialog;
    }

    private void correcting(AttentionEntry entry) {
        new CorrectDialog(desk, entry, ref.folio(), () -> {}).open();
        roundTrip();
    }

    private AttentionEntry recorded() {
        scene.recorded(psychologist, AttentionScene.walkIn(ref, Discipline.PSYCHOLOGY, "Uno."));
        return stored();
    }

    private AttentionEntry stored() {
        return attentions.ofCase(ref, 0, 10).getFirst();
    }

    private void corrects(Acting.Someone who, AttentionEntry entry, String note, @Nullable Integer minutes) {
        var outcome = who.does(() -> attentions.correct(new AttentionCorrection(
                entry.id(),
                entry.version(),
                entry.kind(),
                entry.mode(),
                true,
                entry.startsAt(),
                minutes,
                Sensitive.of(note),
                null,
                Sensitive.of("Se completó."))));
        assertThat(outcome).isInstanceOf(AttentionOutcome.Saved.class);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private TextArea textArea(String label) {
        return find(TextArea.class).withLabel(label).single();
    }
}
