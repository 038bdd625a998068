package mx.gob.jocotepec.cauce.staff;

import java.util.UUID;
import mx.gob.jocotepec.cauce.shared.StaffId;

/**
 * What lies under a person's password besides the door. Called inside the transaction of the step it tells of, so that an exception
 * undoes that step; who keeps such keys makes a bean of it. Each bean gets arrays of its own and wipes them.
 */
public interface PersonalKeys {
    /** By a one-time link: what lay under a password before, if there was one, nobody can open any more without help. */
    void passwordSet(StaffId staff, char[] password);

    /** By herself, who knew both. */
    void passwordChanged(StaffId staff, char[] before, char[] after);

    /**
     * It was right: at the sign-in, after the second factor, and whenever she proves herself again.
     *
     * @param session as {@link CurrentActor#session()} tells it from then on
     */
    void passwordProved(StaffId staff, UUID session, char[] password);

    /** Signed out or ended from elsewhere; a session that is only left alone ends without a word. */
    default void sessionEnded(UUID session) {}
}
