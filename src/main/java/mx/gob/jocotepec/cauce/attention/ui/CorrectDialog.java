package mx.gob.jocotepec.cauce.attention.ui;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import mx.gob.jocotepec.cauce.attention.AttentionCorrection;
import mx.gob.jocotepec.cauce.attention.AttentionEntry;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome;
import mx.gob.jocotepec.cauce.attention.AttentionStatus;
import mx.gob.jocotepec.cauce.attention.ReservedAnswer;
import mx.gob.jocotepec.cauce.casefile.ui.SectionDraft;
import mx.gob.jocotepec.cauce.shared.Answers;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.uikit.Dates;

/**
 * Puts an attention right; what it said before stays and can be shown. A draft that was begun on an earlier version never passes over
 * what somebody else stored in between: what she did not touch is as it is stored, and where both changed the same she is shown both.
 */
final class CorrectDialog extends AttentionDialog {
    private final AttentionEntry entry;
    private final Answers stored;
    private SectionDraft begun;
    private String storedReserved = "";
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
        kind.setItems(Stream.concat(desk.kinds().stream(), Stream.of(entry.kind()))
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
            readReserved();
            reserved.text.setValue(storedReserved);
        }
        withoutNext();
        withReason();
        stored = facts();
        begun = SectionDraft.begin(stored, entry.version());
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
    Answers toKeep(Answers typed) {
        return begun.with(typed).toAnswers();
    }

    @Override
    Answers takeUp(Answers kept) {
        begun = SectionDraft.of(kept);
        if (!isOlder()) return begun.typed();
        var both = new HashMap<>(stored.values());
        Stream.concat(begun.typed().values().keySet().stream(), begun.was().values().keySet().stream())
                .filter(begun::isHers)
                .forEach(key -> both.put(key, begun.typed().get(key).orElse("")));
        var since = new StoredSince();
        spots().stream()
                .filter(this::changedByBoth)
                .forEach(spot -> since.both(spot.label, spot.says, () -> {
                    spot.takeOver.run();
                    keepDraft();
                }));
        tell(since);
        return new Answers(both);
    }

    /** Only she writes it, but she may have done so elsewhere. */
    @Override
    void draftNoteOpened() {
        if (closed) readReserved();
        if (!isOlder() || storedReserved.isEmpty() || storedReserved.equals(reserved.text.getValue())) return;
        var since = new StoredSince();
        since.both(reserved.text.getLabel(), storedReserved, () -> {
            reserved.text.setValue(storedReserved);
            keepDraft();
        });
        tell(since);
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

    /** What does not open stays as it is. */
    private void readReserved() {
        closed = true;
        if (desk.attentions().reserved(entry.id()) instanceof ReservedAnswer.Opened(var notes)) {
            closed = false;
            storedReserved = notes.isEmpty() ? "" : notes.getFirst().text().reveal();
        }
    }

    private boolean isOlder() {
        return begun.version() != entry.version();
    }

    private boolean changedByBoth(Spot spot) {
        var now = stored.get(spot.key);
        return begun.isHers(spot.key)
                && !now.equals(begun.typed().get(spot.key))
                && !now.equals(begun.was().get(spot.key));
    }

    /** Something that can be corrected, and what is stored there. */
    private record Spot(String key, String label, String says, Runnable takeOver) {}

    private List<Spot> spots() {
        boolean came = entry.status() == AttentionStatus.ATTENDED;
        var day = AttentionDesk.date(entry.startsAt());
        var length = entry.minutes() == null ? "" : getTranslation("attention.minutes.of", entry.minutes());
        return List.of(
                new Spot("kind", kind.getLabel(), desk.kind(entry.kind()), () -> kind.setValue(entry.kind())),
                new Spot("mode", mode.getLabel(), desk.mode(entry.mode()), () -> mode.setValue(entry.mode())),
                new Spot(
                        "attended",
                        attended.getLabel(),
                        getTranslation(came ? "attention.attended.yes" : "attention.attended.no"),
                        () -> attended.setValue(came)),
                new Spot("date", date.getLabel(), Dates.date(day), () -> date.setValue(day)),
                new Spot(
                        "time",
                        time.getLabel(),
                        Dates.time(entry.startsAt()),
                        () -> time.setValue(AttentionDesk.time(entry.startsAt()))),
                new Spot("minutes", minutes.getLabel(), length, () -> minutes.setValue(entry.minutes())),
                new Spot(
                        "note",
                        getTranslation("attention.note"),
                        entry.note().reveal(),
                        () -> note.setValue(entry.note().reveal())));
    }
}
