package mx.gob.jocotepec.cauce.attention;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.attention.PersonalKeyTable.Note;
import mx.gob.jocotepec.cauce.attention.PersonalKeyTable.Reader;
import mx.gob.jocotepec.cauce.crypto.Compartment;
import mx.gob.jocotepec.cauce.crypto.PersonalBox;
import mx.gob.jocotepec.cauce.crypto.Place;
import mx.gob.jocotepec.cauce.crypto.SealBrokenException;
import mx.gob.jocotepec.cauce.crypto.Sealed;
import mx.gob.jocotepec.cauce.crypto.Sealer;
import mx.gob.jocotepec.cauce.shared.AttentionId;
import mx.gob.jocotepec.cauce.shared.CaseId;
import mx.gob.jocotepec.cauce.shared.Sensitive;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import org.springframework.stereotype.Component;

/**
 * Closes reserved notes twice: inside with a key of the note that lies wrapped for each reader, outside with the ring like everything
 * else. So it takes a reader's password and the ring.
 */
@Component
class NoteVault {
    private final PersonalKeyTable table;
    private final NoteKeys keys;
    private final PersonalBox box;
    private final Sealer sealer;
    private final CurrentActor actor;
    private final Clock clock;

    NoteVault(PersonalKeyTable table, NoteKeys keys, PersonalBox box, Sealer sealer, CurrentActor actor, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.box = box;
        this.sealer = sealer;
        this.actor = actor;
        this.clock = clock;
    }

    /** Whether what the actor writes in this case can be closed for herself. */
    boolean canClose(CaseId id, Discipline discipline) {
        var me = actor.get().staff();
        return readers(id, discipline).stream()
                .anyMatch(reader -> reader.staff().equals(me));
    }

    byte[] freshKey() {
        return box.freshNoteKey();
    }

    Sealed seal(AttentionId id, byte[] noteKey, Sensitive text) {
        return sealer.seal(place(id), close(id, noteKey, text));
    }

    Sealed sealAgain(AttentionId id, Sealed before, byte[] noteKey, Sensitive text) {
        return new Sealed(
                before.wrappedKey(), sealer.sealAgain(place(id), before.wrappedKey(), close(id, noteKey, text)));
    }

    /** Wraps the note's key for everybody who may read it now and has a key. The note itself must lie there already. */
    int wrap(Note note, byte[] noteKey) {
        var me = actor.get().staff();
        int wrapped = 0;
        for (var reader : readers(note.caseId(), note.discipline())) {
            var key = java.util.Objects.requireNonNull(reader.key());
            var wrap = box.wrap(key.publicKey(), key.id(), place(note.id()), noteKey);
            table.insertWrap(note.id(), key.id(), note.caseId(), note.person(), wrap, me, clock.instant());
            wrapped++;
        }
        return wrapped;
    }

    /** The note's key; empty when the actor's key is not open, or was never given this note. */
    Optional<byte[]> noteKey(AttentionId id) {
        return keys.mine().flatMap(held -> {
            var mine = held.privateKey();
            return mine == null
                    ? Optional.empty()
                    : table.wrap(id, held.key()).map(wrap -> box.unwrap(mine, held.key(), place(id), wrap));
        });
    }

    /** Whether the ring alone opens it. */
    boolean isOlder(AttentionId id, Sealed value) {
        return !box.isClosed(sealer.open(place(id), value));
    }

    Sensitive open(AttentionId id, Sealed value, byte[] noteKey) {
        var content = sealer.open(place(id), value);
        return Sensitive.of(
                box.isClosed(content)
                        ? box.open(place(id), noteKey, content)
                        : new String(content, StandardCharsets.UTF_8));
    }

    /** Closes all versions of an older note of the actor's and gives its key to those who may read it. @return the key */
    Optional<byte[]> closeOlder(Note note, List<AttentionTable.ReservedVersion> versions) {
        if (!canClose(note.caseId(), note.discipline())) return Optional.empty();
        var noteKey = freshKey();
        wrap(note, noteKey);
        for (var version : versions) {
            var value = version.sealed();
            if (value == null || !isOlder(note.id(), value)) continue;
            var text = new String(sealer.open(place(note.id()), value), StandardCharsets.UTF_8);
            var closed = sealAgain(note.id(), value, noteKey, Sensitive.of(text));
            if (!table.reseal(note.id(), version.version(), value.ciphertext(), closed.ciphertext())) {
                throw new IllegalStateException("a reserved note changed while it was closed anew");
            }
        }
        return Optional.of(noteKey);
    }

    /** Those with a key that was stored by us; one put in its place is told to the trail and gets nothing. */
    private List<Reader> readers(CaseId id, Discipline discipline) {
        return table.readers(id, discipline).stream().filter(this::genuine).toList();
    }

    private boolean genuine(Reader reader) {
        var key = reader.key();
        if (key == null) return false;
        if (box.genuine(key.id(), reader.staff().value(), key.publicKey(), key.mac())) return true;
        sealer.misplaced(new Place("personal_key", key.id(), Compartment.RESERVED));
        return false;
    }

    private byte[] close(AttentionId id, byte[] noteKey, Sensitive text) {
        return box.close(place(id), noteKey, text.reveal().strip());
    }

    static Place place(AttentionId id) {
        return new Place("attention_reserved", id.value(), Compartment.RESERVED);
    }

    /** What only the actor herself opens: her own half-written notes. Empty when she has no key. */
    Optional<byte[]> forMyself(UUID subject, String text) {
        return table.current(actor.get().staff())
                .filter(key -> box.genuine(key.id(), actor.get().staff().value(), key.publicKey(), key.mac()))
                .map(key -> box.wrap(key.publicKey(), key.id(), draft(subject), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty when the actor's key is not open, or is not the one it was closed for. */
    Optional<String> mine(UUID subject, byte[] closed) {
        return keys.mine().flatMap(held -> {
            var mine = held.privateKey();
            if (mine == null) return Optional.empty();
            try {
                return Optional.of(
                        new String(box.unwrap(mine, held.key(), draft(subject), closed), StandardCharsets.UTF_8));
            } catch (SealBrokenException notForThisKey) {
                // it is not altered: the draft around it opened
                return Optional.empty();
            }
        });
    }

    private static Place draft(UUID subject) {
        return new Place("draft", subject, Compartment.RESERVED);
    }
}
