package mx.gob.jocotepec.cauce.attention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Reason;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Saved;
import mx.gob.jocotepec.cauce.attention.AttentionOutcome.Warning;
import mx.gob.jocotepec.cauce.casefile.CaseFiles;
import mx.gob.jocotepec.cauce.casefile.CaseRef;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.ReferralId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.Actor;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was done for a woman, session by session. Whoever holds a grant on the case reads it; the area that did it corrects it, and what
 * it said before stays. A reserved note is read by its discipline only.
 */
@Service
public class Attentions {
    /** Clocks differ, and people round. */
    private static final Duration AHEAD_OF_US = Duration.ofMinutes(10);

    private final AttentionTable table;
    private final AttentionNotes notes;
    private final NoteVault vault;
    private final NoteKeys keys;
    private final PersonalKeyTable personal;
    private final FreshFactor fresh;
    private final AttentionLog log;
    private final Appointments appointments;
    private final Disciplines disciplines;
    private final AttentionKinds kinds;
    private final CaseFiles cases;
    private final CurrentActor actor;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Attentions(
            AttentionTable table,
            AttentionNotes notes,
            NoteVault vault,
            NoteKeys keys,
            PersonalKeyTable personal,
            FreshFactor fresh,
            AttentionLog log,
            Appointments appointments,
            Disciplines disciplines,
            AttentionKinds kinds,
            CaseFiles cases,
            CurrentActor actor,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.table = table;
        this.notes = notes;
        this.vault = vault;
        this.keys = keys;
        this.personal = personal;
        this.fresh = fresh;
        this.log = log;
        this.appointments = appointments;
        this.disciplines = disciplines;
        this.kinds = kinds;
        this.cases = cases;
        this.actor = actor;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** As what the actor may attend; the first is the one to offer. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional(readOnly = true)
    public List<Discipline> disciplines() {
        return disciplines.mine();
    }

    /** Records that she was attended, with an appointment or without, or that she was waited for in vain. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public AttentionOutcome record(NewAttention request) {
        kinds.requireCurrent(request.kind());
        var me = actor.get();
        var now = clock.instant();
        var head = cases.head(request.caseId()).orElse(null);
        if (head == null) return log.unknown("CASE", request.caseId().value());
        var ref = head.ref();
        if (!head.isOpen()) return log.refused(Reason.CASE_CLOSED, ref);
        var problem = problem(request, now);
        if (problem != null) return log.refused(problem, ref);
        var wanted = request.appointment();
        if (!request.reserved().isBlank() && !vault.canClose(request.caseId(), request.discipline())) {
            return log.refused(Reason.NOTE_CLOSED, ref);
        }
        var before = wanted == null ? null : table.find(wanted).orElse(null);
        if (wanted != null) {
            if (before == null || !before.ref().equals(ref)) return log.unknown("ATTENTION", wanted.value());
            var refusal = before.refusal(me.area(), request.appointmentVersion());
            if (refusal != null) return log.refused(refusal, ref);
        }
        var attention = before == null ? insert(request, ref, me, now) : settle(before, request, me, now);
        if (attention == null) return log.refused(Reason.CHANGED_MEANWHILE, ref);
        if (!request.reserved().isBlank()) insertReserved(attention, request.reserved(), me, now);
        log.told(attention, request.attended() ? "ATTENTION_RECORDED" : "ATTENTION_NO_SHOW");
        if (request.attended()) {
            cases.followUpStarted(ref);
            publisher.publishEvent(new AttentionRecorded(attention.id(), ref.id(), me.area(), attention.startsAt()));
        }
        var remarks = EnumSet.noneOf(Warning.class);
        var next = request.nextAt();
        if (next != null && request.makeNext()) {
            remarks.addAll(appointments
                    .appoint(ref, request.discipline(), me.staff(), request.kind(), request.mode(), next)
                    .warnings());
        }
        return new Saved(attention.id(), remarks);
    }

    /** Puts right what was recorded, on a closed case too. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public AttentionOutcome correct(AttentionCorrection correction) {
        var me = actor.get();
        var now = clock.instant();
        var before = table.find(correction.id()).orElse(null);
        if (before == null) return log.unknown("ATTENTION", correction.id().value());
        if (!correction.kind().equals(before.kind())) kinds.requireCurrent(correction.kind());
        var problem = problem(correction, before, me, now);
        if (problem != null) return log.refused(problem, before.ref());
        var reserved = correction.reserved();
        var kept = reserved == null ? null : table.reserved(before.id()).orElse(null);
        var value = kept == null ? null : kept.sealed();
        byte[] noteKey = null;
        boolean changed = reserved != null && !reserved.isBlank();
        if (reserved != null && kept != null && value != null) {
            if (!kept.author().equals(me.staff())) return log.refused(Reason.OTHER_AUTHOR, before.ref());
            noteKey = keyOf(before.id());
            if (noteKey == null) return log.refused(Reason.NOTE_CLOSED, before.ref());
            value = table.reserved(before.id()).orElseThrow().sealed();
            changed = value != null && !vault.open(before.id(), value, noteKey).equals(reserved);
        } else if (changed) {
            if (kept != null) return log.refused(Reason.OTHER_AUTHOR, before.ref());
            if (!mayReserve(before.discipline(), disciplines.mine())) {
                return log.refused(Reason.OTHER_DISCIPLINE, before.ref());
            }
            if (!vault.canClose(before.ref().id(), before.discipline())) {
                return log.refused(Reason.NOTE_CLOSED, before.ref());
            }
        }
        var text = notes.seal(before.id(), before.sealed(), correction.note(), correction.reason());
        var after = before.corrected(correction, text);
        if (!table.update(after, me.staff(), now)) return log.refused(Reason.CHANGED_MEANWHILE, before.ref());
        if (changed) {
            var words = Objects.requireNonNull(reserved);
            if (value == null || noteKey == null) insertReserved(after, words, me, now);
            else table.updateReserved(before.id(), vault.sealAgain(before.id(), value, noteKey, words), now);
        }
        log.told(after, "ATTENTION_CORRECTED");
        return new Saved(before.id(), java.util.Set.of());
    }

    /** The attentions and appointments of a case, the latest first, with what was done: a reading, and recorded as one. */
    @PreAuthorize("hasAuthority('ATTENTION_READ')")
    @Transactional
    public List<AttentionEntry> ofCase(CaseRef ref, int offset, int limit) {
        var lines = table.ofCase(ref.id(), offset, limit);
        if (lines.isEmpty()) return List.of();
        log.readAll(ref, lines.size());
        var me = actor.get();
        var mine = disciplines.mine();
        return lines.stream().map(line -> entry(line, me, mine)).toList();
    }

    /** How often she was attended in this case. */
    @PreAuthorize("hasAuthority('ATTENTION_READ')")
    @Transactional(readOnly = true)
    public int count(CaseId id) {
        return table.count(id);
    }

    /** What an attention says and said, the newest first; nothing for one out of reach. */
    @PreAuthorize("hasAuthority('ATTENTION_READ')")
    @Transactional
    public List<AttentionVersion> versions(AttentionId id) {
        var ref = table.find(id).map(Attention::ref).orElse(null);
        log.read("ATTENTION_HISTORY_READ", id.value(), ref);
        return table.versions(id).stream().map(this::version).toList();
    }

    /**
     * The reserved note and what it said before, the newest first; nothing for those outside its discipline. Opens with the reader's own
     * key, and asks for a fresh proof.
     */
    @PreAuthorize("hasAuthority('ATTENTION_READ')")
    @Transactional
    public ReservedAnswer reserved(AttentionId id) {
        if (!fresh.isFresh()) return new ReservedAnswer.ProveFirst();
        var versions = table.reservedVersions(id);
        if (versions.isEmpty()) {
            log.read("RESERVED_NOTE_READ", id.value(), null);
            return new ReservedAnswer.Nothing();
        }
        var ref = table.find(id).map(Attention::ref).orElse(null);
        var noteKey = vault.noteKey(id).orElse(null);
        boolean closed = versions.stream()
                .map(AttentionTable.ReservedVersion::sealed)
                .anyMatch(value -> value != null && !vault.isOlder(id, value));
        if (closed && noteKey == null) {
            log.denied("RESERVED_NOTE_READ", id.value(), ref);
            return whyNot(id);
        }
        log.read("RESERVED_NOTE_READ", id.value(), ref);
        return new ReservedAnswer.Opened(versions.stream()
                .map(version -> {
                    var value = version.sealed();
                    return new ReservedNote(
                            version.version(),
                            value == null
                                    ? Sensitive.of("")
                                    : vault.open(id, value, noteKey == null ? new byte[0] : noteKey),
                            version.updatedAt(),
                            version.author());
                })
                .toList());
    }

    private ReservedAnswer whyNot(AttentionId id) {
        var held = keys.mine().orElse(null);
        if (held == null) return new ReservedAnswer.ProveFirst();
        if (held.privateKey() == null) return new ReservedAnswer.Locked();
        var holders = personal.holders(id);
        var note = personal.note(id).orElseThrow();
        return new ReservedAnswer.NotGiven(personal.readers(note.caseId(), note.discipline()).stream()
                .filter(reader -> holders.contains(reader.staff()))
                .map(PersonalKeyTable.Reader::name)
                .toList());
    }

    /** The key of a note of the actor's own; one from before there were personal keys is closed first. Null: hers is not open. */
    private byte @Nullable [] keyOf(AttentionId id) {
        var note = personal.note(id).orElseThrow();
        var value = table.reserved(id).map(AttentionTable.Reserved::sealed).orElse(null);
        if (value != null && vault.isOlder(id, value)) {
            return vault.closeOlder(note, table.reservedVersions(id)).orElse(null);
        }
        return vault.noteKey(id).orElse(null);
    }

    private void insertReserved(Attention attention, Sensitive words, Actor me, Instant now) {
        var noteKey = vault.freshKey();
        table.insertReserved(attention, me.staff(), vault.seal(attention.id(), noteKey, words), now);
        vault.wrap(
                new PersonalKeyTable.Note(
                        attention.id(),
                        attention.ref().id(),
                        attention.ref().person().value(),
                        attention.discipline()),
                noteKey);
    }

    /** Called by the module of referrals while it listens to {@link AttentionRecorded}. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional(propagation = Propagation.MANDATORY)
    public void belongsTo(AttentionId id, ReferralId referral) {
        table.link(id, referral);
    }

    private Attention insert(NewAttention request, CaseRef ref, Actor me, Instant now) {
        var id = AttentionId.next();
        var status = Attention.statusOf(request.attended());
        var note = seal(id, null, request.note());
        var attention = new Attention(
                id,
                ref,
                request.discipline(),
                me.area(),
                me.staff(),
                request.kind(),
                request.mode(),
                true,
                status,
                request.startsAt(),
                request.minutes(),
                request.nextAt(),
                0,
                note,
                0);
        table.insert(attention, me.staff(), now);
        return attention;
    }

    private @Nullable Attention settle(Attention appointment, NewAttention request, Actor me, Instant now) {
        var note = seal(appointment.id(), appointment.sealed(), request.note());
        var recorded = appointment.recorded(request, me.staff(), note);
        return table.update(recorded, me.staff(), now) ? recorded : null;
    }

    private @Nullable Sealed seal(AttentionId id, @Nullable Sealed before, Sensitive note) {
        return note.isBlank() ? before : notes.seal(id, before, note, null);
    }

    private @Nullable Reason problem(NewAttention request, Instant now) {
        var mine = disciplines.mine();
        if (!mine.contains(request.discipline())) return Reason.OTHER_DISCIPLINE;
        if (!request.reserved().isBlank() && !mayReserve(request.discipline(), mine)) return Reason.OTHER_DISCIPLINE;
        if (request.startsAt().isAfter(now.plus(AHEAD_OF_US))) return Reason.IN_THE_FUTURE;
        var next = request.nextAt();
        if (next != null && !next.isAfter(now)) return Reason.NEXT_IN_THE_PAST;
        return request.attended() && request.note().isBlank() ? Reason.NOTE_MISSING : null;
    }

    private static @Nullable Reason problem(AttentionCorrection correction, Attention before, Actor me, Instant now) {
        if (!before.area().equals(me.area())) return Reason.OTHER_AREA;
        if (before.version() != correction.version()) return Reason.CHANGED_MEANWHILE;
        if (!before.isRecorded()) return Reason.SETTLED;
        if (correction.startsAt().isAfter(now.plus(AHEAD_OF_US))) return Reason.IN_THE_FUTURE;
        if (correction.reason().isBlank()) return Reason.REASON_MISSING;
        return correction.attended() && correction.note().isBlank() ? Reason.NOTE_MISSING : null;
    }

    private static boolean mayReserve(Discipline discipline, List<Discipline> mine) {
        return discipline.keepsReservedNotes() && mine.contains(discipline);
    }

    private AttentionEntry entry(AttentionTable.Line line, Actor me, List<Discipline> disciplines) {
        var a = line.attention();
        var mine = a.area().equals(me.area());
        var author = line.reservedBy();
        return new AttentionEntry(
                a.id(),
                a.ref().id(),
                a.discipline(),
                a.kind(),
                a.mode(),
                a.status(),
                a.walkIn(),
                a.startsAt(),
                a.minutes(),
                a.nextAt(),
                a.staff(),
                line.staffName(),
                line.areaName(),
                notes.note(a.id(), a.sealed()),
                author != null,
                mine && (author == null ? mayReserve(a.discipline(), disciplines) : author.equals(me.staff())),
                mine,
                a.corrections(),
                a.version());
    }

    private AttentionVersion version(AttentionTable.Version version) {
        var a = version.attention();
        return new AttentionVersion(
                a.version(),
                a.status(),
                a.kind(),
                a.mode(),
                a.startsAt(),
                a.minutes(),
                notes.note(a.id(), a.sealed()),
                notes.reason(a.id(), a.sealed()),
                version.recordedAt(),
                version.recordedBy());
    }
}
