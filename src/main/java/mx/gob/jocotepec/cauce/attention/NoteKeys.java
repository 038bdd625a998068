package mx.gob.jocotepec.cauce.attention;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import mx.gob.jocotepec.cauce.attention.HeldKeys.Held;
import mx.gob.jocotepec.cauce.attention.PersonalKeyTable.Kind;
import mx.gob.jocotepec.cauce.crypto.PersonalBox;
import mx.gob.jocotepec.cauce.shared.Ids;
import mx.gob.jocotepec.cauce.shared.StaffId;
import mx.gob.jocotepec.cauce.staff.CurrentActor;
import mx.gob.jocotepec.cauce.staff.PersonalKeys;
import org.springframework.stereotype.Component;

/** The key pair of each person who keeps reserved notes: made at her first sign-in, closed under her password, open while she is proved. */
@Component
class NoteKeys implements PersonalKeys {
    private final PersonalKeyTable table;
    private final PersonalBox box;
    private final HeldKeys held;
    private final CurrentActor current;
    private final Clock clock;

    NoteKeys(PersonalKeyTable table, PersonalBox box, HeldKeys held, CurrentActor current, Clock clock) {
        this.table = table;
        this.box = box;
        this.held = held;
        this.current = current;
        this.clock = clock;
    }

    /** What lay under the password before stays as it is: a recovery key opens it, or the old password should she remember it. */
    @Override
    public void passwordSet(StaffId staff, char[] password) {
        Arrays.fill(password, ' ');
    }

    @Override
    public void passwordChanged(StaffId staff, char[] before, char[] after) {
        table.current(staff)
                .ifPresent(key -> table.lock(key.id(), Kind.PASSWORD)
                        .flatMap(lock -> box.open(key.id(), lock, before))
                        .ifPresent(privateKey -> close(staff, key.id(), privateKey, box.stretch(after))));
        Arrays.fill(before, ' ');
        Arrays.fill(after, ' ');
    }

    @Override
    public void passwordProved(StaffId staff, UUID session, char[] password) {
        if (table.keeps(staff)) {
            var key = table.current(staff);
            if (key.isEmpty()) make(staff, session, box.stretch(password));
            else open(staff, session, key.get(), password);
        }
        Arrays.fill(password, ' ');
    }

    @Override
    public void sessionEnded(UUID session) {
        held.end(session);
    }

    /** What the actor's password opened in this session. */
    Optional<Held> mine() {
        var staff = current.get().staff();
        return current.session().flatMap(session -> held.of(session, staff));
    }

    /** Her private key is known again: from now on her password opens it. */
    void opened(Held locked, byte[] privateKey) {
        close(locked.staff(), locked.key(), privateKey, locked.password());
        escrow(locked.staff(), locked.key(), privateKey);
        held.put(current.session().orElseThrow(), locked.staff(), locked.key(), privateKey, locked.password());
    }

    /** A new pair under the password of the session; what was written for the old one stays closed. */
    void makeAnew(Held locked) {
        table.retire(locked.key(), clock.instant());
        make(locked.staff(), current.session().orElseThrow(), locked.password());
    }

    private void open(StaffId staff, UUID session, PersonalKeyTable.Key key, char[] password) {
        var privateKey = table.lock(key.id(), Kind.PASSWORD).flatMap(lock -> box.open(key.id(), lock, password));
        privateKey.ifPresent(opened -> escrow(staff, key.id(), opened));
        held.put(session, staff, key.id(), privateKey.orElse(null), box.stretch(password));
    }

    private void make(StaffId staff, UUID session, PersonalBox.Stretched password) {
        var pair = box.fresh();
        var id = Ids.next();
        table.insert(
                staff,
                new PersonalKeyTable.Key(id, pair.publicKey(), box.mac(id, staff.value(), pair.publicKey())),
                clock.instant());
        close(staff, id, pair.privateKey(), password);
        escrow(staff, id, pair.privateKey());
        held.put(session, staff, id, pair.privateKey(), password);
    }

    private void close(StaffId staff, UUID key, byte[] privateKey, PersonalBox.Stretched password) {
        table.put(key, staff, Kind.PASSWORD, box.lock(key, privateKey, password), null, clock.instant());
    }

    /** Follows the shares that are out now. */
    private void escrow(StaffId staff, UUID key, byte[] privateKey) {
        box.escrow()
                .filter(id -> !table.escrow(key).filter(id::equals).isPresent())
                .ifPresent(id -> {
                    var lock = new PersonalBox.Lock(new byte[0], box.forEscrow(key, privateKey));
                    table.put(key, staff, Kind.ESCROW, lock, id, clock.instant());
                });
    }
}
