package mx.gob.jocotepec.cauce.staff;

import java.time.Instant;
import mx.gob.jocotepec.cauce.shared.StaffId;

/** What came of a change to an account. */
public sealed interface StaffOutcome {
    /**
     * A link to set a password, shown once.
     *
     * @param path without a leading slash; it carries the secret
     */
    record Invited(StaffId id, String path, Instant until) implements StaffOutcome {
        @Override
        public String toString() {
            return "Invited[" + id + "]";
        }
    }

    record Changed() implements StaffOutcome {}

    /** Kept until a second person has confirmed it. */
    record Waiting(StaffId id) implements StaffOutcome {}

    record Refused(Reason reason) implements StaffOutcome {}

    enum Reason {
        USERNAME_TAKEN,
        CHANGED_MEANWHILE,
        /** Nobody could manage accounts any more. */
        LAST_ADMINISTRATOR,
        /** Nobody disables herself or takes her own administration by accident. */
        YOURSELF,
        /** The Dirección confirms this, not another administrator. */
        NOT_YOURS,
        GONE
    }
}
