package mx.gob.jocotepec.cauce.attention;

import java.util.Arrays;
import java.util.List;
import mx.gob.jocotepec.cauce.staff.Actor;
import mx.gob.jocotepec.cauce.staff.AreaSummary;
import mx.gob.jocotepec.cauce.staff.Role;

/** As what somebody attends: her role, and medical for first contact at a health service. The most special come first. */
public enum Discipline {
    PSYCHOLOGY(Role.PSYCHOLOGY, true),
    LEGAL(Role.LEGAL, true),
    SOCIAL_WORK(Role.SOCIAL_WORK, true),
    MEDICAL(Role.FIRST_CONTACT, false),
    FIRST_CONTACT(Role.FIRST_CONTACT, false),
    DIRECTION(Role.DIRECTION, false);

    private final Role role;
    private final boolean reserving;

    Discipline(Role role, boolean reserving) {
        this.role = role;
        this.reserving = reserving;
    }

    /** Whether it keeps notes that nobody outside of it reads; the database asks for a role of the same name. */
    public boolean keepsReservedNotes() {
        return reserving;
    }

    /** Those the actor may attend as; the first is offered. */
    public static List<Discipline> of(Actor actor, AreaSummary.Kind area) {
        return Arrays.stream(values())
                .filter(discipline -> actor.has(discipline.role))
                .filter(discipline -> discipline != MEDICAL || area == AreaSummary.Kind.HEALTH)
                .toList();
    }
}
