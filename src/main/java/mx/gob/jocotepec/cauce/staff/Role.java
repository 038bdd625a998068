package mx.gob.jocotepec.cauce.staff;

import static mx.gob.jocotepec.cauce.crypto.Compartment.AGGRESSOR;
import static mx.gob.jocotepec.cauce.crypto.Compartment.CLINICAL;
import static mx.gob.jocotepec.cauce.crypto.Compartment.CONTACT;
import static mx.gob.jocotepec.cauce.crypto.Compartment.FACTS;
import static mx.gob.jocotepec.cauce.crypto.Compartment.IDENTITY;
import static mx.gob.jocotepec.cauce.crypto.Compartment.SOCIAL;
import static mx.gob.jocotepec.cauce.staff.Permission.*;

import java.util.EnumSet;
import java.util.Set;
import mx.gob.jocotepec.cauce.crypto.Compartment;

/**
 * What somebody works as. A person may have several. The compartments are those she may open where a grant allows it; the table
 * {@code role_compartment} holds the same for the database.
 */
public enum Role {
    FIRST_CONTACT(
            EnumSet.of(
                    CASE_REGISTER,
                    CASE_READ,
                    CASE_EDIT,
                    CASE_SHARE,
                    RISK_ASSESS,
                    REFERRAL_READ,
                    REFERRAL_SEND,
                    REFERRAL_ANSWER,
                    ATTENTION_READ,
                    ATTENTION_RECORD,
                    AGREEMENT_READ),
            EnumSet.of(IDENTITY, CONTACT, SOCIAL, FACTS, AGGRESSOR)),
    PSYCHOLOGY(
            EnumSet.of(
                    CASE_READ,
                    CASE_EDIT,
                    CASE_SHARE,
                    RISK_ASSESS,
                    REFERRAL_READ,
                    REFERRAL_SEND,
                    REFERRAL_ANSWER,
                    ATTENTION_READ,
                    ATTENTION_RECORD,
                    AGREEMENT_READ),
            EnumSet.of(IDENTITY, CONTACT, SOCIAL, FACTS, AGGRESSOR, CLINICAL)),
    LEGAL(
            EnumSet.of(
                    CASE_READ,
                    CASE_EDIT,
                    CASE_SHARE,
                    RISK_ASSESS,
                    REFERRAL_READ,
                    REFERRAL_SEND,
                    REFERRAL_ANSWER,
                    ATTENTION_READ,
                    ATTENTION_RECORD,
                    AGREEMENT_READ),
            EnumSet.of(IDENTITY, CONTACT, SOCIAL, FACTS, AGGRESSOR, Compartment.LEGAL)),
    SOCIAL_WORK(
            EnumSet.of(
                    CASE_REGISTER,
                    CASE_READ,
                    CASE_EDIT,
                    CASE_SHARE,
                    RISK_ASSESS,
                    REFERRAL_READ,
                    REFERRAL_SEND,
                    REFERRAL_ANSWER,
                    ATTENTION_READ,
                    ATTENTION_RECORD,
                    AGREEMENT_READ),
            EnumSet.of(IDENTITY, CONTACT, SOCIAL, FACTS, AGGRESSOR)),
    DIRECTION(
            EnumSet.of(
                    CASE_REGISTER,
                    CASE_READ,
                    CASE_EDIT,
                    CASE_CLOSE,
                    CASE_SHARE,
                    RISK_ASSESS,
                    WALL_SET,
                    REFERRAL_READ,
                    REFERRAL_SEND,
                    REFERRAL_ANSWER,
                    REFERRAL_OVERSEE,
                    ATTENTION_READ,
                    ATTENTION_RECORD,
                    AGREEMENT_READ,
                    AGREEMENT_EDIT,
                    FOLLOW_UP,
                    PLAN_VIEW,
                    PLAN_EDIT,
                    PLAN_CLOSE),
            EnumSet.of(IDENTITY, CONTACT, SOCIAL, FACTS, AGGRESSOR, Compartment.LEGAL)),
    PLANNING(EnumSet.of(PLAN_VIEW, PLAN_EDIT, PLAN_CLOSE, AGREEMENT_READ), EnumSet.noneOf(Compartment.class)),
    TRANSPARENCY(EnumSet.of(PLAN_VIEW), EnumSet.noneOf(Compartment.class)),
    ADMINISTRATION(EnumSet.of(STAFF_MANAGE, CATALOG_EDIT), EnumSet.noneOf(Compartment.class)),
    AUDIT(EnumSet.of(TRAIL_READ), EnumSet.noneOf(Compartment.class));

    private final Set<Permission> permissions;
    private final Set<Compartment> compartments;

    Role(Set<Permission> permissions, Set<Compartment> compartments) {
        this.permissions = permissions;
        this.compartments = compartments;
    }

    public Set<Permission> permissions() {
        return EnumSet.copyOf(permissions);
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    public Set<Compartment> compartments() {
        return Set.copyOf(compartments);
    }
}
