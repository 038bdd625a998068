package mx.gob.jocotepec.cauce.attention.ui;

import mx.gob.jocotepec.cauce.attention.AttentionMode;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome;
import mx.gob.jocotepec.cauce.attention.NewAttention;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** Records an attention, of an appointment or without one. */
final class RecordDialog extends AttentionDialog {
    /** The appointment as it was on the screen. */
    record Of(AttentionId id, int version, String kind, AttentionMode mode, java.time.Instant startsAt) {}

    private final CaseRef ref;
    private final @Nullable Of appointment;

    RecordDialog(AttentionDesk desk, CaseRef ref, @Nullable Of appointment, Runnable changed) {
        super(
                desk,
                "attention.record.title",
                ref.folio(),
                appointment == null ? "attention.new" : "attention.appointment",
                appointment == null ? ref.id().value() : appointment.id().value(),
                changed);
        this.ref = ref;
        this.appointment = appointment;
        if (appointment != null) {
            kind.setValue(appointment.kind());
            mode.setValue(appointment.mode());
            if (!appointment.startsAt().isAfter(desk.clock().instant())) {
                date.setValue(AttentionDesk.date(appointment.startsAt()));
                time.setValue(AttentionDesk.time(appointment.startsAt()));
            }
        }
        ready();
    }

    @Override
    CaseId caseId() {
        return ref.id();
    }

    @Override
    AttentionOutcome store() {
        var nextAt = next.at();
        return desk.attentions()
                .record(new NewAttention(
                        ref.id(),
                        appointment == null ? null : appointment.id(),
                        appointment == null ? 0 : appointment.version(),
                        discipline.getValue(),
                        kind.getValue(),
                        mode.getValue(),
                        attended.getValue(),
                        startsAt(),
                        attended.getValue() ? minutes.getValue() : null,
                        noteText(),
                        reservedText(),
                        nextAt.orElse(null),
                        nextAt.isPresent() && next.make.getValue()));
    }
}
