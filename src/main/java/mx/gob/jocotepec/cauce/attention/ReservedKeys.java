package mx.gob.jocotepec.cauce.attention;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.attention.PersonalKeyTable.Kind;
import mx.gob.jocotepec.cauce.attention.PersonalKeyTable.Reader;
import mx.gob.jocotepec.cauce.audit.AuditTrail;
import mx.gob.jocotepec.cauce.audit.TrailEvent;
import mx.gob.jocotepec.cauce.crypto.PersonalBox;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.PersonId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.FreshFactor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The key of the person who asks, to her reserved notes: how it stands, what is printed for the day she forgets her password. */
@Service
public class ReservedKeys {
    private static final int AT_ONCE = 200;

    public enum State {
        /** She keeps no reserved notes, or has not signed in with her password yet. */
        NONE,
        OPEN,
        /** To be opened by her password. */
        CLOSED,
        /** Her password was set anew and does not open it. */
        LOCKED
    }

    /** @param recovery whether a recovery key was printed @param escrow whether the office's shares would open it */
    public record Standing(State state, boolean recovery, boolean escrow) {}

    /**
     * Who else can open the reserved notes of a discipline in a case: those who have a key, and those who will when they have signed in.
     *
     * @param recovery whether the one who asks has a recovery key
     */
    public record Readers(List<String> names, List<String> withoutKey, boolean recovery) {
        public Readers {
            names = List.copyOf(names);
            withoutKey = List.copyOf(withoutKey);
        }
    }

    private final PersonalKeyTable table;
    private final AttentionTable attentions;
    private final NoteKeys keys;
    private final NoteVault vault;
    private final PersonalBox box;
    private final FreshFactor fresh;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Clock clock;

    ReservedKeys(
            PersonalKeyTable table,
            AttentionTable attentions,
            NoteKeys keys,
            NoteVault vault,
            PersonalBox box,
            FreshFactor fresh,
            CurrentActor actor,
            AuditTrail trail,
            Clock clock) {
        this.table = table;
        this.attentions = attentions;
        this.keys = keys;
        this.vault = vault;
        this.box = box;
        this.fresh = fresh;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public Standing standing() {
        var me = actor.get().staff();
        var key = table.keeps(me) ? table.current(me).orElse(null) : null;
        if (key == null) return new Standing(State.NONE, false, false);
        var state = keys.mine()
                .map(held -> held.privateKey() == null ? State.LOCKED : State.OPEN)
                .orElse(State.CLOSED);
        return new Standing(
                state,
                table.lock(key.id(), Kind.RECOVERY).isPresent(),
                table.escrow(key.id()).isPresent());
    }

    /** A recovery key to print; one made before does not open any more. It is not kept: whoever sees it now is the last to. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public Optional<Sensitive> makeRecoveryKey() {
        fresh.require();
        var held = keys.mine().orElse(null);
        var mine = held == null ? null : held.privateKey();
        if (held == null || mine == null) return Optional.empty();
        var printed = box.recoveryKey();
        var secret = box.stretch(box.recoverySecret(printed).orElseThrow());
        table.put(held.key(), held.staff(), Kind.RECOVERY, box.lock(held.key(), mine, secret), null, clock.instant());
        told("RECOVERY_KEY_MADE", held.key());
        return Optional.of(Sensitive.of(printed));
    }

    /** After her password was set anew: opens her key with the printed one, and closes it under the password she has now. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public boolean recover(Sensitive typed) {
        var held = keys.mine().orElse(null);
        if (held == null) return false;
        var secret = box.recoverySecret(typed.reveal());
        var opened = table.lock(held.key(), Kind.RECOVERY)
                .flatMap(lock -> secret.flatMap(right -> box.open(held.key(), lock, right)));
        if (opened.isEmpty()) {
            trail.denied(TrailEvent.of("RECOVERY_KEY_USED").on("PERSONAL_KEY", held.key()));
            return false;
        }
        keys.opened(held, opened.get());
        told("RECOVERY_KEY_USED", held.key());
        return true;
    }

    /** Without recovery key: a new key from now on. Earlier notes open only where somebody gives her access. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public boolean startAnew() {
        fresh.require();
        var held = keys.mine().orElse(null);
        if (held == null || held.privateKey() != null) return false;
        keys.makeAnew(held);
        told("PERSONAL_KEY_RENEWED", held.key());
        return true;
    }

    /** Closes the actor's notes from before there were personal keys. @return how many */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public int closeOlder() {
        int closed = 0;
        for (var note : table.older(actor.get().staff(), AT_ONCE)) {
            if (vault.closeOlder(note, attentions.reservedVersions(note.id())).isPresent()) closed++;
        }
        if (closed > 0) trail.record(TrailEvent.of("RESERVED_NOTES_CLOSED").with("notes=" + closed));
        return closed;
    }

    /** Told before she writes, so that a stranger among them is noticed. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional(readOnly = true)
    public Readers readers(CaseId id, Discipline discipline) {
        var me = actor.get().staff();
        var others = table.readers(id, discipline).stream()
                .filter(reader -> !reader.staff().equals(me))
                .toList();
        return new Readers(
                others.stream()
                        .filter(reader -> reader.key() != null)
                        .map(Reader::name)
                        .toList(),
                others.stream()
                        .filter(reader -> reader.key() == null)
                        .map(Reader::name)
                        .toList(),
                table.hasRecovery(me));
    }

    /** Names of those who may read a case's reserved notes and were not given all that the actor can open. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional(readOnly = true)
    public List<String> waiting(CaseId id) {
        return table.ofCase(id).stream()
                .filter(note -> vault.noteKey(note.id()).isPresent())
                .flatMap(note -> {
                    var holders = table.holders(note.id());
                    return table.readers(id, note.discipline()).stream()
                            .filter(reader -> reader.key() != null && !holders.contains(reader.staff()));
                })
                .map(Reader::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** Gives everybody who may read the reserved notes of a case those that the actor can open. @return how many notes */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional
    public int give(CaseId id) {
        fresh.require();
        int given = 0;
        PersonId woman = null;
        for (var note : table.ofCase(id)) {
            var noteKey = vault.noteKey(note.id()).orElse(null);
            if (noteKey == null) continue;
            vault.wrap(note, noteKey);
            woman = PersonId.of(note.person());
            given++;
        }
        if (woman != null) {
            trail.record(TrailEvent.of("RESERVED_NOTES_GIVEN").inCase(id, woman).with("notes=" + given));
        }
        return given;
    }

    /** A half-written note as it may lie in a draft: only she opens it. Empty when she has no key; then it is not kept. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional(readOnly = true)
    public String hide(UUID subject, String text) {
        if (text.isEmpty()) return "";
        return vault.forMyself(subject, text)
                .map(Base64.getEncoder()::encodeToString)
                .orElse("");
    }

    /** Empty when her key is not open now, or another one than it was hidden for. */
    @PreAuthorize("hasAuthority('ATTENTION_RECORD')")
    @Transactional(readOnly = true)
    public Optional<String> show(UUID subject, String hidden) {
        return hidden.isEmpty()
                ? Optional.empty()
                : vault.mine(subject, Base64.getDecoder().decode(hidden));
    }

    private void told(String what, UUID key) {
        trail.record(TrailEvent.of(what).on("PERSONAL_KEY", key));
    }
}
