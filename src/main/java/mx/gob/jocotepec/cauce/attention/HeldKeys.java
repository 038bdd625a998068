package mx.gob.jocotepec.cauce.attention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mx.gob.jocotepec.cauce.crypto.PersonalBox;
import mx.gob.jocotepec.cauce.shared.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Private keys that a password opened, for a short while and for that session only. Nowhere but in memory. */
@Component
class HeldKeys {
    /** Longer than a proof stays fresh, so that whoever is asked to prove herself opens it again. */
    static final Duration KEPT = Duration.ofMinutes(15);

    /**
     * @param privateKey null: the password is right and opens it not, for it was set anew
     * @param password what the password becomes, to close the key under it
     */
    record Held(StaffId staff, UUID key, byte @Nullable [] privateKey, PersonalBox.Stretched password, Instant at) {
        @Override
        public String toString() {
            return "Held";
        }
    }

    private final Map<UUID, Held> sessions = new ConcurrentHashMap<>();
    private final Clock clock;

    HeldKeys(Clock clock) {
        this.clock = clock;
    }

    void put(UUID session, StaffId staff, UUID key, byte @Nullable [] privateKey, PersonalBox.Stretched password) {
        forget();
        sessions.put(session, new Held(staff, key, privateKey, password, clock.instant()));
    }

    Optional<Held> of(UUID session, StaffId staff) {
        forget();
        return Optional.ofNullable(sessions.get(session)).filter(held -> held.staff.equals(staff));
    }

    void end(UUID session) {
        sessions.remove(session);
    }

    private void forget() {
        var before = clock.instant().minus(KEPT);
        sessions.values().removeIf(held -> held.at.isBefore(before));
    }
}
