package mx.gob.jocotepec.cauce.attention.ui;

import mx.gob.jocotepec.cauce.attention.AttentionCorrection;
import mx.gob.jocotepec.cauce.attention.AttentionEntry;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome;
import mx.gob.jocotepec.cauce.attention.AttentionStatus;
import mx.gob.jocotepec.cauce.attention.ReservedAnswer;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Sensitive;

/** Puts an attention right; what it said before stays and can be shown. */
final class CorrectDialog extends AttentionDialog {
    private final AttentionEntry entry;
    private boolean closed;

    CorrectDialog(AttentionDesk desk, AttentionEntry entry, String folio, Runnable changed) {
        super(
                desk,
                "attention.correct.title",
                folio,
                "attention.correct",
                entry.id().value(),
                changed);
        this.entry = entry;
        discipline.setItems(entry.discipline());
        discipline.setValue(entry.discipline());
        discipline.setVisible(false);
        kind.setItems(java.util.stream.Stream.concat(desk.kinds().stream(), java.util.stream.Stream.of(entry.kind()))
                .distinct()
                .toList());
        kind.setValue(entry.kind());
        mode.setValue(entry.mode());
        attended.setValue(entry.status() == AttentionStatus.ATTENDED);
        date.setValue(AttentionDesk.date(entry.startsAt()));
        time.setValue(AttentionDesk.time(entry.startsAt()));
        minutes.setValue(entry.minutes());
        note.setValue(entry.note().reveal());
        if (entry.hasReserved() && entry.mayWriteReserved()) {
            if (desk.attentions().reserved(entry.id()) instanceof ReservedAnswer.Opened(var notes)) {
                notes.stream()
                        .findFirst()
                        .ifPresent(kept -> reserved.setValue(kept.text().reveal()));
            } else {
                closed = true; // it stays as it is
            }
        }
        withoutNext();
        withReason();
        ready();
    }

    @Override
    @SuppressWarnings("UnnecessarilyFullyQualified")
    boolean reservable() {
        // asked for by the constructor above, before the field is set
        return entry == null || (entry.mayWriteReserved() && !closed);
    }

    @Override
    CaseId caseId() {
        return entry.caseId();
    }

    @Override
    AttentionOutcome store() {
        return desk.attentions()
                .correct(new AttentionCorrection(
                        entry.id(),
                        entry.version(),
                        kind.getValue(),
                        mode.getValue(),
                        attended.getValue(),
                        startsAt(),
                        attended.getValue() ? minutes.getValue() : null,
                        noteText(),
                        reserved.isVisible() ? reservedText() : null,
                        Sensitive.of(reason.getValue())));
    }
}
