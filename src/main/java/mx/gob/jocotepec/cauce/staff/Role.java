package mx.gob.jocotepec.cauce.staff;

import static mx.gob.jocotepec.cauce.crypto.Compartment.AGGRESSOR;
import static mx.gob.jocotepec.cauce.crypto.Compartment.CLINICAL;
import static mx.gob.jocotepec.cauce.crypto.Compartment.CONTACT;
import static mx.gob.jocotepec.cauce.crypto.Compartment.FACTS;
import static mx.gob.jocotepec.cauce.crypto.Compartment.IDENTITY;
import static mx.gob.jocotepec.cauce.crypto.Compartment.SOCIAL;
import static mx.gob.jocotepec.cauce.staff.Permission.*;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import mx.gob.jocotepec.cauce.crypto.Compartment;

/**
 * What somebody works as. A person may have several. The compartments are those she may open where a grant allows it; the table
 * {@code role_compartment} holds the same for the database.
 */
public enum Role {
    FIRST_CONTACT(attends(CASE_REGISTER, RIGHTS_RECEIVE, EMERGENCY_OPEN), opens()),
    PSYCHOLOGY(attends(EMERGENCY_OPEN), opens(CLINICAL)),
    LEGAL(attends(EMERGENCY_OPEN), opens(Compartment.LEGAL)),
    SOCIAL_WORK(attends(CASE_REGISTER, RIGHTS_RECEIVE, EMERGENCY_OPEN), opens()),
    DIRECTION(
            attends(
                    CASE_REGISTER,
                    CASE_CLOSE,
                    WALL_SET,
                    ACCESS_REVIEW,
                    REFERRAL_OVERSEE,
                    AGREEMENT_EDIT,
                    FOLLOW_UP,
                    PLAN_VIEW,
                    PLAN_EDIT,
                    PLAN_CLOSE,
                    RIGHTS_READ,
                    RIGHTS_RECEIVE,
                    RIGHTS_HANDLE,
                    ERASE_CONFIRM,
                    STAFF_CONFIRM),
            opens(Compartment.LEGAL)),
    PLANNING(Set.of(PLAN_VIEW, PLAN_EDIT, PLAN_CLOSE, AGREEMENT_READ), Set.of()),
    TRANSPARENCY(Set.of(PLAN_VIEW, RIGHTS_READ, RIGHTS_RECEIVE, ERASE_CONFIRM), Set.of()),
    ADMINISTRATION(Set.of(STAFF_MANAGE, STAFF_CONFIRM, CATALOG_EDIT, INSTALLATION_READ), Set.of()),
    AUDIT(Set.of(TRAIL_READ, INSTALLATION_READ), Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<Permission> permissions;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<Compartment> compartments;

    Role(Set<Permission> permissions, Set<Compartment> compartments) {
        this.permissions = Set.copyOf(permissions);
        this.compartments = Set.copyOf(compartments);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    public Set<Compartment> compartments() {
        return compartments;
    }

    /** Whether nobody gives it alone: it reads cases or their trail, confirms erasures, or makes accounts. The database asks the same (V013). */
    public boolean needsConfirmation() {
        return this == ADMINISTRATION || this == AUDIT || this == TRANSPARENCY || !compartments.isEmpty();
    }

    /** What everybody does who attends women, and more. */
    private static Set<Permission> attends(Permission... more) {
        var all = new HashSet<>(Arrays.asList(
                CASE_READ,
                CASE_EDIT,
                CASE_SHARE,
                RISK_ASSESS,
                REFERRAL_READ,
                REFERRAL_SEND,
                REFERRAL_ANSWER,
                ATTENTION_READ,
                ATTENTION_RECORD,
                AGREEMENT_READ));
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static Set<Compartment> opens(Compartment... more) {
        var all = new HashSet<>(Arrays.asList(IDENTITY, CONTACT, SOCIAL, FACTS, AGGRESSOR));
        all.addAll(Arrays.asList(more));
        return all;
    }
}
